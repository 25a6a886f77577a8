import type { Element, Nodes, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { isOfClass } from './classes.ts';

/**
 * Link notes back to where they are cited: a reader who followed a figure to its passage gets to the
 * sentence again that he came from. A citation is a link of the class `cite`; a note is what it leads
 * to, where that has a place for the links: an element of the class `backs`.
 *
 * Citations get ids (`note-c1`, `note-c2`), in the order of the document.
 *
 * @param label Names a link for those who do not see its arrow. Default: English.
 */
export function linkBack(tree: Root, label: (place: number, of: number) => string = LABEL): void {
  const places = backsById(tree);
  const cited = new Map<string, string[]>();
  visit(tree, 'element', (element) => {
    const target = targetOf(element);
    if (target === undefined || !places.has(target)) return;
    const ids = cited.get(target) ?? [];
    const id = `${target}-c${ids.length + 1}`;
    element.properties['id'] = id;
    cited.set(target, [...ids, id]);
  });
  for (const [target, ids] of cited) {
    const links = ids.flatMap((id, index) => [
      ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
      h('a', { href: `#${id}`, ariaLabel: label(index + 1, ids.length) }, arrow(index, ids.length)),
    ]);
    places.get(target)?.children.push(...links);
  }
}

const LABEL = (place: number, of: number): string =>
  of === 1 ? 'Back to where it is cited' : `Back to where it is cited, place ${place} of ${of}`;

const arrow = (index: number, of: number): string => (of === 1 ? '↩' : `↩${index + 1}`);

/** What a citation leads to; nothing for all else. */
function targetOf(element: Element): string | undefined {
  const href = String(element.properties['href'] ?? '');
  if (element.tagName !== 'a' || !isOfClass(element, 'cite') || !href.startsWith('#')) {
    return undefined;
  }
  return href.slice(1);
}

/** Id of a note → the place for its links back. */
function backsById(tree: Root): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  const look = (node: Nodes, note: string | undefined): void => {
    if (node.type === 'element' && note !== undefined && isOfClass(node, 'backs')) {
      found.set(note, node);
    }
    if (!('children' in node)) return;
    const id = node.type === 'element' ? node.properties['id'] : undefined;
    for (const child of node.children) look(child, id === undefined ? note : String(id));
  };
  look(tree, undefined);
  return found;
}
