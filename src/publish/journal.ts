import path from 'node:path';
import { z } from 'zod';
import type { Files } from '../system/index.ts';
import type { OutputFile } from '../types.ts';

/*
 * How one edition takes the place of another, so that it may stop anywhere.
 *
 * Several files cannot be put in place at once. So the new edition and a copy of the old one are
 * laid side by side in a journal first. The name of the journal's folder is the state, and one
 * rename leads from each to the next:
 *
 *   none      One edition lies in the folder, whole.
 *   .draft-…  The journal is being written. The folder holds the old edition.
 *   .ready    The journal is complete. The new edition is being put in place.
 *   .undo     That failed. The old edition is being put back.
 *
 * Whatever the state, the next run leads it to "none": `.draft-…` is rubbish, `.ready` is carried
 * on with, and so is `.undo`. Files leave the journal by renames alone, which need no room on the
 * disk and are done wholly or not at all; what has left it is in place. So each step may be
 * repeated.
 */

/** The names of a journal's folder that are states. */
const READY = '.ready';
const UNDO = '.undo';

/** The names of the files of both editions; as files are put in place, their copies are gone. */
const NAMES = 'names.json';

/** Something of either edition. */
interface Sides<T> {
  readonly new: T;
  readonly old: T;
}

/** A name in the folder itself, not hidden. Any other would lead out of it, or is none of ours. */
export const fileName = z.string().regex(/^[^./\\][^/\\]*$/u);

const namesSchema = z.object({ new: z.array(fileName), old: z.array(fileName) });

type Names = z.output<typeof namesSchema>;

/** Where an edition is published, and by what means. */
export interface Place {
  readonly out: string;
  /** A name that is nobody's, and no state. A journal that has served its time is renamed to it. */
  readonly draft: string;
  readonly files: Files;
}

/** Thrown where an edition can neither be put in place nor be put back. The next run mends it. */
export class Unfinished extends Error {
  override readonly name = 'Unfinished';
}

/**
 * Write the journal, and declare it complete.
 *
 * @param edition The new edition. Its last file is put in place last.
 * @param old Names of the files of the old one.
 */
export async function prepare(
  edition: readonly OutputFile[],
  old: readonly string[],
  { out, draft, files }: Place,
): Promise<void> {
  const names: Names = { new: edition.map(({ name }) => name), old: [...old] };
  await files.makeFolder(path.join(draft, 'new'));
  await files.makeFolder(path.join(draft, 'old'));
  for (const { name, bytes } of edition) await files.write(path.join(draft, 'new', name), bytes);
  for (const name of old) {
    await files.write(path.join(draft, 'old', name), await files.read(path.join(out, name)));
  }
  await files.write(path.join(draft, NAMES), new TextEncoder().encode(JSON.stringify(names)));
  await files.rename(draft, path.join(out, READY));
}

/**
 * Carry on with whatever was begun, until one edition lies in the folder, whole.
 *
 * @throws Error of the disk where the new edition cannot be put in place; the old one is then.
 * @throws Unfinished where that failed too.
 */
export async function settle(place: Place): Promise<void> {
  if (await isJournal(UNDO, place)) {
    await putOld(place).catch((error: unknown) => giveUp(error));
  }
  if (!(await isJournal(READY, place))) return;
  try {
    await putNew(place);
  } catch (error) {
    await undo(place).catch(() => giveUp(error));
    throw error;
  }
}

function giveUp(cause: unknown): never {
  throw new Unfinished('neither edition could be put in place', { cause });
}

async function undo(place: Place): Promise<void> {
  const { out, files } = place;
  await files.rename(path.join(out, READY), path.join(out, UNDO));
  await putOld(place);
}

/** Put the new edition in place, take away what only the old one has, and drop the journal. */
async function putNew(place: Place): Promise<void> {
  const { folder, names, waiting, there } = await open(READY, place);
  await putIn(waiting.new, folder.new, place);
  await takeAway(
    names.old.filter((name) => !names.new.includes(name) && there.includes(name)),
    place,
  );
  await drop(READY, place);
}

/** Put back of the old edition what made way for the new one, and drop the journal. */
async function putOld(place: Place): Promise<void> {
  const { folder, names, waiting, there } = await open(UNDO, place);
  const replaced = names.new.filter((name) => !waiting.new.includes(name));
  const madeWay = (name: string) =>
    names.new.includes(name) ? replaced.includes(name) : !there.includes(name);
  await putIn(waiting.old.filter(madeWay), folder.old, place);
  await takeAway(
    replaced.filter((name) => !names.old.includes(name) && there.includes(name)),
    place,
  );
  await drop(UNDO, place);
}

interface Journal {
  readonly folder: Sides<string>;
  readonly names: Names;
  /** Names of the files that have not left the journal, in the order of `names`. */
  readonly waiting: Sides<readonly string[]>;
  /** Names of the files that are in place. */
  readonly there: readonly string[];
}

async function open(state: string, { out, files }: Place): Promise<Journal> {
  const journal = path.join(out, state);
  const folder = { new: path.join(journal, 'new'), old: path.join(journal, 'old') };
  const names = (await namesOf(journal, files)) ?? { new: [], old: [] };
  const [fresh, former] = [await filesIn(folder.new, files), await filesIn(folder.old, files)];
  const waiting = {
    new: names.new.filter((name) => fresh.includes(name)),
    old: names.old.filter((name) => former.includes(name)),
  };
  return { folder, names, waiting, there: await filesIn(out, files) };
}

async function putIn(names: readonly string[], from: string, { out, files }: Place): Promise<void> {
  for (const name of names) await files.rename(path.join(from, name), path.join(out, name));
}

async function takeAway(names: readonly string[], { out, files }: Place): Promise<void> {
  for (const name of names) await files.remove(path.join(out, name));
}

async function drop(state: string, { out, draft, files }: Place): Promise<void> {
  await files.rename(path.join(out, state), draft);
  // What is left of it is rubbish, and harmless: a later run takes it away.
  await files.remove(draft).catch(() => undefined);
}

async function isJournal(name: string, { out, files }: Place): Promise<boolean> {
  const entries = await files.list(out);
  if (!entries.some((entry) => entry.name === name && entry.kind === 'folder')) return false;
  return (await namesOf(path.join(out, name), files)) !== undefined;
}

/** The names that a journal holds; nothing where the folder is no journal but someone else's. */
async function namesOf(folder: string, files: Files): Promise<Names | undefined> {
  if (!(await filesIn(folder, files)).includes(NAMES)) return undefined;
  return namesSchema.safeParse(parsed(await files.read(path.join(folder, NAMES)))).data;
}

/** Names of the files in a folder, without folders and links that lead out. */
export async function filesIn(folder: string, files: Files): Promise<readonly string[]> {
  return (await files.list(folder)).filter(({ kind }) => kind === 'file').map(({ name }) => name);
}

/** The value that JSON gives; nothing where it is no JSON. */
export function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(json));
  } catch {
    return undefined;
  }
}
