import type { Root } from 'hast';
import { classed } from '../classes.ts';
import { textOf } from '../trees.ts';

/** A paragraph of the page list: its number, and where that stands. */
export interface Paragraph {
  readonly number: string;
  readonly id: string;
}

/**
 * Make the numbers of paragraphs, which are the facts that are told in full, places that a reader's
 * program can go to. A screen has no pages that two readers have in common; paragraphs they have.
 *
 * Where a template gives none, they are numbered in the order of the document.
 *
 * @returns The paragraphs in their order.
 */
export function markParagraphs(tree: Root): readonly Paragraph[] {
  return classed(tree, 'paragraph').map((place, index) => {
    const number = textOf([place]).trim() || String(index + 1);
    const id = `paragraph-${number}`;
    Object.assign(place.properties, { id, role: 'doc-pagebreak', ariaLabel: number });
    place.children = [{ type: 'text', value: number }];
    return { number, id };
  });
}
