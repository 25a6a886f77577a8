import type { Element, ElementContent, Nodes } from 'hast';
import { h } from 'hastscript';
import { textOf } from '../trees.ts';
import { byClass } from './by-class.ts';
import { list } from './lists.ts';
import { heading, inStyle, paragraph, quotation } from './paragraphs.ts';
import { table } from './tables.ts';
import type { At, Block, Writer } from './writer.ts';

/** What holds blocks. */
const container: Block = (element, at, write) => write.blocks(element.children, at);

/** Kinds of blocks, by element. What is not here stands among words. */
const BLOCKS: Readonly<Record<string, Block>> = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  p: paragraph,
  summary: paragraph,
  ul: list,
  ol: list,
  table,
  blockquote: quotation,
  caption: inStyle('Caption'),
  figcaption: inStyle('Caption'),
  dt: inStyle('Label'),
  dd: inStyle('ListContinue'),
  article: container,
  aside: container,
  details: container,
  div: container,
  dl: container,
  figure: container,
  footer: container,
  header: container,
  li: container,
  main: container,
  nav: container,
  section: container,
};

/** Kinds of blocks, by class: notes are written as footnotes, from which Word leads back by itself. */
const BY_CLASS: Readonly<Record<string, Block>> = { notes: () => [], backs: () => [] };

/** Write what stands where blocks do. Words among them are paragraphs of their own. */
export function blocks(nodes: readonly Nodes[], at: At, write: Writer) {
  let within = at;
  return inParagraphs(nodes).flatMap((element) => {
    write.bookmarks.open(String(element.properties['id'] ?? ''));
    const kind = byClass(element, BY_CLASS) ?? BLOCKS[element.tagName] ?? container;
    const made = kind(element, within, write);
    if (made.length > 0 && within.rest) within = { ...within, ...within.rest, rest: null };
    return made;
  });
}

/** Put words that stand beside blocks into paragraphs. */
function inParagraphs(nodes: readonly Nodes[]): readonly Element[] {
  const parts: Element[] = [];
  let words: ElementContent[] = [];
  const close = () => {
    if (textOf(words).trim() !== '') parts.push(h('p', words));
    words = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && Object.hasOwn(BLOCKS, node.tagName)) {
      close();
      parts.push(node);
    } else if (node.type === 'element' || node.type === 'text') {
      words.push(node);
    }
  }
  close();
  return parts;
}
