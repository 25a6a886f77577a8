import { PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { tableOf } from '../tables.ts';
import { latin1, packed, unpacked } from './open.ts';

/**
 * Count the glyphs that the pages show. On a machine without fonts a browser prints pages without
 * text, and reports no error; this tells.
 */
export const shownGlyphs = (contents: readonly string[]): number =>
  contents.reduce((sum, content) => sum + glyphsIn(content), 0);

/** Text is shown as hexadecimal strings of two bytes a glyph. */
function glyphsIn(content: string): number {
  const shown = content.match(/<[0-9A-Fa-f]+>(?=[^\n]*T[jJ])/gu) ?? [];
  return shown.reduce((sum, hex) => sum + (hex.length - 2) / 4, 0);
}

/**
 * Let text that is copied from the document, or searched in it, be the page's own. Fonts draw
 * some characters with one glyph, and a browser names the glyph by the wrong one.
 */
export function nameGlyphs(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const target = object.get(PDFName.of('ToUnicode'));
    if (!(target instanceof PDFRef)) continue;
    const map = document.context.lookup(target);
    if (!(map instanceof PDFRawStream)) continue;
    const text = latin1(unpacked(map));
    const named = text.replace(/(?<=<[\dA-F]{4}> )<([\dA-F]{4})>/giu, (whole, code: string) => {
      const meant = MEANT[code.toUpperCase()];
      return meant ? `<${meant}>` : whole;
    });
    if (named !== text) document.context.assign(target, packed(named, document));
  }
}

/** Characters that news does not use, and those that share their glyph and are meant. */
const MEANT: Readonly<Record<string, string>> = tableOf({
  // Modifier letter apostrophe: closing single quotation mark
  '02BC': '2019',
});
