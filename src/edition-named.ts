import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { describeDiskError } from './disk-errors.ts';
import { RECORD, recordSchema } from './edition-record.ts';
import { editionFolder, editionNumbers, shownNumbers } from './editions.ts';
import { message } from './messages.ts';
import type { Files } from './system/index.ts';
import type { EditionRecord } from './types.ts';

/** A record that was asked for, or why there is none. */
export type Asked = { readonly record: EditionRecord } | { readonly objection: VFileMessage };

export const isObjection = (asked: Asked): asked is Extract<Asked, { objection: unknown }> =>
  'objection' in asked;

/** Where editions are looked for. */
export interface Shelf {
  /** The folder that editions are published to. */
  readonly out: string;
  readonly files: Files;
}

/**
 * Read what was kept of an edition.
 *
 * @param name Its number, or a folder that holds the record of one.
 */
export async function editionNamed(name: string, { out, files }: Shelf): Promise<Asked> {
  if (!/^\d{1,9}$/u.test(name)) return recordIn(name, files);
  const there = await editionNumbers(out, files);
  const number = Number(name);
  if (there.includes(number)) return recordIn(editionFolder(out, number), files);
  const expected =
    there.length > 0 ? `one of ${there.join(', ')}` : 'an edition that was published';
  return { objection: unknown(out, { found: `edition ${number}`, expected }) };
}

/**
 * The names of the editions to be compared, where not both are given: the last against the one before it,
 * or against the one that is named.
 *
 * @returns One name alone where there are not enough editions.
 */
export async function namesOfTwo(
  given: readonly string[],
  { out, files }: Shelf,
): Promise<readonly string[]> {
  if (given.length > 1) return given;
  const shown = (await shownNumbers(out, files)).map(String);
  const last = shown.slice(-1);
  return given.length === 1 ? [...given, ...last] : shown.slice(-2);
}

export const tooFew = (out: string, count: number): VFileMessage =>
  unknown(out, {
    found: count === 0 ? 'folder without editions' : 'folder with one edition',
    expected: 'two editions to compare',
  });

function unknown(out: string, lack: { readonly found: string; readonly expected: string }) {
  const advice =
    'name one of these, a folder that holds an edition.json, or another folder with --in';
  return message({ rule: 'edition-unknown', file: out, ...lack, advice });
}

async function recordIn(folder: string, files: Files): Promise<Asked> {
  const file = path.join(folder, RECORD);
  const objection = (found: string, cause?: unknown): Asked => ({
    objection: message({
      rule: 'edition-unusable',
      file,
      found,
      expected: 'the record of an edition, as a build writes it',
      advice: 'name another edition; the page of this one may be whole all the same',
      cause,
    }),
  });
  try {
    const bytes = await files.read(file);
    const read = recordSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (read.success) return { record: read.data };
    const [first] = read.error.issues;
    const at = first?.path.map(String).join('.') ?? '';
    return objection(at === '' ? 'other content' : `content at ${at}`, read.error);
  } catch (error) {
    return objection(
      error instanceof SyntaxError ? 'text that is no JSON' : describeDiskError(error),
      error,
    );
  }
}
