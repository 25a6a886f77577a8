import type { Root } from 'hast';
import { classed } from '../classes.ts';

/** A paragraph of the page list: its number, and where that stands. */
export interface Paragraph {
  readonly number: string;
  readonly id: string;
}

/**
 * Number the paragraphs, which are the facts that are told in full, in the order of the document, and
 * make the numbers places that a reader's program can go to. A screen has no pages that two readers
 * have in common; paragraphs they have.
 *
 * @returns The paragraphs in their order.
 */
export function numberParagraphs(tree: Root): readonly Paragraph[] {
  return classed(tree, 'paragraph').map((place, index) => {
    const number = String(index + 1);
    const id = `paragraph-${number}`;
    Object.assign(place.properties, { id, role: 'doc-pagebreak', ariaLabel: number });
    place.children = [{ type: 'text', value: number }];
    return { number, id };
  });
}
