import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { concat, fromDecoded, fromSource, replace, slice, trim } from '../mapped-text.ts';
import type { Block, BlockKind, MappedText } from '../types.ts';
import type { Reading } from './reading.ts';

/**
 * Read Markdown through remark: its tree gives each word's place in the file. Front matter is
 * handed on as text; of the headings above the first paragraph, the first of the highest rank is
 * the headline: a line about the subject ("## Harlow") may stand over it.
 */
export function readMarkdown(source: string): Reading {
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml'])
    .use(withoutTransforms)
    .parse(source);
  const found = blocksOf(tree, source).filter(({ content }) => content.text !== '');
  const headline = headlineOf(found);
  const [matter] = tree.children;
  return {
    blocks: found.map(({ kind, content }, index) => ({
      kind: index === headline?.index ? 'headline' : kind,
      content,
    })),
    headline: headline && {
      value: headline.text,
      basis: 'stated',
      because: 'a heading above the text',
    },
    published: null,
    frontMatter: matter?.type === 'yaml' ? matter.value : null,
  };
}

/**
 * Leave out what works on the finished tree: it looks for addresses in the texts, and puts nodes
 * in their place that do not know where they stand. Addresses that the grammar knows are found.
 */
function withoutTransforms(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}

/** A block, with the rank of its heading; 0 for any other. */
interface Ranked extends Block {
  readonly rank: number;
}

function headlineOf(blocks: readonly Ranked[]): { index: number; text: string } | null {
  const text = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const above = (text < 0 ? blocks : blocks.slice(0, text)).filter(({ rank }) => rank > 0);
  const highest = Math.min(...above.map(({ rank }) => rank));
  const chosen = above.find(({ rank }) => rank === highest);
  return chosen ? { index: blocks.indexOf(chosen), text: chosen.content.text } : null;
}

/** What becomes of each kind of node that holds text of its own; all others are gone through. */
const KINDS: Partial<Record<Nodes['type'], BlockKind>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'paragraph',
  code: 'code',
  html: 'markup',
};

function blocksOf(node: Parents, source: string): Ranked[] {
  return node.children.flatMap((child): Ranked[] => {
    const kind = KINDS[child.type];
    if (!kind) return 'children' in child ? blocksOf(child, source) : [];
    const content = 'children' in child ? phrasing(child, source) : verbatim(child, source);
    const rank = child.type === 'heading' ? child.depth : 0;
    return [{ kind, content: trim(content), rank }];
  });
}

/** The words of a paragraph or heading, without the mark-up between them. */
function phrasing(node: Parents, source: string): MappedText {
  return concat(
    node.children.map((child: RootContent) => {
      const read = PHRASING[child.type];
      if (read) return read(child, source);
      return 'children' in child ? phrasing(child, source) : EMPTY;
    }),
  );
}

/** How the nodes are read that hold text of their own, or part words. */
const PHRASING: Partial<Record<Nodes['type'], (node: Nodes, source: string) => MappedText>> = {
  text: unescaped,
  break: lineEnd,
  html: (node, source) => (BREAK_TAG.test(verbatim(node, source).text) ? space(node) : EMPTY),
  inlineCode: codeWords,
};

const BREAK_TAG = /^<br\b/iu;

/** A space that stands for a node as a whole. */
function space(node: Nodes): MappedText {
  const { start, end } = range(node);
  return fromDecoded(' ', start, end);
}

/** The white space of a hard break, without the backslash that makes it one. */
function lineEnd(node: Nodes, source: string): MappedText {
  return replace(verbatim(node, source), /\\/gu, () => '');
}

const EMPTY: MappedText = { text: '', runs: [] };

/**
 * A backslash that makes the next mark a plain one, a character reference, or a line's end with
 * the marks of the quotation or list that the next line stands in.
 */
const ESCAPE =
  /\\[!-/:-@[-`{-~]|(?:\r\n?|\n)[ \t>]*|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,31});/gu;

/** Text with its escapes decoded, each traceable to its place. */
function unescaped(node: Nodes, source: string): MappedText {
  return replace(verbatim(node, source), ESCAPE, ([raw]) => decoded(raw));
}

const decoded = (raw: string): string => (/^\s/u.test(raw) ? ' ' : decodeString(raw));

/** In code nothing is escaped but, in a table, the line between its cells. */
const CODE_LINE_END = /(?:\r\n?|\n)[ \t>]*/gu;
const CELL_LINE = /\\\|/gu;

/** The words of code inside a line, without its fences. */
function codeWords(node: Nodes, source: string): MappedText {
  const { start, end } = range(node);
  const fence = /^`*/u.exec(source.slice(start, end))?.[0].length ?? 0;
  const raw = fromSource(source, start + fence, end - fence);
  const inLine = replace(raw, CODE_LINE_END, () => ' ');
  const value = 'value' in node ? node.value : '';
  const plain = value.includes('\\|') ? inLine : replace(inLine, CELL_LINE, () => '|');
  // One space at either end sets off a mark at the edge, and is none of the code's.
  const padded = plain.text.length > value.length && /^ .* $/su.test(plain.text);
  return padded ? slice(plain, 1, plain.text.length - 1) : plain;
}

function verbatim(node: Nodes, source: string): MappedText {
  const { start, end } = range(node);
  return fromSource(source, start, end);
}

function range(node: Nodes | Root): { start: number; end: number } {
  return {
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
  };
}
