import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { tableOf } from './tables.ts';

/** What is read from and written into a PDF that a browser printed. */

export const openPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false });

/** Name of each destination that a link leads to → number of its page, from 1. */
export function destinationPages(document: PDFDocument): ReadonlyMap<string, number> {
  const numbers = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]));
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  return new Map(
    (destinations?.entries() ?? []).flatMap(([name, value]): [string, number][] => {
      const target = document.context.lookupMaybe(value, PDFArray);
      const page = target?.get(0);
      const number = page instanceof PDFRef ? numbers.get(page) : undefined;
      return number ? [[name.decodeText(), number]] : [];
    }),
  );
}

/**
 * Count the glyphs that the pages show. On a machine without fonts a browser prints pages without
 * text, and reports no error; this tells.
 */
export function shownGlyphs(document: PDFDocument): number {
  return document
    .getPages()
    .flatMap(({ node }) => streamsOf(node.Contents(), document))
    .map((stream) => new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()))
    .reduce((sum, content) => sum + glyphsIn(content), 0);
}

function streamsOf(contents: unknown, document: PDFDocument): PDFRawStream[] {
  if (contents instanceof PDFRawStream) return [contents];
  if (!(contents instanceof PDFArray)) return [];
  return contents.asArray().flatMap((ref) => streamsOf(document.context.lookup(ref), document));
}

/** Text is shown as hexadecimal strings of two bytes a glyph. */
function glyphsIn(content: string): number {
  const shown = content.match(/<[0-9A-Fa-f]+>(?=[^\n]*T[jJ])/gu) ?? [];
  return shown.reduce((sum, hex) => sum + (hex.length - 2) / 4, 0);
}

/**
 * Give the bookmarks the headings' own words. A browser loses the space where a heading's line
 * breaks, and says a heading twice that a page break moved.
 *
 * @param headings In the order of the page. Where there are more or fewer of them than bookmarks,
 *   nothing is changed.
 */
export function titleBookmarks(document: PDFDocument, headings: readonly string[]): void {
  const bookmarks = bookmarksUnder(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict));
  if (bookmarks.length !== headings.length) return;
  for (const [index, bookmark] of bookmarks.entries()) {
    bookmark.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? ''));
  }
}

/** Bookmarks in the order in which they are shown, a chapter's own behind it. */
function bookmarksUnder(parent: PDFDict | undefined): readonly PDFDict[] {
  const found: PDFDict[] = [];
  let item = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (item) {
    found.push(item, ...bookmarksUnder(item));
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return found;
}

/**
 * Let text that is copied from the document, or searched in it, be the page's own. Fonts draw
 * some characters with one glyph, and a browser names the glyph by the wrong one.
 */
export function nameGlyphs(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const map = object.lookup(PDFName.of('ToUnicode'));
    const target = object.get(PDFName.of('ToUnicode'));
    if (!(map instanceof PDFRawStream) || !(target instanceof PDFRef)) continue;
    const text = new TextDecoder('latin1').decode(decodePDFRawStream(map).decode());
    const named = text.replace(/(?<=<[\dA-F]{4}> )<([\dA-F]{4})>/giu, (whole, code: string) => {
      const meant = MEANT[code.toUpperCase()];
      return meant ? `<${meant}>` : whole;
    });
    if (named !== text) document.context.assign(target, document.context.flateStream(named));
  }
}

/** Characters that news does not use, and those that share their glyph and are meant. */
const MEANT: Readonly<Record<string, string>> = tableOf({
  // Modifier letter apostrophe: closing single quotation mark
  '02BC': '2019',
});

/** What a document says of itself. */
export interface Stamp {
  readonly title: string;
  readonly language: string;
  readonly creator: string;
  /** Null: the document says nothing of when it was made. */
  readonly date: Date | null;
  /** Hexadecimal; the same for the same content. */
  readonly id: string;
}

/** Write what a document says of itself, and nothing that differs from run to run. */
export async function stamp(document: PDFDocument, about: Stamp): Promise<Uint8Array> {
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setLanguage(about.language);
  document.setCreator(about.creator);
  const info = document.context.lookupMaybe(document.context.trailerInfo.Info, PDFDict);
  if (about.date) {
    document.setCreationDate(about.date);
    document.setModificationDate(about.date);
  } else {
    info?.delete(PDFName.of('CreationDate'));
    info?.delete(PDFName.of('ModDate'));
  }
  const id = PDFHexString.of(about.id);
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  return document.save();
}
