import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { describeDiskError } from '../disk-errors.ts';
import { extensionOf, maxBytesOf } from '../documents/index.ts';
import type { Address, Source } from '../fetch/index.ts';
import { BuildFailure, message } from '../messages.ts';
import { sha256 as hash } from '../sha256.ts';
import type { Files } from '../system/index.ts';
import type { Report } from '../types.ts';
import { fileNameOf, freeName } from './file-name.ts';
import { writeReport } from './markdown.ts';
import { withOrigin } from './origin.ts';
import {
  dropRecord,
  FETCHED,
  type FetchRecord,
  findRecord,
  type Known,
  putRecord,
  putReport,
  readRecords,
  settledRecord,
} from './records.ts';

export { type Known, type LeftAlone, leftAlone } from './records.ts';

/** The folder that reports are added to. */
export interface Place {
  readonly folder: string;
  readonly files: Files;
}

/** What was made of an address. */
export interface Kept {
  /** `unchanged`: the report is still what was fetched before. */
  readonly outcome: 'added' | 'updated' | 'unchanged';
  /** Name of the report's file in the folder. */
  readonly file: string;
  readonly messages: readonly VFileMessage[];
}

/** A report, and where it comes from. */
export interface Found {
  readonly source: Source;
  /** As it was read. */
  readonly report: Report;
  readonly normalized: Report;
  /** Under which name the address is found again. */
  readonly key: string;
  /** When it was fetched, ISO 8601. */
  readonly retrieved: string;
}

/**
 * Under which name an address is found again: its own, or for a file its path from the folder of
 * the reports, which is the same wherever the program is started.
 *
 * @throws BuildFailure for a file that lies among the reports: it would be read twice.
 */
export function keyOf(address: Address, folder: string): string {
  if (address.kind === 'web') return address.url;
  const key = path.relative(folder, address.path).split(path.sep).join('/');
  if (!key.includes('/')) throw new BuildFailure([alreadyThere(address.path)]);
  return key;
}

/** What is known of an address. @throws BuildFailure where the disk refuses. */
export async function recall(key: string, { folder, files }: Place): Promise<Known | null> {
  const isIt = ({ asked, address }: FetchRecord) => asked === key || address === key;
  return findRecord(isIt, { folder, files, hash }).catch((error: unknown) => {
    throw new BuildFailure([unwritable(folder, error)]);
  });
}

/** What a server is told of a page that is known. Nothing where it has to be had in any case. */
export const lastFetched = (known: Known | null): FetchRecord | undefined =>
  known && isThere(known) ? known.record : undefined;

const isThere = ({ state }: Known): boolean => state === 'as-written' || state === 'edited';

/** Say which records cannot be used. */
export async function checkRecords(place: Place): Promise<readonly VFileMessage[]> {
  try {
    const { unusable } = await readRecords(place);
    return unusable.map((name) => recordUnusable(path.join(place.folder, FETCHED, name)));
  } catch (error) {
    return [unwritable(place.folder, error)];
  }
}

/**
 * Put a report into the folder, in place of what was fetched from its address before. What an
 * editor has changed since stays, and the report gets a name beside it.
 *
 * @param known What is known of the address.
 * @throws BuildFailure where nothing could be written; what was there then still is.
 */
export async function keep(found: Found, known: Known | null, place: Place): Promise<Kept> {
  const { source, normalized, retrieved } = found;
  const sha256 = hash(source.file.bytes);
  if (normalized.blocks.every(({ kind }) => kind === 'headline'))
    throw new BuildFailure([noText(source.named)]);
  try {
    if (known && isThere(known) && isSame(found, known.record)) {
      await noteValidators(known.record, source, place);
      return { outcome: 'unchanged', file: known.record.report, messages: [] };
    }
    const bytes = written(found, { retrieved, sha256 });
    checkSize(source.named, bytes);
    const name = await nameFor(found, known, place);
    const record = recordOf(found, { report: name, reportSha256: hash(bytes), sha256, known });
    await putReport({ record, report: bytes, copy: source.file.bytes }, place);
    if (known?.state !== 'edited') {
      const isNew = known === null || known.state === 'gone' || known.record.pending === true;
      return { outcome: isNew ? 'added' : 'updated', file: name, messages: [] };
    }
    await dropRecord(known.record, place);
    const edited = path.join(place.folder, known.record.report);
    return { outcome: 'added', file: name, messages: [fileEdited(edited, name)] };
  } catch (error) {
    if (error instanceof BuildFailure) throw error;
    throw new BuildFailure([unwritable(place.folder, error)]);
  }
}

