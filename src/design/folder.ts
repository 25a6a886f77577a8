import path from 'node:path';
import { VFileMessage } from 'vfile-message';
import { describeDiskError } from '../disk-errors.ts';
import { message } from '../messages.ts';
import type { Entry, Files } from '../system/index.ts';

/** More is no template. */
const MAX_BYTES = 500_000;

/** What a folder of templates may hold beside them. */
const BESIDE = /^\.|^(?:readme|license|licence)\b/iu;

/** Files of a folder, by their path in it. */
export interface Found {
  readonly files: ReadonlyMap<string, string>;
  readonly messages: readonly VFileMessage[];
}

/**
 * Read a folder of templates: files, and files in folders, links resolved and none followed out of the
 * folder that it stands in.
 *
 * @param folder As the user names it.
 */
export async function readTemplates(folder: string, disk: Files): Promise<Found> {
  const listed = await listOr(folder, disk);
  if (listed instanceof VFileMessage) return { files: new Map(), messages: [listed] };
  const found = await Promise.all(
    listed.filter(({ name }) => !BESIDE.test(name)).map((entry) => readBelow(folder, entry, disk)),
  );
  return {
    files: new Map(found.flatMap(({ files }) => [...files])),
    messages: found.flatMap(({ messages }) => messages),
  };
}

async function readBelow(folder: string, entry: Entry, disk: Files): Promise<Found> {
  if (entry.kind !== 'folder') return readNamed(folder, entry.name, entry, disk);
  const listed = await listOr(path.join(folder, entry.name), disk);
  if (listed instanceof VFileMessage) return { files: new Map(), messages: [listed] };
  const found = await Promise.all(
    listed
      .filter(({ name }) => !BESIDE.test(name))
      .map((inner) => readNamed(folder, `${entry.name}/${inner.name}`, inner, disk)),
  );
  return {
    files: new Map(found.flatMap(({ files }) => [...files])),
    messages: found.flatMap(({ messages }) => messages),
  };
}

/** Read one file of a folder. @param name Its path in the folder, without any way out. */
export async function readInside(folder: string, name: string, disk: Files): Promise<Found> {
  const entry = await entryAt(folder, name, disk);
  if (entry instanceof VFileMessage) return { files: new Map(), messages: [entry] };
  return readNamed(folder, name, entry, disk);
}

/**
 * What stands at a path below a folder, every step of it looked at: a link on the way may lead out of
 * the folder as well as one at its end.
 */
export async function entryAt(
  folder: string,
  name: string,
  disk: Files,
): Promise<Entry | VFileMessage> {
  const steps = name.split('/');
  let at = folder;
  for (const [index, step] of steps.entries()) {
    const listed = await listOr(at, disk);
    if (listed instanceof VFileMessage) return listed;
    at = path.join(at, step);
    const entry = listed.find((one) => one.name === step);
    if (!entry) return missing(at);
    if (entry.kind === 'outside') return outside(at);
    if (index === steps.length - 1) return entry;
  }
  return missing(at);
}

async function readNamed(
  folder: string,
  name: string,
  { kind, size }: Entry,
  disk: Files,
): Promise<Found> {
  const file = path.join(folder, name);
  const objection = objectTo(file, kind, size);
  if (objection) return { files: new Map(), messages: [objection] };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await disk.read(file));
    return { files: new Map([[name, text]]), messages: [] };
  } catch (error) {
    return { files: new Map(), messages: [unreadable(file, error)] };
  }
}

async function listOr(folder: string, disk: Files): Promise<readonly Entry[] | VFileMessage> {
  return disk.list(folder).catch((error: unknown) => missing(folder, error));
}

// ---------------------------------------------------------------------------------------------
// Messages

function objectTo(file: string, kind: Entry['kind'], size: number): VFileMessage | undefined {
  if (kind === 'outside') return outside(file);
  if (kind !== 'file') {
    return message({
      rule: 'not-a-file',
      file,
      found: kind === 'folder' ? 'folder' : 'device or pipe',
      expected: 'a file',
      advice: 'take it out of the folder, or put the file in its place',
    });
  }
  if (size <= MAX_BYTES) return undefined;
  return message({
    rule: 'too-large',
    file,
    found: `size of ${Math.ceil(size / 1000)} kB`,
    expected: `at most ${MAX_BYTES / 1000} kB`,
    advice: 'take it out of the folder, or put the file in its place',
  });
}

const outside = (file: string): VFileMessage =>
  message({
    rule: 'outside-folder',
    file,
    found: 'link that leads out of the folder, or nowhere',
    expected: 'a file of the folder',
    advice: 'put a copy in its place',
  });

const missing = (file: string, cause?: unknown): VFileMessage =>
  message({
    rule: 'template-missing',
    file,
    found: cause === undefined ? 'path to nothing' : describeDiskError(cause),
    expected: 'a template, a theme, or a folder of them',
    advice: 'correct its name, or put it there',
    cause,
  });

function unreadable(file: string, error: unknown): VFileMessage {
  const isText = error instanceof TypeError;
  return message({
    rule: isText ? 'not-utf8' : 'unreadable-file',
    file,
    found: isText ? 'bytes that are no UTF-8' : describeDiskError(error),
    expected: 'a file of text that can be read',
    advice: 'save it as UTF-8, and check its permissions',
    cause: error,
  });
}
