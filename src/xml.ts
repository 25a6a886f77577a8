import type { Element, ElementContent, Nodes, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** Make an element. Attributes without a value are left out, and so is whatever XML cannot hold. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | null>> = {},
  children: readonly (ElementContent | string)[] = [],
): Element => ({
  type: 'element',
  name,
  attributes: legalAttributes(attributes),
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: inXml(child) } : child,
  ),
});

const legalAttributes = (attributes: Readonly<Record<string, string | null | undefined>>) =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, inXml(value)] as const] : [],
    ),
  );

/**
 * A text as XML can hold it (XML 1.0, production 2, Char): controls that part words are spaces, others
 * are left out; half characters, and the two that are none, are shown as lost, as browsers do.
 */
export const inXml = (text: string): string =>
  text
    .replace(/[\v\f]/gu, ' ')
    .replace(/[\p{Surrogate}\u{fffe}\u{ffff}]/gu, '\u{fffd}')
    .replace(/[^\t\n\r\u{20}-\u{10ffff}]/gu, '');

/**
 * Write a document, in UTF-8. Whatever XML cannot hold is left out of texts and attributes: a reader
 * would refuse the whole file for one such character.
 *
 * @param mayClose Whether an element without content closes itself, or has an end tag of its own, which
 *   is also right for programs that take the document for HTML. Default: every element may.
 */
export function xmlDocument(tree: Root, mayClose: (name: string) => boolean = () => true): string {
  const written = toXml(legal(tree, mayClose), { closeEmptyElements: true });
  // Ends a section of characters, which there are none of: so XML forbids it in text.
  return `<?xml version="1.0" encoding="utf-8"?>\n${written.replaceAll(']]>', ']]&#x3E;')}\n`;
}

/** A tree with nothing in it that XML cannot hold. */
function legal<T extends Nodes>(node: T, mayClose: (name: string) => boolean): T {
  if (node.type === 'text') return { ...node, value: inXml(node.value) };
  if (!('children' in node)) return node;
  const children = node.children.map((child) => legal(child, mayClose));
  if (node.type !== 'element') return { ...node, children };
  const isOpen = children.length === 0 && !mayClose(node.name);
  return {
    ...node,
    attributes: legalAttributes(node.attributes),
    // White space is content to who writes the tags, and nothing to who reads.
    children: isOpen ? [{ type: 'text', value: '\n' }] : children,
  };
}
