import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { VFileMessage } from 'vfile-message';
import { type FileProperties, foundIn } from '../file-properties.ts';
import type { Item, Stretch } from '../layout/index.ts';
import { message } from '../messages.ts';
import type { Found } from '../types.ts';
import type { Opened, RawFile } from './document.ts';

/** No report has more pages; each takes some milliseconds, and may be made to take more. */
const MAX_PAGES = 500;

interface Limits {
  /** More letters are not read, and the file is refused. */
  readonly maxLetters: number;
  /** Whether the file unpacks to more than any report needs. */
  readonly isInflated: (bytes: Uint8Array) => boolean;
}

/** Makes a running text of pages. */
type Reflow = (pages: readonly (readonly Item[])[]) => {
  readonly source: string;
  readonly stretches: readonly Stretch[];
};

/**
 * Open a PDF: the text layer of its pages. Nothing in the file is run, shown or fetched; the
 * tables for scripts of the East are the library's own.
 */
export async function openPdf(
  { name: file, bytes }: RawFile,
  reflow: Reflow,
  { maxLetters, isInflated }: Limits,
): Promise<Opened> {
  if (isInflated(bytes)) return refused(file, tooLong('streams that unpack to more than 200 MB'));
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // The library keeps the bytes that it is given.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    cMapUrl: tables(),
    cMapPacked: true,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES) return refused(file, tooLong(`${pdf.numPages} pages`));
    const pages = await itemsOf(pdf, maxLetters);
    if (!pages) return refused(file, tooLong(`more than ${maxLetters} letters`));
    const text = pages
      .flat()
      .map((item) => item.text)
      .join('');
    if (!isReadable(text)) return refused(file, NO_TEXT);
    const { source, stretches } = reflow(pages);
    const properties = await propertiesOf(pdf);
    // What a page prints largest was written for readers.
    const title = stretches.some(({ kind }) => kind === 'headline') ? '' : properties.title;
    const found = [...addressIn(source, stretches), ...foundIn({ ...properties, title }, source)];
    const content = {
      source,
      form: 'stretches',
      encoding: 'utf-8',
      part: PART,
      found,
      stretches,
    } as const;
    return { content, messages: emptyPages(file, pages) };
  } catch (error) {
    return refused(file, faultOf(error));
  } finally {
    await task.destroy();
  }
}

const PART = 'text layer of the PDF';

/** Folder of the tables that tell which letters the codes of East Asian fonts stand for. */
const tables = (): string =>
  path.join(
    path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
    'cmaps/',
  );

// ---------------------------------------------------------------------------------------------
// Text

/** The letters of each page, page by page; nothing where there are too many. */
async function itemsOf(pdf: PDFDocumentProxy, maxLetters: number) {
  const pages: Item[][] = [];
  let letters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const items = await pageItems(page, maxLetters - letters);
    page.cleanup();
    if (!items) return undefined;
    pages.push(items);
    letters += items.reduce((sum, { text }) => sum + text.length, 0);
  }
  return pages;
}

/** The letters of a page as it is seen, turned if the page is; nothing where there are too many. */
async function pageItems(page: PDFPageProxy, maxLetters: number): Promise<Item[] | undefined> {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page.getViewport({ scale: 1 })
    .transform as number[];
  const items: Item[] = [];
  let letters = 0;
  // Ligatures stay: they are read as letters later, with their place.
  const stream = page.streamTextContent({ disableNormalization: true });
  for await (const { items: some } of stream as unknown as AsyncIterable<TextChunk>) {
    for (const { str = '', width = 0, transform = [] } of some) {
      letters += str.length;
      // What is too much is read to its end, and dropped: the library fails where it is stopped.
      if (letters > maxLetters) break;
      const [ta = 0, tb = 0, tc = 0, td = 0, x = 0, y = 0] = transform;
      const size = Math.hypot(a * tc + c * td, b * tc + d * td);
      const isUpright = Math.abs(b * ta + d * tb) < 0.1 * Math.abs(a * ta + c * tb);
      // The viewport counts from above.
      const place = { x: a * x + c * y + e, y: -(b * x + d * y + f) };
      items.push({ text: str, ...place, width, size, isUpright });
    }
  }
  return letters > maxLetters ? undefined : items;
}

