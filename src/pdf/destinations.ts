import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';

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
