import path from 'node:path';
import { VFileMessage } from 'vfile-message';
import { describeDiskError } from '../disk-errors.ts';
import {
  decodeText,
  EXTENSIONS,
  extensionOf,
  maxBytesOf,
  type RawFile,
} from '../documents/index.ts';
import { BuildFailure, message } from '../messages.ts';
import type { Entry, Files } from '../system/index.ts';

/** A briefing's folder: what stands in it, and what its editor decided. */
export interface Folder {
  readonly path: string;
  /** What is not hidden, in order of the names, without `briefing.yaml`. */
  readonly entries: readonly Entry[];
  /** Name and text of `briefing.yaml`; the text is empty when there is none. */
  readonly config: { readonly name: string; readonly source: string };
  readonly messages: readonly VFileMessage[];
}

/** The files of a folder that may be reports. */
export interface Loaded {
  readonly files: readonly RawFile[];
  /** Names of those that should be read and cannot. */
  readonly unread: readonly string[];
  readonly messages: readonly VFileMessage[];
}

/** Name under which the editor's decisions are looked for. */
const CONFIG_NAME = 'briefing.yaml';

/** Names that were meant to be that one: `briefing.yml`, `Briefing.YAML`. */
const CONFIG_LIKE = /^briefing\.ya?ml$/iu;

/**
 * List a briefing's folder and read its `briefing.yaml`, which says what else is to be read.
 *
 * @param out The folder to publish to. Where it lies among the reports nobody speaks of it.
 * @throws BuildFailure when there is no such folder.
 */
export async function openFolder(folder: string, files: Files, out: string): Promise<Folder> {
  const listed = await files.list(folder).catch((error: unknown) => {
    throw new BuildFailure([folderMissing(folder, error)]);
  });
  const [ours] = path.relative(folder, out).split(path.sep);
  const entries = listed.filter(
    ({ name, kind }) => !name.startsWith('.') && !(kind === 'folder' && name === ours),
  );
  const isConfig = ({ name }: Entry) => name === CONFIG_NAME;
  const rest = entries.filter((entry) => !isConfig(entry));
  const opened = { path: folder, entries: rest, config: { name: CONFIG_NAME, source: '' } };

  const { files: read, messages } = await load(folder, entries.filter(isConfig), files);
  const [config] = read;
  if (!config) return { ...opened, messages };
  const decoded = decodeText(config);
  if ('objection' in decoded) return { ...opened, messages: [decoded.objection] };
  return { ...opened, config: { name: CONFIG_NAME, source: decoded.source }, messages };
}

/** The folder to publish to must not be that of the reports: an edition would lie among them. */
export function mixedUp(folder: string, out: string): VFileMessage[] {
  if (path.relative(folder, out) !== '') return [];
  return [
    message({
      rule: 'output-unwritable',
      file: out,
      found: 'folder of the reports',
      expected: 'a folder of its own for the briefing',
      advice: 'name another with --out; nothing was read or written',
    }),
  ];
}

/**
 * Read the files of a folder that a reader exists for. A file that cannot be read is a message,
 * and hides none of the others.
 *
 * @param ignore Names of files that are none of the briefing's: neither read nor spoken of.
 */
export async function readFolder(
  { path: folder, entries }: Folder,
  ignore: readonly string[],
  files: Files,
): Promise<Loaded> {
  const ours = entries.filter(({ name }) => !ignore.includes(name));
  const isWanted = ({ name }: Entry) => EXTENSIONS.has(extensionOf(name));
  const loaded = await load(folder, ours.filter(isWanted), files);
  const passedOver = ours
    .filter((entry) => !isWanted(entry) && !belongsToPage(entry, ours))
    .map(leftOut);
  return { ...loaded, messages: [...loaded.messages, ...passedOver] };
}

/**
 * Read the editor's own style of citation.
 *
 * @param name A file of the folder.
 * @returns Its text; null where it cannot be used, with a message.
 */
export async function readStyle(
  { path: folder, entries }: Folder,
  name: string,
  files: Files,
): Promise<{ readonly style: string | null; readonly messages: readonly VFileMessage[] }> {
  const entry = entries.find((listed) => listed.name === name);
  if (!entry) return { style: null, messages: [styleUnusable(name, 'name of no file')] };
  const file = await readEntry(folder, entry, files);
  if (file instanceof VFileMessage) return { style: null, messages: [file] };
  const decoded = decodeText(file);
  if ('objection' in decoded) return { style: null, messages: [decoded.objection] };
  const { source } = decoded;
  return STYLE.test(source) && LAYOUT.test(source)
    ? { style: source, messages: [] }
    : { style: null, messages: [styleUnusable(name, 'file that is no style of its own')] };
}

