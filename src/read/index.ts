import { createHash } from 'node:crypto';
import type { VFileMessage } from 'vfile-message';
import type { ConfigResult, ReportConfig } from '../config/index.ts';
import type { Files } from '../system/index.ts';
import type { Block, Field, Report } from '../types.ts';
import { duplicates, endlessWords, missing, tooFew, undated } from './checks.ts';
import { publicationDate } from './dateline.ts';
import { decode, decodeText } from './decode.ts';
import {
  extensionOf,
  type Folder,
  type Loaded,
  readFolder as load,
  openFolder as open,
  type RawFile,
} from './folder.ts';
import { readFrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown.ts';
import { metadataOf } from './metadata.ts';
import { readText } from './text.ts';

export { type Folder, type Loaded, mixedUp } from './folder.ts';

/** What a reader makes of a file's text. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly headline: Field<string> | null;
  /** Calendar date that the text itself gives for its publication. */
  readonly published: Field<string> | null;
  /** YAML between fences at the head of the file. */
  readonly frontMatter: string | null;
}

/** A reader takes the decoded text of a file apart into blocks, each traceable to the file. */
type Reader = (source: string) => Reading;

const READERS: Readonly<Record<string, Reader>> = {
  '.txt': (source) => readText(source, publicationDate),
  '.md': readMarkdown,
  '.markdown': readMarkdown,
};

/** Endings of the files that can be read. */
export const EXTENSIONS: ReadonlySet<string> = new Set(Object.keys(READERS));

/**
 * List a briefing's folder and read its `briefing.yaml`, which says what else is to be read.
 *
 * @param out The folder to publish to. Where it lies among the reports nobody speaks of it.
 * @throws BuildFailure when there is no such folder.
 */
export const openFolder = (folder: string, files: Files, out: string): Promise<Folder> =>
  open(folder, files, decodeText, out);

/**
 * Read the files of a folder that a reader exists for.
 *
 * @param ignore Names of files that are none of the briefing's: neither read nor spoken of.
 */
export const readFolder = (
  folder: Folder,
  ignore: readonly string[],
  files: Files,
): Promise<Loaded> => load(folder, ignore, EXTENSIONS, files);

/**
 * Read the reports of a briefing.
 *
 * @param files Files of the folder in order of their names.
 * @param folder Name of the folder, for messages about it as a whole.
 * @param unread Names of files that are there and could not be read: not missed a second time.
 * @returns The reports that could be read, and every fault of every file.
 */
export function read(
  files: readonly RawFile[],
  config: ConfigResult,
  folder: string,
  unread: readonly string[] = [],
): {
  readonly reports: readonly Report[];
  readonly messages: readonly VFileMessage[];
} {
  const names = files.map((file) => file.name);
  const ids = reportIds(names);
  const messages = [...duplicates(files), ...missing([...names, ...unread], config)];
  const reports: Report[] = [];
  for (const [index, file] of files.entries()) {
    const result = readOne(file, config.config.reports[file.name]);
    messages.push(...result.messages);
    if (!result.report) continue;
    const id = ids[index] ?? file.name;
    reports.push({ ...result.report, id, number: index + 1 });
  }
  messages.push(...tooFew(names.length + unread.length, folder, EXTENSIONS));
  return { reports, messages };
}

interface ReadResult {
  readonly report: Omit<Report, 'id' | 'number'> | null;
  readonly messages: readonly VFileMessage[];
}

function readOne(file: RawFile, editor: ReportConfig = {}): ReadResult {
  const decoded = decode(file);
  if ('objection' in decoded) return { report: null, messages: [decoded.objection] };
  const reader = READERS[extensionOf(file.name)];
  if (!reader) return { report: null, messages: [] };
  const { blocks, frontMatter, ...shown } = reader(decoded.source);
  const { stated, messages, unreadDate } = readFrontMatter(frontMatter ?? '', file.name);
  const metadata = metadataOf(editor, stated, shown);
  return {
    report: {
      file: file.name,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      length: decoded.source.length,
      metadata,
      blocks,
      leftOut: [],
      textSpans: blocks.flatMap(({ content }) =>
        content.runs.map(({ start, end }) => ({ start, end })),
      ),
    },
    messages: [
      ...messages,
      ...endlessWords(blocks, decoded.source, file.name),
      ...(metadata.published.value === null ? [unreadDate ?? undated(file.name)] : []),
    ],
  };
}

// ---------------------------------------------------------------------------------------------
// Names

/**
 * Give each file a short name: its leading letters and digits where no other file begins with
 * the same, else its name without the ending, else its whole name.
 */
function reportIds(names: readonly string[]): string[] {
  const forms = [
    (name: string) => /^[\p{L}\p{N}]+/u.exec(name)?.[0] ?? name,
    (name: string) => name.slice(0, name.length - extensionOf(name).length) || name,
    (name: string) => name,
  ];
  const form = forms.find((shorten) => new Set(names.map(shorten)).size === names.length);
  return names.map((name) => form?.(name) ?? name);
}
