import path from 'node:path';
import { reflow } from '../layout/index.ts';
import { message } from '../messages.ts';
import { sha256 } from '../sha256.ts';
import { visibleText } from '../visible-text.ts';
import { type Decoded, decodePage, decodeReport, readAs } from './decode.ts';
import type { Document, FileFormat, Form, Opened, RawFile } from './document.ts';
import { isInflated } from './inflation.ts';
import { openMail } from './mail.ts';
import { openPdf } from './pdf.ts';
import { openWord } from './word.ts';

export type { Stretch } from '../layout/index.ts';
export { decodePage, decodeText } from './decode.ts';
export type { Content, Document, Form, Opened, RawFile } from './document.ts';

/** A format, and how the text of its files is got at. */
interface Row extends FileFormat {
  readonly open: (file: RawFile) => Opened | Promise<Opened>;
}

/**
 * Eighty thousand words: no report is longer, and a file that is would be a dump, or a trap. Twice
 * as much takes more memory than a program is given.
 */
const MAX_TEXT_BYTES = 500_000;

/** Pages that were saved as one file carry their pictures and scripts in them. */
const MAX_PAGE_BYTES = 20_000_000;

/** Word files, mail and PDFs carry pictures, attachments and fonts in them. */
const MAX_FILE_BYTES = 40_000_000;

/** As much mark-up as a text of the size above may have; newsletters are mostly mark-up. */
const MAX_MARKUP = 10 * MAX_TEXT_BYTES;

/** How mail begins: headers, and among them one that only mail has. */
const MAIL =
  /^(?:From \S.*\r?\n)?(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*(?:mime-version|message-id|received|return-path|delivered-to|dkim-signature|arc-seal):/iu;

/** The formats that can be read. A new one is a row here, and a file that gets at its text. */
const FORMATS = [
  {
    name: 'plain text',
    endings: ['.txt'],
    maxBytes: MAX_TEXT_BYTES,
    isShownBy: null,
    open: (file) => openDecoded(file, decodeReport(file), 'text'),
  },
  {
    name: 'Markdown',
    endings: ['.md', '.markdown'],
    maxBytes: MAX_TEXT_BYTES,
    isShownBy: null,
    open: (file) => openDecoded(file, decodeReport(file), 'markdown'),
  },
  {
    name: 'web page',
    endings: ['.html', '.htm', '.xhtml'],
    maxBytes: MAX_PAGE_BYTES,
    isShownBy:
      /^(?:\u{ef}\u{bb}\u{bf})?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*(?:<!doctype html|<html)\b/iu,
    open: (file) => openDecoded(file, decodePage(file), 'page'),
  },
  {
    name: 'Word file',
    endings: ['.docx'],
    maxBytes: MAX_FILE_BYTES,
    isShownBy: /^PK\p{Cc}{2}.*(?:\[Content_Types\]\.xml|_rels\/|word\/)/su,
    open: openWord,
  },
  {
    name: 'mail',
    endings: ['.eml'],
    maxBytes: MAX_FILE_BYTES,
    isShownBy: MAIL,
    open: (file) => openMail(file, MAX_MARKUP),
  },
  {
    name: 'PDF',
    endings: ['.pdf'],
    maxBytes: MAX_FILE_BYTES,
    isShownBy: /^\s*%PDF-\d/u,
    open: (file) => openPdf(file, reflow, { maxLetters: MAX_TEXT_BYTES, isInflated }),
  },
] as const satisfies readonly Row[];

/** Endings of the files that can be read. */
export const EXTENSIONS: ReadonlySet<string> = new Set(FORMATS.flatMap(({ endings }) => endings));

/** The ending of a file's name in lower case, with its point. */
export const extensionOf = (name: string): string => path.extname(name).toLowerCase();

/** How large a file of this name may be; in bytes. */
export const maxBytesOf = (name: string): number => named(name)?.maxBytes ?? MAX_TEXT_BYTES;

const named = (name: string): Row | undefined =>
  FORMATS.find(({ endings }: FileFormat) => endings.includes(extensionOf(name)));

/**
 * Open files side by side.
 *
 * @returns Those that could be opened in their order, and the names of the others with every fault.
 */
export async function openDocuments(files: readonly RawFile[]) {
  const opened = await Promise.all(files.map(openDocument));
  return {
    documents: opened.flatMap(({ content }) => (content ? [content] : [])),
    unopened: files.flatMap(({ name }, index) => (opened[index]?.content ? [] : [name])),
    messages: opened.flatMap(({ messages }) => messages),
  };
}

/** How much of a file is looked at to tell its format. */
const HEAD = 1024;

/**
 * Get at the text of a file: by the format that its first bytes show, else by that of its name.
 */
export async function openDocument(file: RawFile): Promise<Opened<Document>> {
  const head = new TextDecoder('latin1').decode(file.bytes.subarray(0, HEAD));
  const byName = named(file.name);
  const shown: Row | undefined = FORMATS.find(({ isShownBy }: FileFormat) => isShownBy?.test(head));
  const format = shown ?? byName;
  if (!format) return { content: null, messages: [] };
  if (file.bytes.length > format.maxBytes) return tooLargeFile(file, format);
  const { content, messages } = limited(file, await format.open(file));
  return {
    content: content && { name: file.name, sha256: sha256(file.bytes), ...content },
    messages: format === byName ? messages : [misnamed(file.name, format), ...messages],
  };
}

/** Refuse more text than a plain text may have; of a page, only what is found in it counts. */
function limited({ name: file }: RawFile, opened: Opened): Opened {
  const { content } = opened;
  if (!content || content.form === 'page') return opened;
  const { source, form } = content;
  if (source.length > MAX_MARKUP) return tooLarge(file, source.length, MAX_MARKUP);
  const { length } = form === 'rich' ? visibleText(source) : source;
  return length > MAX_TEXT_BYTES ? tooLarge(file, length, MAX_TEXT_BYTES) : opened;
}

/** A file that is larger than its content allows, whatever its name does. */
function tooLargeFile({ name, bytes }: RawFile, { maxBytes }: FileFormat): Opened<Document> {
  const { messages } = tooLarge(name, bytes.length, maxBytes);
  return { content: null, messages };
}

function tooLarge(file: string, size: number, most: number): Opened {
  const refusal = message({
    rule: 'too-large',
    file,
    found: `text of ${size} letters`,
    expected: `at most ${most}`,
    advice: 'keep the text of the one report, and leave the rest out',
  });
  return { content: null, messages: [refusal] };
}

function openDecoded({ name }: RawFile, decoded: Decoded, form: Form): Opened {
  if ('objection' in decoded) return { content: null, messages: [decoded.objection] };
  const { source, encoding } = decoded;
  return {
    content: { source, encoding, form, part: null, found: [] },
    messages: readAs(name, decoded),
  };
}

function misnamed(file: string, { name, endings }: FileFormat) {
  return message({
    rule: 'content-other',
    file,
    found: `${name} under the ending "${extensionOf(file)}"`,
    expected: endings.map((ending) => `"${ending}"`).join(' or '),
    advice: 'it was read as what it is; rename it',
  });
}
