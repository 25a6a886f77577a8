import { FootnoteReferenceRun, Paragraph, TextRun } from 'docx';
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { isOfClass } from '../classes.ts';
import { element, filled } from './elements.ts';
import { fieldOf } from './runs.ts';
import type { At, Inline, Writer } from './writer.ts';

/**
 * The notes of a document. Word numbers footnotes by where they are referred to, and each is referred to
 * once: all else that cites it bears its number as a field, which leads there.
 */
export interface Notes {
  /** Number of a note that is cited, by its id. */
  readonly numberOf: (id: string) => number | undefined;
  /** Id of the note of a number. */
  readonly idOf: (number: number) => string;
  /** Whether this is the link that bears the footnote. */
  readonly bears: (link: Element) => boolean;
  /** The notes as elements, in the order of their numbers. */
  readonly items: readonly Element[];
}

/**
 * Find the notes that are cited, and the link that each footnote is to stand at: the first below the
 * bottom line. With the passages of all reports under it, that would go over pages, and is to be read at
 * one look; what it says is told in full below.
 */
export function notesOf(tree: Root): Notes {
  const items = itemsById(tree);
  const citations = citationsIn(tree).filter(({ id }) => items.has(id));
  const lower = citations.filter(({ isLead }) => !isLead);
  const bearers = new Map<string, Element>();
  for (const { id, link } of [...lower, ...citations]) {
    if (!bearers.has(id)) bearers.set(id, link);
  }
  const ids = citations.flatMap(({ id, link }) => (bearers.get(id) === link ? [id] : []));
  const numbers = new Map(ids.map((id, index) => [id, index + 1]));
  const links = new Set(bearers.values());
  return {
    numberOf: (id) => numbers.get(id),
    idOf: (number) => ids[number - 1] ?? '',
    bears: (link) => links.has(link),
    items: ids.flatMap((id) => items.get(id) ?? []),
  };
}

/** A link to a note. */
interface Citation {
  readonly id: string;
  readonly link: Element;
  /** Whether it stands in the bottom line. */
  readonly isLead: boolean;
}

/** The citations of the text, in order. */
function citationsIn(tree: Root | Element, isLead = false): readonly Citation[] {
  return tree.children.flatMap((node): readonly Citation[] => {
    if (node.type !== 'element' || isOfClass(node, 'notes')) return [];
    const id = isOfClass(node, 'cite') ? targetOf(node) : undefined;
    return id === undefined
      ? citationsIn(node, isLead || isOfClass(node, 'bottom-line'))
      : [{ id, link: node, isLead }];
  });
}

/** Id that a link of the document leads to. */
export function targetOf({ properties: { href } }: Element): string | undefined {
  return typeof href === 'string' && href.startsWith('#') ? href.slice(1) : undefined;
}

/** Items of the list in the section of the class `notes`, by their ids. */
function itemsById(tree: Root): ReadonlyMap<string, Element> {
  const items = new Map<string, Element>();
  visit(tree, 'element', (section) => {
    if (!isOfClass(section, 'notes')) return undefined;
    visit(section, 'element', (item) => {
      const { id } = item.properties;
      if (item.tagName === 'li' && typeof id === 'string') items.set(id, item);
    });
    return SKIP;
  });
  return items;
}

/** Style of the number of a note in the text. */
const REFERENCE = 'FootnoteReference';

/** A citation: the footnote itself, or its number where it stands elsewhere. */
export const citation: Inline = (link, at, write) => {
  const id = targetOf(link) ?? '';
  const number = write.notes.numberOf(id);
  if (number === undefined) return write.inline(link.children, at);
  if (write.notes.bears(link) && at.part === 'document') {
    return write.bookmarks.of(id, [new FootnoteReferenceRun(number)]);
  }
  return fieldOf(`NOTEREF ${write.bookmarks.nameOf(id)} \\f \\h`, String(number), REFERENCE);
};

/** The number of a note as a field, for a link that names it. */
export const noteNumber = (id: string, number: number, style: string, write: Writer) =>
  fieldOf(`NOTEREF ${write.bookmarks.nameOf(id)}`, String(number), style);

/** Footnotes by their numbers, as the library takes them. */
export function footnotesOf(write: Writer, at: At) {
  const { items } = write.notes;
  return Object.fromEntries(
    items.map((item, index) => [index + 1, { children: footnote(item, at, write) }]),
  );
}

function footnote(item: Element, at: At, write: Writer): readonly Paragraph[] {
  const within: At = {
    ...at,
    style: 'FootnoteText',
    rest: { style: 'FootnoteContinued', numbered: null },
    part: 'footnotes',
  };
  const told = write.blocks(item.children, within).filter((block) => block instanceof Paragraph);
  const [first = new Paragraph({ style: within.style }), ...rest] = told;
  // Behind the number, which the library puts before it: Word has nothing there of its own.
  return [first.addRunToFront(filled(new TextRun({}), [element('tab')])), ...rest];
}
