import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** The elements of a name, in their order. */
export function named(tree: Root | Element, tagName: string): readonly Element[] {
  const found: Element[] = [];
  visit(tree, { tagName }, (element: Element) => {
    found.push(element);
  });
  return found;
}
