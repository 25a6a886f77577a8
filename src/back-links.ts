import type { Element, Nodes, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { classed, isOfClass } from './classes.ts';
import { textOf } from './trees.ts';

/**
 * Link notes back to where they are cited: a reader who followed a figure to its passage gets to the
 * sentence again that he came from. A citation is a link of the class `cite`; a note is what it leads
 * to, where that has a place for the links: an element of the class `backs`.
 *
 * Citations get ids (`note-c1`, `note-c2`), in the order of the document.
 *
 * @param label Names a link for those who do not see its arrow. Default: English.
 */
export function linkBack(tree: Root, label: (place: number, of: number) => string = LABEL): void {
  const places = backsById(tree);
  const cited = new Map<string, string[]>();
  visit(tree, 'element', (element) => {
    const target = targetOf(element);
    if (target === undefined || !places.has(target)) return;
    const ids = cited.get(target) ?? [];
    const id = `${target}-c${ids.length + 1}`;
    element.properties['id'] = id;
    cited.set(target, [...ids, id]);
  });
  for (const [target, ids] of cited) {
    const links = ids.flatMap((id, index) => [
      ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
      h('a', { href: `#${id}`, ariaLabel: label(index + 1, ids.length) }, arrow(index, ids.length)),
    ]);
    places.get(target)?.children.push(...links);
  }
}

/**
 * Link the notes of a document on paper back, with the page of each place: “↑ p. 4 · Timeline p. 7”.
 * Here a note is what has a place for the links, an element of the class `backs`, and is cited by
 * links of the class `cite` to any element in it. Its own paragraph comes first, then the others that
 * cite it by their numbers, then parts by their headings, each once.
 *
 * @param page Stands for the page on which the element of an id is, until that is known.
 */
export function linkPagesBack(tree: Root, page: (id: string) => string): void {
  const notes = notesIn(tree);
  const owners = new Map(
    [...notes.keys()].flatMap((note) => idsIn(note).map((id): [string, Element] => [id, note])),
  );
  const places = new Map<Element, Map<string, Place>>();
  const look = (node: Nodes, within: Within): void => {
    const inside = node.type === 'element' ? entered(node, within) : within;
    const note = node.type === 'element' ? owners.get(targetOf(node) ?? '') : undefined;
    if (node.type === 'element' && note) {
      const found = places.get(note) ?? new Map<string, Place>();
      places.set(note, found);
      const label = labelOf(inside, note);
      if (!found.has(label)) {
        found.set(label, {
          label,
          id: placeId(node, inside, `${note.properties['id']}-c${found.size + 1}`),
        });
      }
    }
    if ('children' in node) for (const child of node.children) look(child, inside);
  };
  look(tree, { row: undefined, heading: '' });
  for (const [note, found] of places) {
    const links = [...found.values()].sort(
      (a, b) => Number(a.label !== '') - Number(b.label !== ''),
    );
    notes
      .get(note)
      ?.children.push(...links.flatMap((place, index) => pageLink(place, index, page)));
  }
}

/** Where a citation stands. */
interface Within {
  /** The numbered row, where it stands in one. */
  readonly row: Element | undefined;
  /** Of the part. */
  readonly heading: string;
}

interface Place {
  /** Empty: the paragraph of the note itself. */
  readonly label: string;
  readonly id: string;
}

/** The surroundings of what an element holds. */
function entered(element: Element, within: Within): Within {
  if (element.tagName === 'section') return { row: undefined, heading: headingOf(element) };
  const isRow = isOfClass(element, 'row') && element.properties['id'] !== undefined;
  return isRow ? { ...within, row: element } : within;
}

const headingOf = (section: Element): string => textOf(elementsIn(section, isHeading).slice(0, 1));

const isHeading = ({ tagName }: Element): boolean => tagName === 'h2';

/** What a place is called; nothing where it is the note's own paragraph. */
function labelOf({ row, heading }: Within, note: Element): string {
  const number = row && numberOf(row);
  if (number === undefined) return heading;
  return number === numberOf(note) ? '' : `paragraph ${number}`;
}

/** The number printed at a paragraph or note. */
function numberOf(element: Element): string | undefined {
  const [number] = classed(element, 'para');
  return number && textOf([number]);
}

/** A paragraph is led to as a whole; elsewhere the figure gets an id. */
function placeId(cite: Element, { row }: Within, id: string): string {
  if (row && numberOf(row) !== undefined) return String(row.properties['id']);
  cite.properties['id'] ??= id;
  return String(cite.properties['id']);
}

function pageLink({ label, id }: Place, index: number, page: (id: string) => string) {
  const before = label === '' ? '↑ p. ' : `${label} p. `;
  const link = h('a', { href: `#${id}` }, before, h('span.page', page(id)));
  return index > 0 ? [{ type: 'text' as const, value: ' · ' }, link] : [link];
}

/** Notes, each with the place for its links back. */
function notesIn(tree: Root): ReadonlyMap<Element, Element> {
  const notes = new Map<Element, Element>();
  const look = (node: Nodes, note: Element | undefined): void => {
    if (node.type === 'element' && note && isOfClass(node, 'backs')) notes.set(note, node);
    if (!('children' in node)) return;
    const own = node.type === 'element' && node.properties['id'] !== undefined ? node : note;
    for (const child of node.children) look(child, own);
  };
  look(tree, undefined);
  return notes;
}

const idsIn = (element: Element): readonly string[] =>
  elementsIn(element, ({ properties }) => properties['id'] !== undefined).map(({ properties }) =>
    String(properties['id']),
  );

/** Elements of a kind, in order, an element itself among them. */
function elementsIn(node: Nodes, isWanted: (element: Element) => boolean): readonly Element[] {
  const inside =
    'children' in node ? node.children.flatMap((child) => elementsIn(child, isWanted)) : [];
  return node.type === 'element' && isWanted(node) ? [node, ...inside] : inside;
}

const LABEL = (place: number, of: number): string =>
  of === 1 ? 'Back to where it is cited' : `Back to where it is cited, place ${place} of ${of}`;

const arrow = (index: number, of: number): string => (of === 1 ? '↩' : `↩${index + 1}`);

/** What a citation leads to; nothing for all else. */
function targetOf(element: Element): string | undefined {
  const href = String(element.properties['href'] ?? '');
  if (element.tagName !== 'a' || !isOfClass(element, 'cite') || !href.startsWith('#')) {
    return undefined;
  }
  return href.slice(1);
}

/** Id of a note → the place for its links back. */
const backsById = (tree: Root): ReadonlyMap<string, Element> =>
  new Map(Array.from(notesIn(tree), ([note, place]) => [String(note.properties['id']), place]));
