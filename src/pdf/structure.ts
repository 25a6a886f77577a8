import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';

/**
 * The tree of what a PDF's text is, to be read and changed. Of a part of it are other parts, and
 * stretches of what is drawn, by their numbers on the page.
 */
export interface Part {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** Undefined: the tree's uppermost. */
  readonly parent: Part | undefined;
}

/** What a part is: `P`, `H1`, `Figure`. */
export const typeOf = ({ dict }: Pick<Part, 'dict'>): string =>
  dict.lookupMaybe(TYPE, PDFName)?.decodeText() ?? '';

export const setType = ({ dict }: Part, type: string): void => dict.set(TYPE, PDFName.of(type));

export const rootOf = (document: PDFDocument): PDFDict | undefined =>
  document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);

/** Every part of a document, each before what it holds. */
export function partsOf(document: PDFDocument): readonly Part[] {
  const found: Part[] = [];
  const add = (kid: PDFObject, parent: Part | undefined) => {
    const dict = kid instanceof PDFRef ? document.context.lookup(kid) : undefined;
    if (!(kid instanceof PDFRef) || !(dict instanceof PDFDict) || !dict.has(TYPE)) return;
    const part = { ref: kid, dict, parent };
    found.push(part);
    for (const inner of kidsOf(part)) add(inner, part);
  };
  const root = rootOf(document);
  for (const kid of root ? kidsOf({ dict: root }) : []) add(kid, undefined);
  return found;
}

/** What a part holds: references to parts, numbers of stretches, references to annotations. */
export function kidsOf({ dict }: Pick<Part, 'dict'>): readonly PDFObject[] {
  const kids = dict.get(KIDS);
  if (kids === undefined) return [];
  if (kids instanceof PDFArray) return kids.asArray();
  const there = dict.lookup(KIDS);
  return there instanceof PDFArray ? there.asArray() : [kids];
}

export const setKids = ({ dict }: Pick<Part, 'dict'>, kids: readonly PDFObject[]): void =>
  dict.set(KIDS, dict.context.obj([...kids]));

/** The part that a kid is; undefined: it is a stretch or an annotation. */
export function partAt(kid: PDFObject, document: PDFDocument): PDFDict | undefined {
  const dict = kid instanceof PDFRef ? document.context.lookup(kid) : undefined;
  return dict instanceof PDFDict && dict.has(TYPE) ? dict : undefined;
}

/** Whether something holds for a part or any that it is in. */
export const isWithin = (part: Part | undefined, test: (type: string) => boolean): boolean =>
  part !== undefined && (test(typeOf(part)) || isWithin(part.parent, test));

/** A tree, and the way from what is drawn to the parts that it is of. */
export interface Tree {
  readonly document: PDFDocument;
  /** By the number of a page: the list of its stretches' parts; by that of an annotation: its part. */
  readonly owners: ReadonlyMap<number, PDFObject>;
}

/** Make a part that stands in another, with kids that so far were the other's own. */
export function wrapKids(
  { document, owners }: Tree,
  part: Part,
  { type, kids }: { readonly type: string; readonly kids: readonly PDFObject[] },
): PDFRef {
  const { context } = document;
  const dict = context.obj({ Type: 'StructElem', S: type, P: part.ref });
  const page = part.dict.get(PAGE);
  if (page) dict.set(PAGE, page);
  const ref = context.register(dict);
  setKids({ dict }, kids);
  for (const kid of kids) {
    partAt(kid, document)?.set(PARENT, ref);
    const mark = markOf(kid, page, document);
    if (mark) ownersOn(mark.page, { document, owners })?.set(mark.number, ref);
  }
  return ref;
}

/** Page and number of a stretch; undefined: the kid is none. */
function markOf(kid: PDFObject, page: PDFObject | undefined, document: PDFDocument) {
  if (kid instanceof PDFNumber) return { page, number: kid.asNumber() };
  const dict = document.context.lookup(kid);
  if (!(dict instanceof PDFDict)) return;
  const number = dict.lookupMaybe(PDFName.of('MCID'), PDFNumber);
  return number && { page: dict.get(PAGE) ?? page, number: number.asNumber() };
}

export function treeOf(document: PDFDocument): Tree {
  const owners = new Map<number, PDFObject>();
  const add = (node: PDFDict | undefined) => {
    const list = node?.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? [];
    for (let at = 0; at + 1 < list.length; at += 2) {
      const [key, value] = [list[at], list[at + 1]];
      if (key instanceof PDFNumber && value) owners.set(key.asNumber(), value);
    }
    for (const kid of node?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
      add(document.context.lookupMaybe(kid, PDFDict));
    }
  };
  add(rootOf(document)?.lookupMaybe(PDFName.of('ParentTree'), PDFDict));
  return { document, owners };
}

/** The parts that the stretches of a page are of, by their numbers. */
export function ownersOn(
  page: PDFObject | undefined,
  { document, owners }: Tree,
): PDFArray | undefined {
  const number = document.context
    .lookupMaybe(page, PDFDict)
    ?.lookupMaybe(PDFName.of('StructParents'), PDFNumber);
  const list = number && document.context.lookup(owners.get(number.asNumber()));
  return list instanceof PDFArray ? list : undefined;
}

/**
 * Let a part hold what one that it holds does, in its place: stretches alone, no part. The way to a
 * stretch on another page than the rest is told with it.
 */
export function unwrapKid({ document, owners }: Tree, part: Part, kid: Part): void {
  const { context } = document;
  const page = kid.dict.get(PAGE);
  if (!part.dict.has(PAGE) && page) part.dict.set(PAGE, page);
  const isHome = part.dict.get(PAGE) === page;
  const inner = kidsOf(kid).map((mark) => {
    const at = markOf(mark, page, document);
    if (!at) return mark;
    ownersOn(at.page, { document, owners })?.set(at.number, part.ref);
    return isHome || !(mark instanceof PDFNumber)
      ? mark
      : context.obj({ Type: 'MCR', Pg: page ?? PDFNull, MCID: mark });
  });
  setKids(
    part,
    kidsOf(part).flatMap((each) => (each === kid.ref ? inner : [each])),
  );
  context.delete(kid.ref);
}

/** Take stretches of a page out of the parts that they are of. */
export function disown(tree: Tree, page: PDFRef, numbers: ReadonlySet<number>): void {
  const { document } = tree;
  const list = ownersOn(page, tree);
  const parts = new Set<PDFDict>();
  for (const number of list ? numbers : []) {
    const part = list && number < list.size() ? partAt(list.get(number), document) : undefined;
    if (!part) continue;
    parts.add(part);
    list?.set(number, PDFNull);
  }
  for (const dict of parts) {
    const kept = kidsOf({ dict }).filter((kid) => {
      const mark = markOf(kid, dict.get(PAGE), document);
      return mark?.page !== page || !numbers.has(mark.number);
    });
    setKids({ dict }, kept);
  }
}

const TYPE = PDFName.of('S');
const KIDS = PDFName.of('K');
const PAGE = PDFName.of('Pg');
const PARENT = PDFName.of('P');
