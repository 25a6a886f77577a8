import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import type { Element, Nodes, Root } from 'hast';
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
  const html = unified().use(rehypeStringify, { closeSelfClosing: true }).stringify(marked);
  const document = new JSDOMParser().parse(html);
  const article = new Readability(document, {
    serializer: (root) => root,
    disableJSONLD: true,
  }).parse();
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

/** Elements that Readability takes out first. */
const DROPPED = new Set('script style svg template iframe math canvas'.split(' '));

/** What Readability looks at: the rest would only fill memory. */
const PROPERTIES = 'className id role style hidden ariaHidden href rel itemProp type dir'.split(
  ' ',
);

/** A copy of a tree with nothing in it but what Readability needs, and each element's number. */
function numbered<T extends Nodes>(node: T, elements: Element[]): T {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child) =>
    child.type === 'comment' || (child.type === 'element' && DROPPED.has(child.tagName))
      ? []
      : [numbered(child, elements)],
  );
  if (node.type !== 'element') return { ...node, children };
  const at = elements.push(node) - 1;
  const kept = PROPERTIES.flatMap((name) => {
    const value = node.properties[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...node, children, properties: { ...Object.fromEntries(kept), [`${MARK}${at}`]: '' } };
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
