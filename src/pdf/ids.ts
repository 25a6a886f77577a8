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
import { type Part, partsOf, rootOf } from './structure.ts';

/** As many digits as a browser writes: the names of a tree are sorted as texts. */
const DIGITS = 8;

/**
 * Number the names of parts, as cells name their heads, from one on, in the order of the text. A browser
 * goes on from what it has numbered before, which depends on how often it drew the page meanwhile. Heads
 * that are not there, since nothing is drawn in them, are named no more.
 */
export function numberIds(document: PDFDocument): void {
  const parts = partsOf(document);
  const numbered = parts
    .filter((part) => idOf(part) !== undefined)
    .map((part, index) => ({ part, was: idOf(part), id: idAt(index) }));
  const ids = new Map(numbered.map(({ was, id }) => [was, id]));
  for (const part of parts) nameHeads(part, ids);
  for (const { part, id } of numbered) setId(part, id);
  const root = rootOf(document);
  if (!root?.has(TREE)) return;
  remove(root.get(TREE), document);
  const names = numbered.flatMap(({ part, id }) => [PDFString.of(id), part.ref]);
  root.set(TREE, document.context.obj({ Names: names }));
}

const idAt = (index: number): string => `node${String(index + 1).padStart(DIGITS, '0')}`;

/** Let a cell name its heads by their new names. */
function nameHeads(part: Part, ids: ReadonlyMap<string | undefined, string>): void {
  const heads = attribute(part, 'Headers');
  if (!(heads instanceof PDFArray)) return;
  const named = heads.asArray().flatMap((head) => ids.get(textAt(head)) ?? []);
  while (heads.size() > 0) heads.remove(0);
  for (const id of named) heads.push(PDFString.of(id));
}

/** Remove a node of a tree of names, and all below it: what nothing leads to would be saved, too. */
function remove(node: PDFObject | undefined, document: PDFDocument): void {
  const kids = document.context.lookupMaybe(node, PDFDict)?.lookupMaybe(KIDS, PDFArray);
  for (const kid of kids?.asArray() ?? []) remove(kid, document);
  if (node instanceof PDFRef) document.context.delete(node);
}

const TREE = PDFName.of('IDTree');
const KIDS = PDFName.of('Kids');
