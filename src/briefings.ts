import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { EXTENSIONS, extensionOf } from './documents/index.ts';
import { CURRENT, EDITIONS, FEEDS, listed } from './editions.ts';
import { message } from './messages.ts';
import type { Entry, Files } from './system/index.ts';

/** The folders of a folder of many briefings. */
export interface Collection {
  /** Names of the folders that are to be built, in their order. */
  readonly names: readonly string[];
  /** Names of those that nothing may be published under. */
  readonly refused: readonly string[];
  readonly messages: readonly VFileMessage[];
}

/** Name of the file that makes a folder a briefing, whatever else it holds. */
const CONFIG = 'briefing.yaml';

/** Name of the page over all briefings, in the folder that they are published to. */
export const OVERVIEW = 'index.html';

/** Names in that folder that no briefing may have; names of folders of editions are told apart by them. */
const OURS: readonly string[] = [OVERVIEW, ...FEEDS, EDITIONS, CURRENT];

/**
 * Tell whether a folder holds many briefings: no report and no `briefing.yaml` of its own, and folders
 * that do. Only these are looked into, none of theirs.
 *
 * @param out The folder to publish to, which is no briefing wherever it lies. Default: none.
 * @returns Null where it holds one briefing, or none.
 */
export async function briefingsIn(
  folder: string,
  files: Files,
  out?: string,
): Promise<Collection | null> {
  const entries = await visibleIn(folder, files);
  if (!entries || entries.some((entry) => entry.kind !== 'folder' && isOfBriefing(entry)))
    return null;
  const ours = out === undefined ? undefined : path.relative(folder, out);
  const looked = await Promise.all(
    entries.map(async (entry) => ({ entry, is: await look(entry, { folder, files, ours }) })),
  );
  const named = (kind: Found) => looked.flatMap(({ entry, is }) => (is === kind ? [entry] : []));
  const briefings = named('briefing').map(({ name }) => name);
  if (briefings.length === 0) return null;
  const objections = new Map(
    briefings.flatMap((name) => {
      const found = objectTo(name, briefings);
      return found ? [[name, nameTaken(path.join(folder, name), found)] as const] : [];
    }),
  );
  return {
    names: briefings.filter((name) => !objections.has(name)),
    refused: [...objections.keys()],
    messages: [
      ...named('outside').map(({ name }) => outside(path.join(folder, name))),
      ...objections.values(),
      ...named('none').map(({ name }) => passedOver(path.join(folder, name))),
      ...named('other').map(({ name }) => unread(path.join(folder, name))),
    ],
  };
}

/** Say that one briefing has to be named, where a folder holds many. */
export function manyBriefings(
  folder: string,
  { names, refused }: Pick<Collection, 'names' | 'refused'>,
): VFileMessage {
  const all = [...names, ...refused];
  const shown = all.slice(0, MOST_NAMED).map((name) => path.join(folder, name));
  return message({
    rule: 'many-briefings',
    file: folder,
    found: `folder of ${all.length} briefings`,
    expected: 'one of them',
    advice: `name one: ${shown.join(', ')}${all.length > shown.length ? ' …' : ''}`,
  });
}

const MOST_NAMED = 20;

/** What an entry of the folder is. */
type Found = 'briefing' | 'none' | 'output' | 'outside' | 'other';

interface Looking {
  readonly folder: string;
  readonly files: Files;
  /** The way from the folder to that which is published to. */
  readonly ours: string | undefined;
}

async function look({ name, kind }: Entry, { folder, files, ours }: Looking): Promise<Found> {
  if (kind === 'outside') return 'outside';
  if (kind !== 'folder') return 'other';
  const inner = await visibleIn(path.join(folder, name), files);
  // One that cannot be read is told of by its build.
  if (!inner) return 'briefing';
  if (await isOutput(path.join(folder, name), inner, files)) return 'output';
  if (inner.some(isOfBriefing) && !(name === ours && inner.every(isOverview))) return 'briefing';
  return ours?.split(path.sep)[0] === name ? 'output' : 'none';
}

/** Whether an entry makes its folder a briefing. */
const isOfBriefing = ({ name, kind }: Entry): boolean =>
  kind !== 'folder' && (name === CONFIG || EXTENSIONS.has(extensionOf(name)));

const isOverview = ({ name }: Entry): boolean => OURS.includes(name);

