import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../parse-json.ts';
import type { Files } from '../system/index.ts';

/**
 * What is known of a report that was added: where it came from, what it was then, and how to ask
 * whether it changed. One JSON file a report, beside the copies of what was fetched.
 */

/** Hidden, so that builds pass it over. */
export const FETCHED = '.fetched';

const sha256 = z.string().regex(/^[\da-f]{64}$/u);

/** A name in the folder itself: any other would lead out of it. */
const fileName = z.string().regex(/^[^./\\][^/\\]*$/u);

const recordSchema = z.object({
  /** Name of the report's file, and what was written into it. */
  report: fileName,
  reportSha256: sha256,
  /**
   * What stood there before. A run that was killed after it wrote this, and before it wrote the
   * report, left that there: it is no work of an editor.
   */
  replaced: sha256.nullable(),
  /**
   * Whether the report was still to be written, where nothing stood. Where it is not there, the run
   * was killed; else its editor took it out.
   */
  pending: z.literal(true).optional(),
  /** What the user named: an address, or the path of a file from this folder. */
  asked: z.string(),
  /** Where it was found, after redirects; null for a file. */
  address: z.string().nullable(),
  /** Name of the copy of the bytes as they were fetched, in the folder of the copies. */
  copy: fileName,
  sha256,
  /** What the server said of it; empty where it said nothing. */
  contentType: z.string(),
  etag: z.string(),
  lastModified: z.string(),
  /** When it was fetched, ISO 8601. */
  retrieved: z.iso.datetime(),
});

export type FetchRecord = z.output<typeof recordSchema>;

/** A record, and what became of the report since it was made. */
export interface Known {
  readonly record: FetchRecord;
  /** `unfinished`: the run that wrote the record was killed before it wrote the report. */
  readonly state: 'as-written' | 'edited' | 'gone' | 'unfinished';
}

/** What an editor made of a report: where nobody looks on, it stays so. */
export interface LeftAlone {
  /** `withdrawn`: the file was taken out of the folder. */
  readonly outcome: 'withdrawn' | 'unchanged';
  /** Name of the report's file in the folder; null where it is there no more. */
  readonly file: string | null;
}

/** Tell whether an editor took a report out, or changed it; null where it is as it was fetched. */
export function leftAlone(known: Known | null): LeftAlone | null {
  if (known?.state === 'gone') return { outcome: 'withdrawn', file: null };
  return known?.state === 'edited' ? { outcome: 'unchanged', file: known.record.report } : null;
}

/**
 * The record of an address.
 *
 * @param is Says which one is sought.
 */
export async function findRecord(
  is: (record: FetchRecord) => boolean,
  { folder, files, hash }: Shelf,
): Promise<Known | null> {
  const record = (await readRecords({ folder, files })).records.find(is);
  if (!record) return null;
  const bytes = await files.read(path.join(folder, record.report)).catch(nothingThere);
  if (bytes === null) return { record, state: record.pending ? 'unfinished' : 'gone' };
  const found = hash(bytes);
  if (found === record.reportSha256) return { record, state: 'as-written' };
  return { record, state: found === record.replaced ? 'unfinished' : 'edited' };
}

/** @throws Error of the disk for a file that is there. */
function nothingThere(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

/** Where reports are kept, and by what means. */
export interface Shelf {
  readonly folder: string;
  readonly files: Files;
  /** SHA-256 of some bytes, hexadecimal. */
  readonly hash: (bytes: Uint8Array) => string;
}

/** Every record of a folder, and the names of those that cannot be used. */
export async function readRecords({ folder, files }: Pick<Shelf, 'folder' | 'files'>): Promise<{
  readonly records: readonly FetchRecord[];
  readonly unusable: readonly string[];
}> {
  const entries = await files.list(path.join(folder, FETCHED)).catch(() => []);
  const records: FetchRecord[] = [];
  const unusable: string[] = [];
  for (const { name, kind } of entries) {
    if (kind !== 'file' || !name.endsWith('.json') || name.startsWith('.')) continue;
    const bytes = await files.read(path.join(folder, FETCHED, name));
    const record = recordSchema.safeParse(parseJson(bytes)).data;
    if (record) records.push(record);
    else unusable.push(name);
  }
  return { records, unusable };
}

/** What is to be written of one report. */
export interface Written {
  readonly record: FetchRecord;
  /** Text of the report. */
  readonly report: Uint8Array;
  /** The bytes as they were fetched. */
  readonly copy: Uint8Array;
}

/**
 * Write a report with its copy and its record, so that it may stop anywhere: each file whole or
 * not at all, the record before the report that it speaks of. That of a new report says so until it
 * is there.
 *
 * @throws Error of the disk.
 */
export async function putReport(
  { record, report, copy }: Written,
  { folder, files }: Pick<Shelf, 'folder' | 'files'>,
): Promise<void> {
  const fetched = path.join(folder, FETCHED);
  await files.makeFolder(fetched);
  await putWhole(path.join(fetched, record.copy), copy, { fetched, files });
  await putRecord(record, { folder, files });
  await putWhole(path.join(folder, record.report), report, { fetched, files });
  if (record.pending) await putRecord(settledRecord(record), { folder, files });
}

/** The record of a report that is there. */
export function settledRecord(record: FetchRecord): FetchRecord {
  const { pending: _, ...settled } = record;
  return settled;
}

/** Write a record by itself. @throws Error of the disk. */
export async function putRecord(
  record: FetchRecord,
  { folder, files }: Pick<Shelf, 'folder' | 'files'>,
): Promise<void> {
  const fetched = path.join(folder, FETCHED);
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
  await putWhole(path.join(fetched, recordName(record)), bytes, { fetched, files });
}

/** Forget a report: it stays, and is its editor's alone. */
export const dropRecord = (
  record: FetchRecord,
  { folder, files }: Pick<Shelf, 'folder' | 'files'>,
) => files.remove(path.join(folder, FETCHED, recordName(record)));

const recordName = ({ report }: FetchRecord) => `${report}.json`;

async function putWhole(
  file: string,
  bytes: Uint8Array,
  { fetched, files }: { readonly fetched: string; readonly files: Files },
): Promise<void> {
  const draft = path.join(fetched, `.draft-${process.pid}`);
  try {
    await files.write(draft, bytes);
    await files.rename(draft, file);
  } catch (error) {
    await files.remove(draft).catch(() => undefined);
    throw error;
  }
}
