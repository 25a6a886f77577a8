import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { classed, isOfClass } from '../classes.ts';
import { textOf } from '../trees.ts';

/** A part of the book, which is a file of its own. */
export interface Chapter {
  readonly id: string;
  readonly file: string;
  readonly heading: Heading;
  /** The headings within it. */
  readonly under: readonly Heading[];
  readonly part: Element;
}

/** A heading, and its place in its file. */
export interface Heading {
  readonly id: string;
  readonly text: string;
}

/**
 * Take a body apart into chapters: each of its sections is one, in their order. An appendix without an
 * entry is none.
 */
export function chaptersOf(body: Root): readonly Chapter[] {
  const taken = new Set(['nav.xhtml']);
  return partsOf(body).flatMap((part) => {
    if (isBare(part)) return [];
    const id = String(part.properties['id'] ?? '');
    const file = fileOf(id, taken);
    taken.add(file);
    const [heading = { id, text: '' }, ...under] = headingsOf(part, id);
    if (heading.id !== '') part.properties['ariaLabelledBy'] = [heading.id];
    return [{ id, file, heading, under, part }];
  });
}

/**
 * The sections of a body. What stands between them, since a template of a user's ended one too soon,
 * belongs to the section before it.
 */
function partsOf(body: Root): readonly Element[] {
  const parts: Element[] = [];
  for (const node of body.children) {
    if (node.type === 'element' && node.tagName === 'section') parts.push(node);
    else if (node.type === 'element' && !isOfClass(node, 'notes'))
      parts.at(-1)?.children.push(node);
    else if (node.type === 'text' && node.value.trim() !== '') {
      parts.at(-1)?.children.push(h('p', node.value));
    }
  }
  return parts;
}

/**
 * Name of the file of a section. Its id may be anybody's, and must not lead out of the book when that is
 * unpacked, nor take the place of another file.
 */
function fileOf(id: string, taken: ReadonlySet<string>): string {
  const file = `${id}.xhtml`;
  return /^[\w-]+$/u.test(id) && !taken.has(file) ? file : `file-${taken.size}.xhtml`;
}

/** Whether nothing in it has a place that is linked to. */
const isBare = (part: Element): boolean =>
  part.properties['role'] === 'doc-appendix' && idsIn(part).size === 1;

/** The ids of a part, its own among them. */
export function idsIn(part: Element): ReadonlySet<string> {
  const ids = new Set<string>();
  visit(part, 'element', ({ properties }) => {
    if (properties['id'] !== undefined) ids.add(String(properties['id']));
  });
  return ids;
}

/** The headings of a part in their order; those without an id get one. */
function headingsOf(part: Element, id: string): readonly Heading[] {
  const headings: Heading[] = [];
  visit(part, 'element', (element) => {
    if (!/^h[1-6]$/u.test(element.tagName)) return;
    element.properties['id'] ??= `${id}-heading-${headings.length + 1}`;
    const text = textOf([element]).replace(/\s+/gu, ' ').trim();
    headings.push({ id: String(element.properties['id']), text });
  });
  return headings;
}

/** The notes of a body by their ids, which stand behind its sections. */
export function notesIn(body: Root): ReadonlyMap<string, Element> {
  const notes = classed(body, 'notes').flatMap(({ children }) => children);
  return new Map(
    notes.flatMap((note) =>
      note.type === 'element' ? [[String(note.properties['id']), note] as const] : [],
    ),
  );
}