/**
 * The briefings that were published to folders of a folder, in the order of their names.
 *
 * @returns Null where one briefing was published to it, or none.
 */
export async function publishedIn(out: string, files: Files): Promise<readonly string[] | null> {
  const entries = await visibleIn(out, files);
  if (!entries || entries.some(isEditions)) return null;
  const folders = entries.filter((entry) => entry.kind === 'folder' && !isOurs(entry.name));
  const found = await Promise.all(
    folders.map(async ({ name }) => {
      const inner = await visibleIn(path.join(out, name), files);
      return inner?.some(isEditions) ? [name] : [];
    }),
  );
  const names = found.flat();
  return names.length > 0 ? names : null;
}

/**
 * A folder that one briefing was published to shows that one: the page over many would take its place.
 *
 * @param option The one that names another.
 * @returns A message where it is so.
 */
export async function heldByOne(
  out: string,
  option: '--out' | '--to',
  files: Files,
): Promise<readonly VFileMessage[]> {
  const entries = await listed(out, files).catch(() => []);
  if (!entries.some(({ name }) => name === EDITIONS)) return [];
  return [
    message({
      rule: 'output-unwritable',
      file: out,
      found: 'folder that one briefing was published to',
      expected: 'a folder for many, or none yet',
      advice: `name another with ${option}; nothing was written`,
    }),
  ];
}

/** Whether editions were published to a folder, of one briefing or of many. */
async function isOutput(folder: string, entries: readonly Entry[], files: Files): Promise<boolean> {
  if (entries.some(isEditions)) return true;
  if (!entries.some(({ name }) => name === OVERVIEW)) return false;
  const folders = entries.filter(({ kind }) => kind === 'folder');
  const inner = await Promise.all(
    folders.map(async ({ name }) => (await visibleIn(path.join(folder, name), files)) ?? []),
  );
  return inner.some((found) => found.some(isEditions));
}

const isEditions = ({ name, kind }: Entry): boolean => kind === 'folder' && name === EDITIONS;

/** What is not hidden; nothing where there is no such folder, or it cannot be read. */
async function visibleIn(folder: string, files: Files): Promise<readonly Entry[] | undefined> {
  const listed = await files.list(folder).catch(() => undefined);
  return listed?.filter(({ name }) => !name.startsWith('.'));
}

// ---------------------------------------------------------------------------------------------
// Names

/** Say why nothing may be published under a name; nothing where it may. */
function objectTo(name: string, names: readonly string[]): string | undefined {
  if (isOurs(name)) return `name "${name}", which Synoptic has taken`;
  const twin = names.find((other) => other !== name && folded(other) === folded(name));
  return twin && `name that differs from "${twin}" in capitals or accents’ spelling alone`;
}

const isOurs = (name: string): boolean => OURS.includes(folded(name));

/** On many disks names that differ in capitals alone, or in how accents are written, are one. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();

// ---------------------------------------------------------------------------------------------
// Messages

/** Say that a folder holds no briefings, where many were asked for. */
export const noBriefings = (folder: string): VFileMessage =>
  message({
    rule: 'no-reports',
    file: folder,
    found: 'folder without a briefing in it',
    expected: 'folders that hold reports',
    advice: 'name the folder that the briefings’ folders lie in',
  });

const nameTaken = (file: string, found: string): VFileMessage =>
  message({
    rule: 'briefing-name',
    file,
    found,
    expected: 'a name of its own, under which it can be published',
    advice: 'it was not built; rename the folder',
  });

const outside = (file: string): VFileMessage =>
  message({
    rule: 'outside-folder',
    file,
    found: 'link that leads out of the folder, or nowhere',
    expected: 'a briefing’s folder',
    advice: 'the others were built; put the folder itself in its place, or take the link away',
  });

const passedOver = (file: string): VFileMessage =>
  message({
    rule: 'skipped-folder',
    file,
    found: 'folder without a report or briefing.yaml',
    expected: 'the folder of a briefing',
    advice: 'it was passed over; put its reports into it, one level deep',
  });

const unread = (file: string): VFileMessage =>
  message({
    rule: 'no-reader',
    file,
    found: 'file beside the folders of briefings',
    expected: 'folders of briefings alone',
    advice: 'it was left out; put it into the folder of its briefing',
  });
