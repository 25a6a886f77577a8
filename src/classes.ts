import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Whether a node is an element of a class. */
export const isOfClass = (node: Nodes, name: string): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties['className']) &&
  node.properties['className'].includes(name);

/** The elements of a tree that bear a class, in their order. */
export function classed(tree: Root | Element, name: string): readonly Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (isOfClass(element, name)) found.push(element);
  });
  return found;
}
