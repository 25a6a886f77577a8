import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isOfClass } from '../classes.ts';

/** The elements of a tree that bear a class, in their order. */
export function classed(tree: Root | Element, name: string): readonly Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (isOfClass(element, name)) found.push(element);
  });
  return found;
}

/** The elements of a name, in their order. */
export function named(tree: Root | Element, tagName: string): readonly Element[] {
  const found: Element[] = [];
  visit(tree, { tagName }, (element: Element) => {
    found.push(element);
  });
  return found;
}
