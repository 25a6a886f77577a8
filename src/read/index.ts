import type { VFileMessage } from 'vfile-message';
import type { ConfigResult, ReportConfig } from '../config/index.ts';
import { type Document, EXTENSIONS, extensionOf, type Form } from '../documents/index.ts';
import { readPage, readRich } from '../html/index.ts';
import type { Field, Found, MappedText, Report, Span } from '../types.ts';
import { duplicates, endlessWords, foreign, missing, tooFew, tooLong } from './checks.ts';
import { type FrontMatter, type Inferred, readFrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown.ts';
import { contradictions, metadataOf } from './metadata.ts';
import type { Reading } from './reading.ts';
import { readStretches } from './stretches.ts';
import { readText } from './text.ts';

export { undated } from './checks.ts';
export { type Folder, type Loaded, mixedUp, openFolder, readFolder, readStyle } from './folder.ts';

/** A reader takes the text of a document apart into blocks, each traceable to its place. */
type Reader = (document: Document) => Reading;

/** A character outside the plane that most are in: a picture, a rare letter. */
const WIDE = /[\u{10000}-\u{10ffff}]/gu;

const NOTHING = { headline: null, published: null, frontMatter: null };

const READERS: Readonly<Record<Form, Reader>> = {
  text: ({ source }) => readText(source),
  markdown: ({ source }) => readMarkdown(source),
  page: ({ source, name }) => ({ ...NOTHING, ...readPage(source, name) }),
  rich: ({ source, name }) => ({ ...NOTHING, ...readRich(source, name) }),
  stretches: ({ source, stretches = [] }) => readStretches(source, stretches),
};

/** A report that was read by itself: what depends on others is not known yet. */
export interface ReadReport {
  readonly document: Document;
  readonly report: Omit<Report, 'id' | 'number'>;
  readonly messages: readonly VFileMessage[];
}

/** What the reports of a briefing are, and every fault of every file. */
export interface Reports {
  readonly reports: readonly Report[];
  readonly messages: readonly VFileMessage[];
}

/**
 * Read the reports of a briefing.
 *
 * @param documents In order of their names.
 * @param folder Name of the folder, for messages about it as a whole.
 * @param unread Names of files that are there and could not be read: not missed a second time.
 * @returns The reports that could be read, and every fault of every file.
 */
export function read(
  documents: readonly Document[],
  config: ConfigResult,
  folder: string,
  unread: readonly string[] = [],
): Reports {
  const each = documents.map((document) =>
    readReport(document, config.config.reports[document.name]),
  );
  return together(each, config, { folder, unread });
}

/**
 * Bring reports that were read one by one together: each gets its name and number among them.
 *
 * @param read In order of their names.
 */
export function together(
  read: readonly ReadReport[],
  config: ConfigResult,
  { folder, unread }: { readonly folder: string; readonly unread: readonly string[] },
): Reports {
  const documents = read.map(({ document }) => document);
  const names = documents.map(({ name }) => name);
  const ids = reportIds(names);
  return {
    reports: read.map(({ document, report }, index) => ({
      ...report,
      id: ids[index] ?? document.name,
      number: index + 1,
    })),
    messages: [
      ...duplicates(documents),
      ...missing([...names, ...unread], config),
      ...read.flatMap(({ messages }) => messages),
      ...tooFew(names.length + unread.length, folder, EXTENSIONS),
    ],
  };
}

/** Read one document by itself, as if there were no other. */
export function readAlone(document: Document): {
  readonly report: Report;
  readonly messages: readonly VFileMessage[];
} {
  const { report, messages } = readReport(document);
  return { report: { ...report, id: document.name, number: 1 }, messages };
}

/** Read one report by itself. @param editor What its editor says of it. */
export function readReport(document: Document, editor: ReportConfig = {}): ReadReport {
  const { name, source, sha256, encoding, part } = document;
  const reading = READERS[document.form](document);
  const { blocks } = reading;
  const { stated, inferred, messages, unreadDate } = readFrontMatter(
    reading.frontMatter ?? '',
    name,
  );
  const found = [
    ...inFrontMatter(stated, inferred),
    ...statedFirst([
      ...document.found,
      ...(reading.found ?? []),
      ...shown('headline', reading.headline),
      ...shown('published', reading.published),
    ]),
  ];
  const metadata = metadataOf(editor, found);
  return {
    document,
    report: {
      file: name,
      sha256,
      encoding,
      part,
      length: source.length,
      wide: Array.from(source.matchAll(WIDE), ({ index }) => index),
      metadata,
      notes: [],
      blocks,
      leftOut: [],
      textSpans: blocks.flatMap(({ content }) => spansWithWords(content)),
    },
    messages: [
      ...messages,
      ...(reading.messages ?? []),
      ...contradictions(editor, found, name),
      ...endlessWords(blocks, source, name),
      ...tooLong(blocks, name),
      ...foreign(metadata, name),
      ...(metadata.published.value === null && unreadDate ? [unreadDate] : []),
    ],
  };
}

/** Where in the file text stands that is more than white space, such as a line break's. */
function spansWithWords({ text, runs }: MappedText): Span[] {
  return runs.flatMap(({ at, start, end }, index) => {
    const isBlank = text.slice(at, runs[index + 1]?.at).trim() === '';
    return isBlank ? [] : [{ start, end }];
  });
}

function inFrontMatter(stated: FrontMatter, inferred: Inferred): Found[] {
  return Object.entries(stated).flatMap(([field, value]) => {
    if (value === undefined) return [];
    const because = inferred[field as keyof Inferred];
    return {
      field,
      value,
      basis: because ? 'inferred' : 'stated',
      because: because ?? 'front matter',
    } as Found;
  });
}

/** What is stated goes before what is only inferred, wherever it was found. */
const statedFirst = (found: readonly Found[]): Found[] => [
  ...found.filter(({ basis }) => basis === 'stated'),
  ...found.filter(({ basis }) => basis !== 'stated'),
];

/** What the text shows, as one thing that was found. */
function shown(field: 'headline' | 'published', from: Field<string> | null): Found[] {
  if (!from || from.value === null || from.basis === 'unknown') return [];
  return [{ field, value: from.value, basis: from.basis, because: from.because ?? '' }];
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
