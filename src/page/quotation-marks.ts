import type { Element, Nodes, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import { closingMark } from '../language/closing-mark.ts';
import type { Locale } from '../types.ts';

/** Whether a locale puts single marks outside and double ones inside. All text has them the other way. */
const SINGLE: Readonly<Record<Locale, boolean>> = { en: false, 'en-GB': true, 'en-US': false };

/**
 * Turn the quotation marks of a text to those of a locale: a quotation between single marks, one
 * within it between double ones. Apostrophes stay, whatever stands around them.
 */
export function inMarks(text: string, locale: Locale): string {
  if (!SINGLE[locale]) return text;
  return text
    .replace(CLOSED_ONLY, '$1’')
    .replace(
      QUOTATION,
      (_, words: string, close: string) => `‘${innerTurned(words)}${close && '’'}`,
    );
}

/** The end of a quotation that an earlier paragraph began, and what stands before it. */
const CLOSED_ONLY = /^([^“”]*)”/u;

/** A quotation; one that another paragraph goes on with has no closing mark. */
const QUOTATION = /“([^“”]*)(”?)/gu;

/** The words of a quotation, those that it quotes between double marks. */
function innerTurned(words: string): string {
  const open = words.indexOf('‘');
  if (open < 0) return words;
  const close = closingMark(words, open);
  if (close < 0) return words;
  const inner = words.slice(open + 1, close);
  return `${words.slice(0, open)}“${inner}”${innerTurned(words.slice(close + 1))}`;
}

/**
 * Turn the marks of a whole page: a quotation may run over marked words, and not over paragraphs. An
 * element `q` gets its marks as characters, and what is quoted within it has the other ones.
 */
export const turnMarks =
  (locale: Locale) =>
  (tree: Root): void => {
    for (const { texts, isQuoted } of blocksIn(tree)) {
      turn(texts, (text) => (isQuoted ? inOtherMarks(text, locale) : inMarks(text, locale)));
    }
    visit(tree, 'element', (element) => {
      if (element.tagName === 'q') quote(element, SINGLE[locale] ? '‘’' : '“”');
    });
  };

/** Turn the quotation marks of a text that will itself stand between those of a locale. */
function inOtherMarks(text: string, locale: Locale): string {
  if (!SINGLE[locale]) return inMarks(text, 'en-GB');
  return text.replace(/“[^“”]*”?|[^“]+/gu, (part) =>
    part.startsWith('“') ? part : innerTurned(part),
  );
}

function quote(element: Element, [open = '', close = '']: string): void {
  element.tagName = 'span';
  element.properties = { className: ['quoted'] };
  element.children.unshift({ type: 'text', value: open });
  element.children.push({ type: 'text', value: close });
}

/** What words stand in, and go on in behind it. */
const INLINE = new Set(
  'a abbr b button cite em i ins mark s small span strong sub sup time'.split(' '),
);

/** Texts that a quotation may run over. */
interface Block {
  readonly texts: Text[];
  /** Whether they stand in an element `q`. */
  readonly isQuoted: boolean;
}

/** The texts of a page by the block that they stand in, in order. */
function blocksIn(tree: Root): readonly Block[] {
  const blocks: Block[] = [{ texts: [], isQuoted: false }];
  const look = (node: Nodes, isQuoted: boolean): void => {
    if (node.type === 'text') blocks.at(-1)?.texts.push(node);
    if (!('children' in node)) return;
    const isBlock = node.type === 'element' && !INLINE.has(node.tagName);
    const within = isQuoted || (node.type === 'element' && node.tagName === 'q');
    if (isBlock) blocks.push({ texts: [], isQuoted: within });
    for (const child of node.children) look(child, within);
    if (isBlock) blocks.push({ texts: [], isQuoted });
  };
  look(tree, false);
  return blocks.filter(({ texts }) => texts.length > 0);
}

/** Turned texts are as long as they were: each takes its own stretch. */
function turn(texts: readonly Text[], change: (text: string) => string): void {
  const turned = change(texts.map(({ value }) => value).join(''));
  let at = 0;
  for (const text of texts) {
    const { length } = text.value;
    text.value = turned.slice(at, at + length);
    at += length;
  }
}
