import path from 'node:path';
import { namesListed } from '../edition-manifest.ts';
import {
  CURRENT,
  EDITIONS,
  editionFolder,
  editionName,
  editionNumbers,
  FEEDS,
  listed,
  MANIFEST,
  readIfThere,
  shownNumbers,
} from '../editions.ts';
import type { Entry, Files } from '../system/index.ts';
import type { Place } from './draft.ts';

/*
 * Links are written with `/`, which all systems that have them read.
 */

/** What is shown, and how. */
export interface Shown {
  readonly number: number;
  readonly by: 'links' | 'copies';
  /** Whether copies were asked for. */
  readonly asked: boolean;
}

/**
 * Show the highest edition that is not withdrawn, and do nothing where that is shown already.
 *
 * The files of the folder are links by way of `current`: one rename exchanges all of them. Where the
 * disk has no links, they are copies, which are exchanged one by one.
 *
 * @param links Whether to link. Default: where that is possible, save that copies stay copies.
 * @returns Nothing where there is no edition.
 * @throws Error of the disk.
 */
export async function layOut(place: Place, links?: boolean): Promise<Shown | null> {
  const { out, files } = place;
  const number = (await shownNumbers(out, files)).at(-1);
  if (number === undefined) {
    await takeAwayLinks(place);
    return null;
  }
  const names = await namesOf(editionFolder(out, number), files);
  const asked = links === false || (links === undefined && (await showsCopies(place)));
  if (!asked && (await linked({ number, names, place }))) return { number, by: 'links', asked };
  await copied({ number, names, place });
  return { number, by: 'copies', asked };
}

/** Names of the files of an edition that are shown: the feeds among them, and the manifest last. */
async function namesOf(folder: string, files: Files): Promise<readonly string[]> {
  const outputs = await namesListed(folder, files);
  const there = (await listed(folder, files)).map(({ name }) => name);
  const feeds = FEEDS.filter((name) => there.includes(name));
  return [...outputs, ...feeds, MANIFEST];
}

/** Whether what the folder shows are copies of an edition: who asked for them once need not ask again. */
async function showsCopies({ out, files }: Place): Promise<boolean> {
  const entries = await listed(out, files);
  const isPlain = entries.some(({ name, link }) => name === MANIFEST && link === undefined);
  if (!isPlain || entries.some(({ name }) => name === CURRENT)) return false;
  const shown = await files.read(path.join(out, MANIFEST));
  for (const number of await editionNumbers(out, files)) {
    const manifest = await readIfThere(path.join(editionFolder(out, number), MANIFEST), files);
    if (manifest && isSame(manifest, shown)) return true;
  }
  return false;
}

interface Laying {
  readonly number: number;
  readonly names: readonly string[];
  readonly place: Place;
}

// ---------------------------------------------------------------------------------------------
// Links

/** Where the link of a file leads. */
const linkOf = (name: string): string => `${CURRENT}/${name}`;

/** @returns Whether the disk has links. */
async function linked(laying: Laying): Promise<boolean> {
  const { out, files } = laying.place;
  const entries = await listed(out, files);
  const former = await namesListed(out, files);
  try {
    if (entries.some(({ name, link }) => laying.names.includes(name) && link === undefined)) {
      // What lies there by itself makes way file by file, for what is there already.
      await linkCurrent(laying, entries);
      await linkFiles(laying, entries);
    } else {
      // Until `current` is exchanged, those that are new lead to nothing, as if they were not there.
      await linkFiles(laying, entries);
      await linkCurrent(laying, entries);
    }
  } catch (error) {
    if (hasNoLinks(error)) return false;
    throw error;
  }
  const isOurs = ({ name, link }: Entry) =>
    link === undefined ? former.includes(name) : link === linkOf(name);
  for (const entry of entries) {
    if (isOurs(entry) && !laying.names.includes(entry.name) && entry.kind !== 'folder') {
      await files.remove(path.join(out, entry.name));
    }
  }
  return true;
}

async function linkFiles({ names, place }: Laying, entries: readonly Entry[]): Promise<void> {
  const missing = names.filter((name) => !leadsTo(entries, name, linkOf(name)));
  for (const name of missing) await relink(linkOf(name), name, place);
}

async function linkCurrent({ number, place }: Laying, entries: readonly Entry[]): Promise<void> {
  const target = `${EDITIONS}/${editionName(number)}`;
  if (leadsTo(entries, CURRENT, target)) return;
  await clear(entries, place);
  await relink(target, CURRENT, place);
}

/** Where no edition is left, nothing is shown. */
async function takeAwayLinks({ out, files }: Place): Promise<void> {
  for (const { name, link } of await listed(out, files)) {
    const isOurs = link === linkOf(name) || (name === CURRENT && link?.startsWith(`${EDITIONS}/`));
    if (isOurs) await files.remove(path.join(out, name));
  }
}

const leadsTo = (entries: readonly Entry[], name: string, target: string): boolean =>
  entries.some((entry) => entry.name === name && entry.link === target);

/** Put a link in the place of whatever has its name, by a rename. */
async function relink(target: string, name: string, { out, draft, files }: Place): Promise<void> {
  const made = `${draft}.link`;
  await files.remove(made);
  await files.link(target, made);
  try {
    await files.rename(made, path.join(out, name));
  } catch (error) {
    await files.remove(made).catch(() => undefined);
    throw error;
  }
}

/** A copy of the folder that followed links has the edition itself where the link was: it makes way. */
async function clear(entries: readonly Entry[], { out, draft, files }: Place): Promise<void> {
  const current = entries.find(({ name }) => name === CURRENT);
  if (current?.kind !== 'folder' || current.link !== undefined) return;
  await files.rename(path.join(out, CURRENT), draft);
  await files.remove(draft).catch(() => undefined);
}

/** What disks say that have no links, and systems that let only some users make them. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

const hasNoLinks = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && 'syscall' in error && error.syscall === 'symlink'
    ? NO_LINKS.has(String(error.code))
    : false;

// ---------------------------------------------------------------------------------------------
// Copies

async function copied({ number, names, place }: Laying): Promise<void> {
  const { out, files } = place;
  const former = await namesListed(out, files);
  const entries = await listed(out, files);
  const isLink = (name: string) =>
    entries.some((entry) => entry.name === name && entry.link !== undefined);
  for (const name of names) {
    // The manifest comes last: who reads it finds the files that it lists, and no others of ours.
    if (name === MANIFEST) await removeFormer(former, names, place);
    const bytes = await files.read(path.join(editionFolder(out, number), name));
    const there = await readIfThere(path.join(out, name), files);
    if (there && isSame(there, bytes) && !isLink(name)) continue;
    await files.write(place.draft, bytes);
    await files.rename(place.draft, path.join(out, name));
  }
}

async function removeFormer(
  former: readonly string[],
  names: readonly string[],
  { out, files }: Place,
): Promise<void> {
  for (const name of former) {
    if (!names.includes(name)) await files.remove(path.join(out, name));
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
