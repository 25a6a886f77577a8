import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { concat, fromDecoded, fromSource, trim } from '../mapped-text.ts';
import type { Block, BlockKind, MappedText } from '../types.ts';
import type { Reading } from './index.ts';

/**
 * Read Markdown through remark: its tree gives each word's place in the file. Front matter is
 * handed on as text; the first heading of the highest rank before any paragraph is the headline.
 */
export function readMarkdown(source: string): Reading {
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml'])
    .parse(source);
  const blocks = blocksOf(tree, source).filter((block) => block.content.text !== '');
  const [first, ...rest] = blocks;
  const [matter] = tree.children;
  const frontMatter = matter?.type === 'yaml' ? matter.value : null;
  if (first?.kind !== 'heading') return { blocks, headline: null, published: null, frontMatter };
  return {
    blocks: [{ ...first, kind: 'headline' }, ...rest],
    headline: {
      value: first.content.text,
      basis: 'stated',
      because: 'first heading',
    },
    published: null,
    frontMatter,
  };
}

/** What becomes of each kind of node that holds text of its own; all others are gone through. */
const KINDS: Partial<Record<Nodes['type'], BlockKind>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'paragraph',
  code: 'code',
  html: 'markup',
};

function blocksOf(node: Parents, source: string): Block[] {
  return node.children.flatMap((child): Block[] => {
    const kind = KINDS[child.type];
    if (!kind) return 'children' in child ? blocksOf(child, source) : [];
    const content = 'children' in child ? phrasing(child, source) : verbatim(child, source);
    return [{ kind, content: trim(content) }];
  });
}

/** The words of a paragraph or heading, without the mark-up between them. */
function phrasing(node: Parents, source: string): MappedText {
  return concat(
    node.children.map((child: RootContent) => {
      if (child.type === 'text') return unescaped(child, source);
      if (child.type === 'break') return verbatim(child, source);
      if (child.type === 'inlineCode') return inside(child, source, child.value);
      return 'children' in child ? phrasing(child, source) : EMPTY;
    }),
  );
}

const EMPTY: MappedText = { text: '', runs: [] };

/**
 * A backslash that makes the next mark a plain one, a character reference, or a line's beginning
 * with the marks of the quotation or list that it stands in.
 */
const ESCAPE =
  /\\[!-/:-@[-`{-~]|\r?\n[ \t>]*|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,31});/gu;

/** Text with its escapes decoded, each traceable to its place. */
function unescaped(node: Nodes, source: string): MappedText {
  const { start, end } = range(node);
  const parts: MappedText[] = [];
  let last = start;
  for (const match of source.slice(start, end).matchAll(ESCAPE)) {
    const from = start + match.index;
    const to = from + match[0].length;
    parts.push(fromSource(source, last, from), decoded(match[0], from, to));
    last = to;
  }
  return concat([...parts, fromSource(source, last, end)]);
}

function decoded(raw: string, from: number, to: number): MappedText {
  return fromDecoded(/^\s/u.test(raw) ? ' ' : decodeString(raw), from, to);
}

function verbatim(node: Nodes, source: string): MappedText {
  const { start, end } = range(node);
  return fromSource(source, start, end);
}

function inside(node: Nodes, source: string, value: string): MappedText {
  const { start } = range(node);
  const at = source.indexOf(value, start);
  return at < 0 ? EMPTY : fromSource(source, at, at + value.length);
}

function range(node: Nodes | Root): { start: number; end: number } {
  return {
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
  };
}
