import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import rehypeRemark, { type Options } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isOfClass } from '../classes.ts';
import { MARKDOWN_FORM } from '../markdown-form.ts';
import { listFacts } from './fact-lists.ts';

/**
 * Write the plain document as GitHub Flavored Markdown without HTML: a block to a line, so that versions
 * of it can be compared; notes as footnotes, which stand at the end; each source under a heading, since
 * links within a text lead to headings alone.
 */
export function toMarkdown(tree: Root): string {
  const writer = unified()
    .use(rehypeRemark, { document: true, handlers: HANDLERS })
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, MARKDOWN_FORM);
  return writer.stringify(writer.runSync(inMarkdownsWords(structuredClone(listFacts(tree)))));
}

/** Elements that Markdown lacks → those that stand for them. */
const INSTEAD: Readonly<Record<string, string>> = { ins: 'em', mark: 'strong' };

/** Of an address within the document, one that a heading will have. */
const TO_SOURCE = /^#source-\d+$/u;

/** Change what Markdown has no words for. What it cannot lead to becomes plain words. */
function inMarkdownsWords(tree: Root): Root {
  visit(tree, 'element', (element, index, parent) => {
    if (index === undefined || !parent) return undefined;
    element.children = unbroken(element.children);
    if (isOfClass(element, 'backs')) {
      // Readers of Markdown link footnotes back themselves.
      parent.children.splice(index, 1);
      return index;
    }
    if (isOfClass(element, 'reports')) {
      parent.children.splice(index, 1, ...element.children.flatMap(headed));
      return index;
    }
    element.tagName =
      element.tagName === 'a' ? linkFor(element) : (INSTEAD[element.tagName] ?? element.tagName);
    return undefined;
  });
  return tree;
}

/** Children without places to break long words at: no line of Markdown is broken. */
function unbroken(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'element' && child.tagName === 'wbr') continue;
    if (child.type === 'text' && last?.type === 'text') {
      joined.splice(-1, 1, { type: 'text', value: last.value + child.value });
    } else {
      joined.push(child);
    }
  }
  return joined;
}

/** Name for the element of a citation, which is no link in Markdown. */
const REFERENCE = 'reference';

/** What a link becomes: a reference, a link, or its words. */
function linkFor(link: Element): string {
  const href = String(link.properties['href'] ?? '');
  if (isOfClass(link, 'cite') && href.startsWith(`#${NOTE}`)) return REFERENCE;
  return href.startsWith('#') && !TO_SOURCE.test(href) ? 'span' : 'a';
}

/** The entry of a report under a heading, whose words make the address `#source-2`. */
function headed(entry: ElementContent): readonly ElementContent[] {
  if (entry.type !== 'element') return [];
  const number = String(entry.properties['id']).replace(/^source-/u, '');
  return [h('h3', `Source ${number}`), ...entry.children];
}

const HANDLERS: NonNullable<Options['handlers']> = {
  [REFERENCE]: (_, element) => referenceIn(element),
  section: (state, element) =>
    isOfClass(element, 'notes') ? element.children.flatMap(notesIn(state)) : state.all(element),
};

type State = Parameters<NonNullable<NonNullable<Options['handlers']>[string]>>[0];

const NOTE = 'note-';

function referenceIn({ properties }: Element): FootnoteReference {
  const name = String(properties['href']).slice(`#${NOTE}`.length);
  return { type: 'footnoteReference', identifier: name, label: name };
}

/** The notes of a list as footnotes. The heading above goes: readers of Markdown put one of their own. */
const notesIn =
  (state: State) =>
  (list: ElementContent): readonly FootnoteDefinition[] => {
    if (list.type !== 'element' || list.tagName !== 'ol') return [];
    return list.children.flatMap((item): readonly FootnoteDefinition[] => {
      if (item.type !== 'element') return [];
      const name = String(item.properties['id']).slice(NOTE.length);
      const children = state.toFlow(state.all(item));
      return [{ type: 'footnoteDefinition', identifier: name, label: name, children }];
    });
  };