/** A style, and not one that only names another (`independent-parent`): that has no layout. */
const STYLE = /<style\b[^>]*"http:\/\/purl\.org\/net\/xbiblio\/csl"/u;
const LAYOUT = /<citation\b/u;

function styleUnusable(file: string, found: string): VFileMessage {
  return message({
    rule: 'citation-style',
    file,
    found,
    expected: 'an independent style in CSL 1.0, beside briefing.yaml',
    advice: 'correct "citations" in briefing.yaml, or put the style there',
  });
}

/** How browsers call the folder with the pictures of a page that is saved whole. */
const SAVED_WITH = /(?:_files|\.files|_data)$/u;

/** Whether a folder was saved together with a page, and holds nothing that is read. */
function belongsToPage({ name, kind }: Entry, entries: readonly Entry[]): boolean {
  if (kind !== 'folder' || !SAVED_WITH.test(name)) return false;
  const page = name.replace(SAVED_WITH, '');
  return entries.some(
    (entry) => /^\.x?html?$/iu.test(entry.name.slice(page.length)) && entry.name.startsWith(page),
  );
}

async function load(folder: string, entries: readonly Entry[], files: Files): Promise<Loaded> {
  const read: RawFile[] = [];
  const unread: string[] = [];
  const messages: VFileMessage[] = [];
  for (const entry of entries) {
    const result = await readEntry(folder, entry, files);
    if (!(result instanceof VFileMessage)) read.push(result);
    else {
      unread.push(entry.name);
      messages.push(result);
    }
  }
  return { files: read, unread, messages };
}

async function readEntry(
  folder: string,
  entry: Entry,
  files: Files,
): Promise<RawFile | VFileMessage> {
  const { name } = entry;
  const objection = object(entry);
  if (objection) return objection;
  try {
    return { name, bytes: await files.read(path.join(folder, name)) };
  } catch (error) {
    return unreadable(name, error);
  }
}

/** Say that an entry is passed over that no reader exists for. */
function leftOut({ name: file, kind }: Entry): VFileMessage {
  if (kind === 'folder') {
    return message({
      rule: 'skipped-folder',
      file,
      found: 'folder among the reports',
      expected: 'files',
      advice: 'it was left out; move its reports up if they belong to this briefing',
    });
  }
  if (CONFIG_LIKE.test(file)) {
    return message({
      rule: 'no-reader',
      file,
      found: 'name for the settings',
      expected: `the name ${CONFIG_NAME}`,
      advice: `its settings are not used; rename it to ${CONFIG_NAME}`,
    });
  }
  const ending = extensionOf(file);
  return message({
    rule: 'no-reader',
    file,
    found: ending ? `file with the ending "${ending}"` : 'file without an ending',
    expected: 'a report in a format that can be read',
    advice: `it was left out; save it as one of ${[...EXTENSIONS].join(' ')}, or list it under "ignore" in briefing.yaml`,
  });
}

/** Say why an entry cannot be read; nothing when it may be. */
function object({ name: file, kind, size }: Entry): VFileMessage | undefined {
  if (kind === 'outside') {
    return message({
      rule: 'outside-folder',
      file,
      found: 'link that leads out of the folder, or nowhere',
      expected: 'a file of the folder',
      advice: 'put a copy of the report in its place',
    });
  }
  if (kind !== 'file') {
    return message({
      rule: 'not-a-file',
      file,
      found: kind === 'folder' ? 'folder' : 'device or pipe',
      expected: 'a file',
      advice: 'rename it, or put the report itself in its place',
    });
  }
  if (size > maxBytesOf(file)) {
    return message({
      rule: 'too-large',
      file,
      found: `size of ${Math.ceil(size / 1000)} kB`,
      expected: `at most ${maxBytesOf(file) / 1000} kB`,
      advice: 'keep the text of the one report, and leave the rest out',
    });
  }
  return undefined;
}

function folderMissing(folder: string, error: unknown): VFileMessage {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const found = { ENOENT: 'path to nothing', ENOTDIR: 'file' }[String(code)];
  return message({
    rule: 'folder-missing',
    file: folder,
    found: found ?? describeDiskError(error),
    expected: 'a folder of reports that can be read',
    advice: 'name the folder that holds the reports: synoptic build FOLDER',
    cause: error,
  });
}

function unreadable(file: string, error: unknown): VFileMessage {
  return message({
    rule: 'unreadable-file',
    file,
    found: describeDiskError(error),
    expected: 'a file that can be read',
    advice: 'check its permissions, or remove it',
    cause: error,
  });
}