function recordOf(
  { source, key, retrieved }: Found,
  {
    known,
    ...given
  }: Pick<FetchRecord, 'report' | 'reportSha256' | 'sha256'> & { readonly known: Known | null },
): FetchRecord {
  const { address, contentType, etag, lastModified, file } = source;
  const copy = `${stemOf(given.report)}.${given.sha256.slice(0, 16)}${extensionOf(file.name)}`;
  const from = { asked: key, address, contentType, etag, lastModified, retrieved };
  const replaced = replacedBy(known);
  return { ...given, replaced, ...(replaced === null && { pending: true }), copy, ...from };
}

const stemOf = (name: string) => name.slice(0, name.length - extensionOf(name).length);

function written(
  { source, report, normalized }: Found,
  provenance: { readonly retrieved: string; readonly sha256: string },
): Uint8Array {
  const metadata = withOrigin(report.metadata, source.address);
  return new TextEncoder().encode(writeReport({ ...report, metadata }, normalized, provenance));
}

/** Whether a report would be written as it was. Pages change in what surrounds their report. */
function isSame(found: Found, { sha256, retrieved, reportSha256 }: FetchRecord): boolean {
  if (hash(found.source.file.bytes) === sha256) return true;
  return hash(written(found, { retrieved, sha256 })) === reportSha256;
}

/** Keep what the server now says about a page whose report is the same. */
async function noteValidators(record: FetchRecord, source: Source, place: Place): Promise<void> {
  const { etag, lastModified } = source;
  if (etag === record.etag && lastModified === record.lastModified && !record.pending) return;
  await putRecord({ ...settledRecord(record), etag, lastModified }, place);
}

async function nameFor(
  { report }: Found,
  known: Known | null,
  { folder, files }: Place,
): Promise<string> {
  if (known && known.state !== 'edited') return known.record.report;
  await files.makeFolder(folder);
  const taken = (await files.list(folder)).map(({ name }) => name);
  if (known) return freeName(stemOf(known.record.report), taken);
  const { published, headline } = report.metadata;
  return fileNameOf({ date: published.value, headline: headline.value }, taken);
}

/** What stands where a report is to be written, if it is ours. */
function replacedBy(known: Known | null): string | null {
  if (known?.state === 'as-written') return known.record.reportSha256;
  return known?.state === 'unfinished' ? known.record.replaced : null;
}

// ---------------------------------------------------------------------------------------------
// Messages

function checkSize(file: string, { length }: Uint8Array): void {
  const limit = maxBytesOf('.md');
  if (length <= limit) return;
  throw new BuildFailure([
    message({
      rule: 'too-large',
      file,
      found: `report of ${Math.ceil(length / 1000)} kB`,
      expected: `at most ${limit / 1000} kB`,
      advice: 'save the text of the one report, and add the file',
    }),
  ]);
}

const noText = (file: string) =>
  message({
    rule: 'no-article',
    file,
    found: 'file without the text of a report',
    expected: 'paragraphs',
    advice: 'check what the address shows; save the text of the report, and add the file',
  });

const alreadyThere = (file: string) =>
  message({
    rule: 'already-there',
    file,
    found: 'file among the reports',
    expected: 'one from elsewhere',
    advice: 'builds read it where it is; nothing is to be added',
  });

const fileEdited = (file: string, name: string) =>
  message({
    rule: 'file-edited',
    file,
    found: 'changes since it was added',
    expected: 'the report as it was fetched',
    advice: `it was left alone; the page as it is now is ${name}: keep one of the two`,
  });

const recordUnusable = (file: string) =>
  message({
    rule: 'record-unusable',
    file,
    found: 'record that cannot be read',
    expected: 'one as it was written',
    advice: 'its report is taken for one of your own; remove the record',
  });

const unwritable = (folder: string, cause: unknown) =>
  message({
    rule: 'output-unwritable',
    file: folder,
    found: describeDiskError(cause),
    expected: 'a folder that can be written',
    advice: 'check its permissions and the free space, or name another with --to',
    cause,
  });
