import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { replaceContent } from './open.ts';
import { withArtifacts } from './operators.ts';
import { disown, isWithin, ownersOn, partsOf, treeOf } from './structure.ts';

/**
 * Say of all that is drawn whether it is content. A browser says nothing of what it draws outside the
 * page's text (heads, feet, page numbers), and takes rules and backgrounds of a list for content.
 *
 * @param contents What is drawn on each page.
 */
export function markArtifacts(document: PDFDocument, contents: readonly string[]): void {
  const tree = treeOf(document);
  const pictures = picturesOf(document);
  for (const [index, { ref, node }] of document.getPages().entries()) {
    const owners = ownersOn(node, tree)?.asArray() ?? [];
    const isPicture = (number: number) => pictures.has(owners[number]);
    const { content, dropped } = withArtifacts(contents[index] ?? '', isPicture);
    disown(tree, ref, dropped);
    replaceContent(document, index, content);
  }
}

/** References of pictures and of what is in them. */
const picturesOf = (document: PDFDocument): ReadonlySet<PDFObject | undefined> =>
  new Set(
    partsOf(document)
      .filter((part) => isWithin(part, (type) => type === 'Figure'))
      .map(({ ref }) => ref),
  );
