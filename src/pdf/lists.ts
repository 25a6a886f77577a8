import type { PDFDocument } from '@cantoo/pdf-lib';
import { kidsOf, partAt, partsOf, setKids, treeOf, typeOf, wrapKids } from './structure.ts';

/**
 * Give each item of a list a body: an item holds its label and its body, and nothing else
 * (ISO 32000-1, 14.8.4.3.3). A browser leaves the body out.
 */
export function bodyItems(document: PDFDocument): void {
  const tree = treeOf(document);
  for (const part of partsOf(document).filter((item) => typeOf(item) === 'LI')) {
    const kids = kidsOf(part);
    const isLabel = new Set(
      kids.filter((kid) => {
        const dict = partAt(kid, document);
        return dict !== undefined && typeOf({ dict }) === 'Lbl';
      }),
    );
    const rest = kids.filter((kid) => !isLabel.has(kid));
    const body = rest.length > 0 ? [wrapKids(tree, part, { type: 'LBody', kids: rest })] : [];
    setKids(part, [...isLabel, ...body]);
  }
}
