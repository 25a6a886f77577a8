import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { attribute, idOf, setId, textAt } from './attributes.ts';
import { partsOf, rootOf } from './structure.ts';

/** As many digits as a browser writes: the names of a tree are sorted as texts. */
const DIGITS = 8;

/**
 * Number the names of parts, as cells name their heads, from one on, in the order of the text. A browser
 * goes on from what it has numbered before, which depends on how often it drew the page meanwhile. Heads
 * that are not there, since nothing is drawn in them, are named no more.
 */
export function numberIds(document: PDFDocument): void {
  const parts = partsOf(document);
  const named = parts.filter((part) => idOf(part) !== undefined);
  const names = new Map(
    named.map((part, index) => [idOf(part), `node${String(index + 1).padStart(DIGITS, '0')}`]),
  );
  for (const part of parts) {
    const heads = attribute(part, 'Headers');
    if (!(heads instanceof PDFArray)) continue;
    const known = heads.asArray().flatMap((head) => names.get(textAt(head)) ?? []);
    while (heads.size() > 0) heads.remove(0);
    for (const name of known) heads.push(PDFString.of(name));
  }
  for (const part of named) setId(part, names.get(idOf(part)) ?? '');
  const entries = named.flatMap((part) => [PDFString.of(idOf(part) ?? ''), part.ref]);
  const root = rootOf(document);
  if (!root?.has(TREE)) return;
  remove(root.get(TREE), document);
  root.set(TREE, document.context.obj({ Names: entries }));
}

/** Remove a node of a tree of names, and all below it: what nothing leads to would be saved, too. */
function remove(node: PDFObject | undefined, document: PDFDocument): void {
  const kids = document.context.lookupMaybe(node, PDFDict)?.lookupMaybe(KIDS, PDFArray);
  for (const kid of kids?.asArray() ?? []) remove(kid, document);
  if (node instanceof PDFRef) document.context.delete(node);
}

const TREE = PDFName.of('IDTree');
const KIDS = PDFName.of('Kids');
