import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { kidsOf, partAt, partsOf, setType, typeOf } from './structure.ts';

/**
 * Call a group what it is: a browser calls a figure with its caption a picture, and the picture in it
 * another. Only what is drawn is a picture, and it has words in its place.
 */
export function tellFigures(document: PDFDocument): void {
  for (const part of partsOf(document)) {
    const holds = kidsOf(part).some((kid) => partAt(kid, document));
    if (typeOf(part) === 'Figure' && holds && !part.dict.has(PDFName.of('Alt')))
      setType(part, 'Div');
  }
}
