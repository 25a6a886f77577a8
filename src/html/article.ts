import { Readability } from '@mozilla/readability';
import type { Element, Nodes, Root } from 'hast';
import { parseHTML } from 'linkedom';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

/** Begins the attribute that an element's number is the rest of. */
const MARK = 'data-at-';

/**
 * Find the elements of a page whose words are the article, by Readability.
 *
 * Readability works on a document of its own and moves, joins and renames what it keeps. So each
 * element goes there with its number as the name of an attribute: where it copies attributes
 * from one element to another, no number is lost.
 *
 * @returns Elements that hold words of the article themselves.
 */
export function articleElements(tree: Root): ReadonlySet<Element> {
  const elements: Element[] = [];
  const marked = numbered(tree, elements);
  const html = unified().use(rehypeStringify).stringify(marked);
  const { document } = parseHTML(html);
  const article = new Readability(document, { serializer: (root) => root }).parse();
  const root = article?.content as unknown as DomNode | undefined;
  const kept = new Set<Element>();
  if (root)
    collect(root, [], (number) => {
      const element = elements[number];
      if (element) kept.add(element);
    });
  return kept;
}

/** What is needed of a node of the document that Readability gives back. */
interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<DomNode>;
  readonly attributes?: ArrayLike<{ readonly name: string }>;
}

function numbered<T extends Nodes>(node: T, elements: Element[]): T {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child) => {
    if (child.type === 'comment') return [];
    return [numbered(child, elements)];
  });
  if (node.type !== 'element') return { ...node, children };
  const at = elements.push(node) - 1;
  return { ...node, children, properties: { ...node.properties, [`${MARK}${at}`]: '' } };
}

function collect(node: DomNode, nearest: readonly number[], keep: (n: number) => void): void {
  if (node.nodeType === 3) {
    if (node.textContent?.trim()) nearest.forEach(keep);
    return;
  }
  const own = Array.from(node.attributes ?? []).flatMap(({ name }) =>
    name.startsWith(MARK) ? [Number(name.slice(MARK.length))] : [],
  );
  const next = own.length > 0 ? own : nearest;
  for (const child of Array.from(node.childNodes)) collect(child, next, keep);
}
