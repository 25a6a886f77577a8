import { decodeHTML } from 'entities';
import type { Element, Nodes, Root, Text } from 'hast';
import { concat, fromDecoded, fromSource, trim } from '../mapped-text.ts';
import type { MappedText, Span } from '../types.ts';

/** Words of an HTML tree that nothing parts: a paragraph, heading, list item, table cell. */
export interface HtmlBlock {
  readonly content: MappedText;
  /** The elements around it, outermost first: the last holds its first word. */
  readonly within: readonly Element[];
  /** How many of its characters are links. */
  readonly linked: number;
}

/** Elements that begin and end a block (HTML, "flow content" without phrasing; table, list). */
const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol ' +
    'optgroup option p pre search section select summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose text is no text of the page. */
const NO_TEXT = new Set(
  'audio canvas head iframe math noembed noframes noscript object script style svg template textarea title video'.split(
    ' ',
  ),
);

/**
 * Take an HTML tree apart into blocks of words, each traceable to the file. A line break is a
 * space, two in a row part blocks.
 *
 * @param source The file that the tree was parsed from.
 * @param isApart Tells elements that stand in a line and are no part of it, such as what opens
 *   when the pointer rests on a name: they become blocks of their own.
 */
export function htmlBlocks(
  tree: Root | Element,
  source: string,
  isApart: (element: Element) => boolean,
): readonly HtmlBlock[] {
  const blocks = collector();
  const visitElement = (element: Element, within: readonly Element[]): void => {
    const { tagName } = element;
    if (NO_TEXT.has(tagName)) return;
    const path = [...within, element];
    if (tagName === 'br') blocks.breakLine(element, path);
    else if (isApart(element)) blocks.addApart(partsOf(element, path));
    else if (BLOCK_ELEMENTS.has(tagName)) {
      blocks.end();
      visitChildren(element, path);
      blocks.end();
    } else visitChildren(element, path);
  };
  const visitChildren = ({ children }: Root | Element, within: readonly Element[]): void => {
    for (const child of children) {
      if (child.type === 'text') blocks.add(textOf(child, source), within);
      else if (child.type === 'element') visitElement(child, within);
    }
  };
  const partsOf = (element: Element, path: readonly Element[]) =>
    htmlBlocks({ type: 'root', children: element.children }, source, isApart).map((block) => ({
      ...block,
      within: [...path, ...block.within],
    }));

  visitChildren(tree, []);
  return blocks.done();
}

/** Gathers words until something parts them. */
function collector() {
  const blocks: HtmlBlock[] = [];
  let apart: readonly HtmlBlock[] = [];
  let parts: MappedText[] = [];
  let around: readonly Element[] = [];
  let linked = 0;
  let blank = true;

  const isBlank = ({ text }: MappedText) => text.trim() === '';
  const end = () => {
    const content = trim(concat(parts));
    if (content.text !== '') blocks.push({ content, within: around, linked });
    blocks.push(...apart);
    [apart, parts, linked, blank] = [[], [], 0, true];
  };
  const add = (text: MappedText, within: readonly Element[]) => {
    if (blank) around = within;
    blank &&= isBlank(text);
    if (within.some(({ tagName }) => tagName === 'a')) linked += text.text.trim().length;
    parts.push(text);
  };
  return {
    add,
    end,
    /** Blocks that are to follow the one in hand. */
    addApart: (more: readonly HtmlBlock[]) => {
      apart = [...apart, ...more];
    },
    breakLine: (element: Element, within: readonly Element[]) => {
      const { start, end: behind } = rangeOf(element);
      const last = parts.at(-1);
      if (parts.length > 1 && last && isBlank(last)) end();
      else if (behind > start) add(fromDecoded(' ', start, behind), within);
    },
    done: (): readonly HtmlBlock[] => {
      end();
      return blocks;
    },
  };
}

// ---------------------------------------------------------------------------------------------
// Words and their places

/**
 * What a text node may be made of: a word, white space, a character reference, or, where the parser
 * joined texts that mark-up parts in the file, that mark-up. White space of such a stretch may be
 * in another node.
 */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<[/!?a-z][^>]*(?:>|$)|&(?:#x[\da-f]+|#\d+|[a-z][\da-z]*);?|\r\n?|[^\S\r]+|[^<&\s]+|[<&]/giu;

/** The same where no mark-up is closed. */
const UNCLOSED =
  /<!--[\s\S]*?(?:-->|$)|&(?:#x[\da-f]+|#\d+|[a-z][\da-z]*);?|\r\n?|[^\S\r]+|[^<&\s]+|[<&]/giu;

/** The tokens of a stretch of the file, and where they stand in it. What never closes is no mark-up. */
function* tokensOf(stretch: string): Generator<readonly [raw: string, index: number]> {
  for (const { 0: raw, index } of stretch.matchAll(TOKEN)) {
    if (!/^<[^>]/u.test(raw) || raw.endsWith('>') || raw.startsWith('<!--')) yield [raw, index];
    else for (const inner of raw.matchAll(UNCLOSED)) yield [inner[0], index + inner.index];
  }
}

/**
 * Give the words of a text node of an HTML tree, each traceable to its place in the file.
 *
 * @param source The file that the tree was parsed from.
 */
function textOf(node: Text, source: string): MappedText {
  const { start: begun, end } = rangeOf(node);
  const start = referenceStart(source, begun);
  if (source.slice(start, end) === node.value) return fromSource(source, start, end);
  const parts: MappedText[] = [];
  let at = 0;
  for (const [raw, index] of tokensOf(source.slice(start, end))) {
    const decoded = decodedToken(raw);
    const common = commonStart(decoded, node.value, at);
    if (common === 0) continue;
    const from = start + index;
    // Only a plain stretch may be cut short: what is left of it was dropped by the parser.
    const isPlain = decoded === raw;
    parts.push(
      isPlain
        ? fromSource(source, from, from + common)
        : fromDecoded(decoded, from, from + raw.length),
    );
    at += isPlain ? common : decoded.length;
  }
  return concat(parts);
}

/** A character reference that opens a page's body is said to begin at its last character. */
function referenceStart(source: string, start: number): number {
  const [reference] =
    /&[#\da-z]*[\da-z;]$/iu.exec(source.slice(Math.max(0, start - 40), start + 1)) ?? [];
  return reference ? start + 1 - reference.length : start;
}

/** How many characters of a token the text goes on with. */
function commonStart(token: string, text: string, at: number): number {
  if (text.startsWith(token, at)) return token.length;
  let common = 0;
  while (common < token.length && token[common] === text[at + common]) common++;
  return common;
}

const decodedToken = (raw: string): string => {
  if (raw.startsWith('&')) return decodeHTML(raw);
  return raw.startsWith('\r') ? '\n' : raw;
};

/** Where a node stands in the file; nowhere where the parser made it up. */
function rangeOf({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
