import type { Nodes } from 'hast';

/** Whether a node is an element of a class. */
export const isOfClass = (node: Nodes, name: string): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties['className']) &&
  node.properties['className'].includes(name);
