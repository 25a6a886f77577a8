import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { message } from '../messages.ts';
import type { Entry, Files } from '../system/index.ts';

/** A file of the briefing's folder, not yet understood. */
export interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Folder {
  /** Files that may be reports, in order of their names. */
  readonly files: readonly RawFile[];
  /** Name and text of `briefing.yaml`; the text is empty when there is none. */
  readonly config: { readonly name: string; readonly source: string };
  readonly messages: readonly VFileMessage[];
}

/** Name under which the editor's decisions are looked for. */
const CONFIG_NAME = 'briefing.yaml';
const NO_CONFIG = { name: CONFIG_NAME, source: '' };
const UTF8 = { fatal: true };

/** No report is longer; a file that is would be a dump, or a trap. */
const MAX_BYTES = 20 * 1024 * 1024;

/**
 * Read the files of a briefing's folder. A file that cannot be read is a message, and hides none
 * of the others.
 *
 * @param extensions Endings of the files that a reader exists for: `.txt`.
 */
export async function openFolder(
  folder: string,
  extensions: ReadonlySet<string>,
  files: Files,
): Promise<Folder> {
  let entries: readonly Entry[];
  try {
    entries = await files.list(folder);
  } catch (error) {
    return {
      files: [],
      config: NO_CONFIG,
      messages: [folderMissing(folder, error)],
    };
  }
  const messages: VFileMessage[] = [];
  const raw: RawFile[] = [];
  let config = NO_CONFIG;
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const isConfig = entry.name === CONFIG_NAME;
    const objection = object(entry, isConfig || extensions.has(extensionOf(entry.name)));
    if (objection) {
      messages.push(objection);
      continue;
    }
    try {
      const bytes = await files.read(path.join(folder, entry.name));
      if (!isConfig) raw.push({ name: entry.name, bytes });
      else config = { name: entry.name, source: new TextDecoder('utf-8', UTF8).decode(bytes) };
    } catch (error) {
      messages.push(unreadable(entry.name, error));
    }
  }
  return { files: raw, config, messages };
}

/** The ending of a file's name in lower case, with its point. */
export const extensionOf = (name: string): string => path.extname(name).toLowerCase();

/** Say why an entry is not read; nothing when it may be. */
function object(entry: Entry, wanted: boolean): VFileMessage | undefined {
  const { name: file, kind } = entry;
  if (!wanted) {
    if (kind === 'folder') {
      return message({
        rule: 'skipped-folder',
        file,
        found: 'folder among the reports',
        expected: 'files',
        advice: 'it was left out; move its reports up if they belong to this briefing',
      });
    }
    return message({
      rule: 'no-reader',
      file,
      found: `file of kind "${extensionOf(file) || 'none'}"`,
      expected: 'a report in a format that can be read',
      advice: 'it was left out; save it as .txt or .md, or list it under "ignore" in briefing.yaml',
    });
  }
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
  if (entry.size > MAX_BYTES) {
    return message({
      rule: 'too-large',
      file,
      found: `${Math.ceil(entry.size / 1024 / 1024)} MB`,
      expected: `at most ${MAX_BYTES / 1024 / 1024} MB`,
      advice: 'keep the text of the one report, and leave the rest out',
    });
  }
  return undefined;
}

function folderMissing(folder: string, error: unknown): VFileMessage {
  const code = codeOf(error);
  return message({
    rule: 'folder-missing',
    file: folder,
    found: code === 'ENOTDIR' ? 'file' : code === 'ENOENT' ? 'missing folder' : `error ${code}`,
    expected: 'a folder of reports that can be read',
    advice: 'name the folder that holds the reports: synoptic build FOLDER',
    cause: error,
  });
}

function unreadable(file: string, error: unknown): VFileMessage {
  return message({
    rule: 'unreadable-file',
    file,
    found: error instanceof TypeError ? 'encoding' : `error ${codeOf(error)}`,
    expected: error instanceof TypeError ? 'UTF-8' : 'a file that can be read',
    advice: error instanceof TypeError ? 'save it as UTF-8' : 'check its permissions, or remove it',
    cause: error,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
