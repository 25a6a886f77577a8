import type { PDFDocument } from '@cantoo/pdf-lib';
import { type About, stamp } from './about.ts';
import { markArtifacts } from './artifacts.ts';
import { type Attachment, attachData } from './attachment.ts';
import { titleBookmarks } from './bookmarks.ts';
import { tellFigures } from './figures.ts';
import { nameGlyphs } from './glyphs.ts';
import { numberIds } from './ids.ts';
import { nameLinks, type PageLink } from './links.ts';
import { bodyItems } from './lists.ts';
import { mapRoles, tellText } from './roles.ts';
import { save } from './save.ts';
import { completeRows } from './table-rows.ts';
import { addXmp } from './xmp.ts';

export type { About } from './about.ts';
export type { Attachment } from './attachment.ts';
export { destinationPages } from './destinations.ts';
export { shownGlyphs } from './glyphs.ts';
export type { PageLink } from './links.ts';
export { contentsOf, openPdf } from './open.ts';

/** What a document is finished with. */
export interface Finish {
  /** What is drawn on each page, as `contentsOf` gives it. */
  readonly contents: readonly string[];
  /** Texts of the page's headings, and its links, in their order. */
  readonly page: { readonly headings: readonly string[]; readonly links: readonly PageLink[] };
  readonly about: About;
  readonly attachment: Attachment;
}

/**
 * Finish what a browser printed: complete what it says of its structure, for those who have it read
 * aloud; what the document says of itself; the data that goes along. Nothing changes its looks.
 *
 * @returns The same bytes for the same document, whenever and wherever.
 */
export async function finish(
  document: PDFDocument,
  { contents, page, about, attachment }: Finish,
): Promise<Uint8Array> {
  nameGlyphs(document);
  markArtifacts(document, contents);
  tellFigures(document);
  tellText(document);
  bodyItems(document);
  completeRows(document);
  numberIds(document);
  mapRoles(document);
  nameLinks(document, page.links);
  titleBookmarks(document, page.headings);
  addXmp(document, stamp(document, about));
  await attachData(document, attachment, about.date);
  return save(document);
}
