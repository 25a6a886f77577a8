import type { VFileMessage } from 'vfile-message';
import { takeIn } from './intake.ts';
import { BuildFailure } from './messages.ts';
import type { System } from './system/index.ts';
import type { LeftOutReason, Metadata } from './types.ts';

/** What was read of one report. */
export interface SourceEntry {
  /** 1-based place among the reports. */
  readonly number: number;
  readonly id: string;
  /** File name inside the folder. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly encoding: string;
  readonly metadata: Metadata;
  /** Words of what is read for facts, without the headline. */
  readonly words: number;
  /** How many passages were left out, by reason. */
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
  /** Whether it goes into the briefing; not where it seems to be about another event. */
  readonly used: boolean;
  /** Messages about the file that are no notes. */
  readonly warnings: number;
}

export interface Sources {
  readonly reports: readonly SourceEntry[];
  /** Failures too: what could be read is listed all the same. */
  readonly messages: readonly VFileMessage[];
}

/** Read and normalize the reports of a folder, as a build does, and say what was read. */
export async function listSources(folderName: string, { files }: System): Promise<Sources> {
  try {
    // Nothing is published: the folder itself is no report of its own.
    const {
      reports: normalized,
      selected,
      messages,
    } = await takeIn(folderName, {
      out: folderName,
      files,
    });
    const strangers = new Set(selected.strangers.map(({ report }) => report.file));
    const reports = normalized.map((report): SourceEntry => {
      const { number, id, file, sha256, encoding, metadata, blocks, leftOut } = report;
      const texts = blocks.flatMap(({ kind, content }) =>
        kind === 'headline' ? [] : content.text,
      );
      return {
        number,
        id,
        file,
        sha256,
        encoding,
        metadata,
        words: texts.flatMap((text) => text.match(WORD) ?? []).length,
        leftOut: countBy(leftOut.map(({ reason }) => reason)),
        used: !strangers.has(file),
        warnings: messages.filter((made) => made.file === file && made.fatal !== undefined).length,
      };
    });
    return { reports, messages };
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    return { reports: [], messages: error.messages };
  }
}

/** Letters and digits, with what may join them: "Brennick's", "9,000", "well-known". */
const WORD = /[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu;

function countBy<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
