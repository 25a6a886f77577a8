import path from 'node:path';
import { z } from 'zod';
import { RECORD, recordSchema } from './edition-record.ts';
import { parseJson } from './parse-json.ts';
import type { Entry, Files } from './system/index.ts';
import type { EditionRecord } from './types.ts';

/*
 * How the editions of a briefing lie in the folder that it is published to:
 *
 *   editions/0003/            The files of an edition, as they were made; never changed.
 *   editions/.withdrawn.json  Numbers of those that are shown no more.
 *   current                   A link to the edition that is shown: the highest not withdrawn.
 *   index.html, …             Links to the files of that one.
 *
 * What is shown follows from the folders and the list alone: links that were lost are made again.
 */

/** Name of the folder of the editions. */
export const EDITIONS = 'editions';

/** Name of the link to the edition that is shown. */
export const CURRENT = 'current';

/** Name of the file that lists the others of an edition. */
export const MANIFEST = 'manifest.json';

/** The feeds that tell of new editions. */
export const FEED_TABLE = {
  atom: { file: 'feed.xml', mediaType: 'application/atom+xml', label: 'Atom' },
  json: { file: 'feed.json', mediaType: 'application/feed+json', label: 'JSON Feed' },
} as const;

/** Names of their files. */
export const FEEDS: readonly string[] = Object.values(FEED_TABLE).map(({ file }) => file);

const WITHDRAWN = '.withdrawn.json';

/** Name of the folder of an edition: `0003`. */
export const editionName = (number: number): string => String(number).padStart(4, '0');

/** The folder of an edition. */
export const editionFolder = (out: string, number: number): string =>
  path.join(out, EDITIONS, editionName(number));

/** The list of those that are withdrawn. */
export const withdrawnList = (out: string): string => path.join(out, EDITIONS, WITHDRAWN);

/** What stands in a folder; nothing where there is none. */
export async function listed(folder: string, files: Files): Promise<readonly Entry[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (isNothing(error)) return [];
    throw error;
  }
}

const isNothing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code));

/** The bytes of a file; null where there is none. @throws Error of the disk for any other cause. */
export async function readIfThere(file: string, files: Files): Promise<Uint8Array | null> {
  try {
    return await files.read(file);
  } catch (error) {
    if (isNothing(error)) return null;
    throw error;
  }
}

/** The numbers of all editions, in order, those withdrawn too. */
export async function editionNumbers(out: string, files: Files): Promise<readonly number[]> {
  const entries = await listed(path.join(out, EDITIONS), files);
  return entries
    .filter(({ name, kind, link }) => kind === 'folder' && link === undefined && isNumber(name))
    .map(({ name }) => Number(name))
    .sort((a, b) => a - b);
}

const isNumber = (name: string): boolean =>
  /^\d{4,9}$/u.test(name) && editionName(Number(name)) === name;

const withdrawnSchema = z.array(z.int().min(0));

/** The numbers of the editions that are shown no more; none where the list cannot be used. */
export async function withdrawnNumbers(out: string, files: Files): Promise<readonly number[]> {
  const bytes = await readIfThere(withdrawnList(out), files);
  return withdrawnSchema.catch([]).parse(bytes && parseJson(bytes));
}

/** The numbers of the editions that were shown and are to be had, in order; the last is shown. */
export async function shownNumbers(out: string, files: Files): Promise<readonly number[]> {
  const withdrawn = await withdrawnNumbers(out, files);
  return (await editionNumbers(out, files)).filter((number) => !withdrawn.includes(number));
}

/** What was kept of an edition; null where nothing can be used. */
export async function readRecord(
  out: string,
  number: number,
  files: Files,
): Promise<EditionRecord | null> {
  const bytes = await readIfThere(path.join(editionFolder(out, number), RECORD), files);
  return recordSchema.safeParse(bytes && parseJson(bytes)).data ?? null;
}

/** What a build has to know of the editions before it. */
export interface Before {
  /** The one that is shown; null where there is none, or nothing is known of it. */
  readonly last: EditionRecord | null;
  /** Name of its document, as `documentKey` gives it; null where it is not known, or not whole. */
  readonly document: string | null;
  /** Those that were withdrawn: a build that says the same is not published. */
  readonly withdrawn: readonly { readonly number: number; readonly document: string }[];
  /** The number of the next. */
  readonly next: number;
}

/** Before the first edition. */
export const NOTHING_BEFORE: Before = { last: null, document: null, withdrawn: [], next: 1 };