/** What the library hands over; marks between the items have no letters. */
interface TextChunk {
  readonly items: readonly {
    readonly str?: string;
    readonly width?: number;
    readonly transform?: readonly number[];
  }[];
}

/** Fewer letters are a stamp on a picture of a page. */
const MIN_LETTERS = 20;
/** Share of the letters that may be unknown: fonts may tell their shapes alone. */
const MAX_UNKNOWN = 0.1;
const UNKNOWN = /[\p{Cc}\p{Co}\u{fffd}]/gu;

function isReadable(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const all = text.replace(/\s/gu, '');
  return letters >= MIN_LETTERS && (all.match(UNKNOWN)?.length ?? 0) <= MAX_UNKNOWN * all.length;
}

// ---------------------------------------------------------------------------------------------
// Metadata

/** The address that browsers print at the edge of a page; not where they shorten it. */
function addressIn(source: string, stretches: readonly Stretch[]): Found[] {
  const outside = stretches.filter(({ kind }) => kind === 'furniture');
  const lines = outside.map(({ start, end }) => source.slice(start, end));
  const [value] = lines.flatMap((line) => /^https?:\/\/[^\s…]+(?=\s|$)/iu.exec(line)?.[0] ?? []);
  if (!value || value.includes('...')) return [];
  return [{ field: 'url', value, basis: 'inferred', because: 'address at the edge of a page' }];
}

async function propertiesOf(pdf: PDFDocumentProxy): Promise<FileProperties> {
  const { info, metadata } = await pdf.getMetadata();
  const known: Readonly<Record<string, unknown>> = { ...info };
  const textOf = (name: string, value: unknown = known[name]) =>
    typeof value === 'string' ? value.trim() : '';
  return {
    title: textOf('Title', metadata?.get('dc:title')) || textOf('Title'),
    author: textOf('Author'),
    days: [textOf('CreationDate'), textOf('ModDate')].map((date) =>
      date.replace(/^(?:D:)?(\d{4})(\d{2})(\d{2}).*$/su, '$1-$2-$3'),
    ),
  };
}

// ---------------------------------------------------------------------------------------------
// Messages

type Fault = Pick<Parameters<typeof message>[0], 'rule' | 'found' | 'expected' | 'advice'>;

const refused = (file: string, fault: Fault): Opened => ({
  content: null,
  messages: [message({ file, ...fault })],
});

const NO_TEXT: Fault = {
  rule: 'no-text',
  found: 'PDF without a text layer',
  expected: 'one that words can be copied from',
  advice: 'run OCR first',
};

const tooLong = (found: string): Fault => ({
  rule: 'too-large',
  found,
  expected: 'a single report',
  advice: 'keep the pages of the one report, and leave the rest out',
});

function faultOf(error: unknown): Fault {
  const { name, message: reason } = error instanceof Error ? error : new Error(String(error));
  const expected = 'a PDF that can be read';
  if (name === 'PasswordException') {
    const found = 'PDF with a password';
    return { rule: 'encrypted-file', found, expected, advice: 'save it without one' };
  }
  const found = `PDF that is cut off or damaged (${reason.replace(/(?<![.\s])[.\s]+$/u, '')})`;
  return { rule: 'broken-file', found, expected, advice: 'get it again, or save its text' };
}

/** Pages between others that have no text: what they show is not in the briefing. */
function emptyPages(file: string, pages: readonly (readonly Item[])[]): VFileMessage[] {
  const empty = pages.flatMap((items, index) =>
    items.some(({ text }) => text.trim() !== '') ? [] : [index + 1],
  );
  if (empty.length === 0) return [];
  return [
    message({
      rule: 'page-without-text',
      file,
      found: `${empty.length} of ${pages.length} pages without text (${empty.slice(0, 10).join(', ')})`,
      expected: 'a text layer on every page',
      advice: 'run OCR if they are pictures of text',
    }),
  ];
}
