import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { z } from 'zod';
import { describeDiskError } from '../disk-errors.ts';
import { message } from '../messages.ts';
import { parseJson } from '../parse-json.ts';
import type { Files } from '../system/index.ts';
import type { Moments } from './moments.ts';

/** Name of the file in the output folder: hidden, and of no edition. */
export const JOURNAL = '.schedule.json';

const journalSchema = z.object({
  cron: z.string(),
  timezone: z.string(),
  /** Moments of the schedule up to this one are done with. */
  done: z.iso.datetime(),
  /** When the last run ended; null before the first. */
  finished: z.iso.datetime().nullable(),
});

/** What is kept of a schedule, so that no run is missed or made twice by a restart. */
export interface Entry {
  /** In milliseconds since 1970, as the others. */
  readonly done: number;
  readonly finished: number | null;
}

/** Where it is kept. */
export interface Desk {
  readonly out: string;
  readonly files: Files;
  readonly moments: Pick<Moments, 'cron' | 'timezone'>;
}

/** What is known of a schedule; null where that is nothing, or of another schedule. */
export async function lookUp({ out, files, moments }: Desk): Promise<Entry | null> {
  const bytes = await files.read(path.join(out, JOURNAL)).catch(() => null);
  const entry = bytes && journalSchema.safeParse(parseJson(bytes)).data;
  if (entry?.cron !== moments.cron || entry.timezone !== moments.timezone) return null;
  const { done, finished } = entry;
  return { done: Date.parse(done), finished: finished === null ? null : Date.parse(finished) };
}

/**
 * Keep it, whole or not at all.
 *
 * @returns A message where the disk refuses.
 */
export async function note(
  { done, finished }: Entry,
  { out, files, moments: { cron, timezone } }: Desk,
): Promise<readonly VFileMessage[]> {
  const shown = {
    cron,
    timezone,
    done: new Date(done).toISOString(),
    finished: finished === null ? null : new Date(finished).toISOString(),
  } satisfies z.input<typeof journalSchema>;
  const draft = path.join(out, `${JOURNAL}.${process.pid}`);
  try {
    await files.makeFolder(out);
    await files.write(draft, new TextEncoder().encode(`${JSON.stringify(shown, null, 2)}\n`));
    await files.rename(draft, path.join(out, JOURNAL));
    return [];
  } catch (error) {
    await files.remove(draft).catch(() => undefined);
    return [unrecorded(path.join(out, JOURNAL), error)];
  }
}

const unrecorded = (file: string, cause: unknown) =>
  message({
    rule: 'run-unrecorded',
    file,
    found: describeDiskError(cause),
    expected: 'a file that can be written',
    advice: 'the schedule goes on; started anew, it may make a run twice, or not make up for one',
    cause,
  });
