import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Whether an element bears a class. */
export const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name);

/** The elements of a tree that bear a class, in their order. */
export function classed(tree: Root | Element, name: string): readonly Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (hasClass(element, name)) found.push(element);
  });
  return found;
}
