import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { tableOf } from '../tables.ts';
import {
  isWithin,
  kidsOf,
  type Part,
  partAt,
  partsOf,
  rootOf,
  setType,
  treeOf,
  typeOf,
  unwrapKid,
} from './structure.ts';

/** Types that PDF 1.7 knows (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** Types of a browser's own → those nearest to them. */
const NEAREST: Readonly<Record<string, string>> = tableOf({
  Aside: 'Div',
  Del: 'Span',
  Em: 'Span',
  Ins: 'Span',
  Strong: 'Span',
});

/** Say what each type is nearest to that is not a standard one. Default: nothing special. */
export function mapRoles(document: PDFDocument): void {
  const types = new Set(partsOf(document).map(typeOf));
  const own = [...types].filter((type) => !STANDARD.has(type)).sort();
  const map = own.map((type): [string, string] => [type, NEAREST[type] ?? 'NonStruct']);
  rootOf(document)?.set(PDFName.of('RoleMap'), document.context.obj(Object.fromEntries(map)));
}

/** Types that say nothing of what they hold. */
const GROUPS = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'NonStruct']);

/** Types of parts of a line. */
const INLINE = new Set(['Span', 'Strong', 'Em', 'Ins', 'Del', 'Link', 'Code', 'Quote', 'Lbl']);

/**
 * Let text that stands in no paragraph, heading, item or cell be one: a browser groups it, and says
 * no more. What it says nothing of within a line is a stretch of the line.
 */
export function tellText(document: PDFDocument): void {
  const parts = partsOf(document);
  const isText = (part: Pick<Part, 'dict'>) =>
    typeOf(part) === 'NonStruct' && kidsOf(part).some((kid) => !partAt(kid, document));
  const inLine = (dict: Part['dict']) => isText({ dict }) || INLINE.has(typeOf({ dict }));
  for (const part of parts) {
    if (isText(part) || !['NonStruct', 'Div'].includes(typeOf(part))) continue;
    if (isWithin(part.parent, (type) => !GROUPS.has(type))) continue;
    const kids = kidsOf(part).flatMap((kid) => partAt(kid, document) ?? []);
    if (kids.length > 0 && kids.every(inLine)) setType(part, 'P');
  }
  const tree = treeOf(document);
  for (const part of parts.filter(isText)) {
    // A wrapper that says nothing of a stretch only makes the document large.
    const isBare = !part.dict.has(LANGUAGE) && kidsOf(part).every((kid) => !partAt(kid, document));
    if (part.parent && isBare && !GROUPS.has(typeOf(part.parent))) {
      unwrapKid(tree, part.parent, part);
    } else setType(part, 'Span');
  }
}

const LANGUAGE = PDFName.of('Lang');
