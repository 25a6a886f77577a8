import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { isOfClass } from '../classes.ts';

/** A note: the passages that are cited in one place, or in several. */
export interface Note {
  readonly number: number;
  /** Elements of the class `passage`, in the order in which they are cited. */
  readonly passages: readonly Element[];
}

/**
 * Turn groups of citations into numbered notes. A group is an element of the class `cites` with links
 * of the class `cite` or such a link alone; what these lead to, an element of the class `passage`. In
 * the place of the group stands a link to its note; the notes stand, as a list, where the passages
 * stood, in the section of the class `notes`.
 *
 * Groups of the same passages have one note. Numbers follow the order of the document.
 *
 * @param tree A sanitized body. It is changed.
 * @returns The notes, in their order.
 */
export function numberNotes(tree: Root): readonly Note[] {
  const passages = passagesIn(tree);
  const notes = new Map<string, Note>();
  visit(tree, 'element', (element, index, parent) => {
    if (isOfClass(element, 'passage')) return SKIP;
    if (index === undefined || !parent || !isGroup(element)) return undefined;
    const cited = targetsIn(element).filter((id) => passages.has(id));
    if (cited.length === 0) {
      parent.children.splice(index, 1);
      return index;
    }
    const key = cited.join(' ');
    const note = notes.get(key) ?? {
      number: notes.size + 1,
      passages: cited.flatMap((id) => passages.get(id) ?? []),
    };
    notes.set(key, note);
    parent.children.splice(index, 1, linkTo(note));
    return SKIP;
  });
  listNotes(tree, [...notes.values()]);
  return [...notes.values()];
}

const isGroup = (element: Element): boolean =>
  isOfClass(element, 'cites') || isOfClass(element, 'cite');

/** Id of a passage → its element. */
function passagesIn(tree: Root): ReadonlyMap<string, Element> {
  const passages = new Map<string, Element>();
  visit(tree, 'element', (element) => {
    if (isOfClass(element, 'passage')) passages.set(String(element.properties['id']), element);
  });
  return passages;
}

/** Ids that the citations of a group lead to, each once. */
function targetsIn(group: Element): readonly string[] {
  const targets = new Set<string>();
  visit(group, 'element', (element) => {
    const { href } = element.properties;
    if (isOfClass(element, 'cite') && typeof href === 'string') targets.add(href.slice(1));
  });
  return [...targets];
}

const linkTo = ({ number }: Note): Element =>
  h('a.cite', { href: `#${idOf(number)}` }, String(number));

const idOf = (number: number): string => `note-${number}`;

/** Put the list of notes where the passages stood; without notes the section goes. */
function listNotes(tree: Root, notes: readonly Note[]): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!isOfClass(element, 'notes') || index === undefined || !parent) return undefined;
    if (notes.length === 0) {
      parent.children.splice(index, 1);
      return index;
    }
    element.children = [
      ...element.children.filter((child) => !isOfClass(child, 'passage')),
      h('ol.notes', notes.map(itemOf)),
    ];
    return SKIP;
  });
}

/** A note as an item, with a place for the links back. A passage may stand in several notes: ids go. */
function itemOf({ number, passages }: Note): Element {
  const told = passages.map(({ children }): ElementContent => {
    const copy: readonly ElementContent[] = structuredClone(children);
    return h('div.passage', [...copy]);
  });
  return h('li', { id: idOf(number) }, [...told, h('p.backs')]);
}
