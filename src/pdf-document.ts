import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

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
 * breaks.
 *
 * @param headings In the order of the page. A bookmark with other letters keeps its title.
 */
export function titleBookmarks(document: PDFDocument, headings: readonly string[]): void {
  const bare = (text: string) => text.replace(/\s+/gu, '');
  const rest = [...headings];
  const outline = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  for (const bookmark of bookmarksUnder(outline)) {
    const title = bookmark.lookup(PDFName.of('Title'));
    const shown =
      title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : '';
    const at = rest.findIndex((heading) => bare(heading) === bare(shown));
    const [heading] = at < 0 ? [] : rest.splice(at, 1);
    if (heading) bookmark.set(PDFName.of('Title'), PDFHexString.fromText(heading));
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
