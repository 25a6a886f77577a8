import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Part } from './structure.ts';

/** What one of a part's attributes says. */
export function attribute({ dict }: Pick<Part, 'dict'>, name: string): PDFObject | undefined {
  const all = dict.lookup(PDFName.of('A'));
  const list =
    all instanceof PDFArray ? all.asArray().map((each) => dict.context.lookup(each)) : [all];
  const owner = list.find((each) => each instanceof PDFDict && each.has(PDFName.of(name)));
  return owner instanceof PDFDict ? owner.lookup(PDFName.of(name)) : undefined;
}

/** The name that other parts call a part by; undefined: none does. */
export const idOf = ({ dict }: Pick<Part, 'dict'>): string | undefined => textAt(dict.get(ID));

export const setId = ({ dict }: Pick<Part, 'dict'>, id: string): void =>
  dict.set(ID, PDFString.of(id));

export const textAt = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

const ID = PDFName.of('ID');
