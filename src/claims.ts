import type { VFileMessage } from 'vfile-message';
import { extract, finelyIn } from './extract/index.ts';
import { takeIn } from './intake.ts';
import { BuildFailure, message } from './messages.ts';
import type { System } from './system/index.ts';
import type { Report, Sentence } from './types.ts';

/** A report taken apart. */
export interface ReportClaims {
  readonly report: Report;
  /** In order; each with the propositions it makes. */
  readonly sentences: readonly Sentence[];
  /** Everything that each sentence says, however small, in its own words; empty if not asked for. */
  readonly fine: readonly (readonly string[])[];
}

export interface ClaimList {
  readonly reports: readonly ReportClaims[];
  /** Failures too: what could be read is listed all the same. */
  readonly messages: readonly VFileMessage[];
}

export interface ClaimOptions {
  readonly folder: string;
  /** Id or file name of the one report to be listed. Default: all that would be used. */
  readonly report?: string | undefined;
  /** Whether sentences are read at full fineness, too. Default: no. */
  readonly fine?: boolean | undefined;
}

/** Take the reports of a folder apart, as a build does, and say what each sentence states. */
export async function listClaims(
  { folder, report: wanted, fine = false }: ClaimOptions,
  { files }: System,
): Promise<ClaimList> {
  try {
    // Nothing is published: the folder itself is no report of its own.
    const { selected, messages } = await takeIn(folder, { out: folder, files });
    const { reports } = selected;
    const isWanted = ({ id, file }: Report) => wanted === undefined || [id, file].includes(wanted);
    const chosen = reports.filter(isWanted);
    const sentences = extract(chosen);
    return {
      reports: chosen.map((report) => {
        const own = sentences.get(report.id) ?? [];
        return { report, sentences: own, fine: fine ? own.map(finelyIn) : [] };
      }),
      messages: [
        ...messages,
        ...(wanted !== undefined && chosen.length === 0 ? [notThere(wanted, folder, reports)] : []),
      ],
    };
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    return { reports: [], messages: error.messages };
  }
}

function notThere(wanted: string, folder: string, reports: readonly Report[]): VFileMessage {
  return message({
    rule: 'report-unknown',
    file: folder,
    found: `report "${wanted}" that is not in the folder`,
    expected: `one of ${reports.map(({ id }) => id).join(', ')}`,
    advice: 'name a report by its id or its file',
  });
}
