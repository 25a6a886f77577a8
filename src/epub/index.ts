import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { uuidFrom } from '../uuid.ts';
import { xmlDocument } from '../xml.ts';
import { packed } from './archive.ts';
import { drawCells } from './cells.ts';
import { type Chapter, chaptersOf, idsIn, notesIn } from './chapters.ts';
import { listCitedIn } from './cited-in.ts';
import { type Cover, coverDrawing } from './cover.ts';
import { named } from './elements.ts';
import { leadLinks } from './links.ts';
import { navigation } from './navigation.ts';
import { addNotes } from './notes.ts';
import { type Item, type Metadata, packageDocument } from './package-document.ts';
import { markParagraphs, type Paragraph } from './paragraphs.ts';
import { labelCells } from './tables.ts';
import { xhtmlOf } from './xhtml.ts';

/** A book before it is one: what stands in it, and what is said of it. */
export interface Book extends Metadata {
  /** Sections, each of which becomes a file, and behind them the notes that they cite. */
  readonly body: Root;
  readonly cover: Cover;
  /** The style sheet. */
  readonly css: string;
}

/**
 * Make an e-book (EPUB 3.3): a file for each part, with the notes that it cites at its end, a cover, and
 * what a reader's program finds its way by. The body is used up.
 *
 * @returns The bytes of the file, the same for the same book on each machine.
 */
export function epubOf(book: Book): Uint8Array {
  const paragraphs = markParagraphs(book.body);
  listCitedIn(book.body);
  labelCells(book.body);
  drawCells(book.body);
  const chapters = chaptersOf(book.body);
  const notes = notesIn(book.body);
  for (const { part } of chapters) addNotes(part, notes);
  leadAll(chapters);
  return bound(book, chapters, paragraphs);
}

/** Lead the links of all chapters to the files of their places. */
function leadAll(chapters: readonly Chapter[]): void {
  const inside = new Map(chapters.map(({ file, part }) => [file, idsIn(part)]));
  const files = new Map(
    [...inside].flatMap(([file, ids]) => Array.from(ids, (id) => [id, file] as const)),
  );
  for (const { file, part } of chapters) leadLinks(part, inside.get(file) ?? new Set(), files);
}

/** Write the files of the book, and bind them. */
function bound(
  book: Book,
  chapters: readonly Chapter[],
  paragraphs: readonly Paragraph[],
): Uint8Array {
  const page = (title: string, content: Chapter['part']) =>
    xhtmlOf({ title, language: book.language, content });
  const placed = chapters.flatMap(({ file, part }) => {
    const ids = idsIn(part);
    return paragraphs.filter(({ id }) => ids.has(id)).map((paragraph) => ({ ...paragraph, file }));
  });
  const contents = navigation({ chapters, paragraphs: placed });
  const [front, ...parts] = chapters.map(
    ({ file, heading, part }) => [file, page(heading.text || book.title, part)] as const,
  );
  const files = new Map([
    ...(front ? [front] : []),
    ['nav.xhtml', page('Contents', contents)],
    ...parts,
    ['cover.svg', xmlDocument(coverDrawing(book.cover))],
    ['epub.css', book.css],
  ]);
  const drawn = new Set(
    chapters.filter(({ part }) => named(part, 'svg').length > 0).map(({ file }) => file),
  );
  const items = Array.from(files.keys(), (file): Item => itemOf(file, drawn.has(file)));
  const identifier = identifierOf(files);
  const document = packageDocument(book, { identifier, items, hasPages: placed.length > 0 });
  return packed(new Map([['package.opf', xmlDocument(document)], ...files]));
}

function itemOf(file: string, isDrawn: boolean): Item {
  const [, ending = ''] = /\.(\w+)$/u.exec(file) ?? [];
  return {
    file,
    type: TYPES[ending] ?? '',
    properties: [...(PROPERTIES[file] ?? []), ...(isDrawn ? ['svg'] : [])],
    isRead: ending === 'xhtml',
  };
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  svg: 'image/svg+xml',
  xhtml: 'application/xhtml+xml',
};

const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  'cover.svg': ['cover-image'],
  'nav.xhtml': ['nav'],
};

/** An identifier made of what the book holds: two books have one only where they are the same. */
function identifierOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(`${name}\0${text}\0`);
  return uuidFrom(hash.digest('hex'));
}
