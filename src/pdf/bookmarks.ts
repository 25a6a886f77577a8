import { PDFDict, type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';

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
