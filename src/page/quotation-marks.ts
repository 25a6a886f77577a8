import type { Nodes, Root, Text } from 'hast';
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

/** Turn the marks of a whole page: a quotation may run over marked words, and not over paragraphs. */
export const turnMarks =
  (locale: Locale) =>
  (tree: Root): void => {
    if (SINGLE[locale]) for (const texts of blocksIn(tree)) turn(texts, locale);
  };

/** What words stand in, and go on in behind it. */
const INLINE = new Set(
  'a abbr b button cite em i ins mark q s small span strong sub sup time'.split(' '),
);

/** The texts of a page by the block that they stand in, in order. */
function blocksIn(tree: Root): readonly (readonly Text[])[] {
  const blocks: Text[][] = [[]];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') blocks.at(-1)?.push(node);
    if (!('children' in node)) return;
    const isBlock = node.type === 'element' && !INLINE.has(node.tagName);
    if (isBlock) blocks.push([]);
    node.children.forEach(visit);
    if (isBlock) blocks.push([]);
  };
  visit(tree);
  return blocks.filter((texts) => texts.length > 0);
}

/** Turned texts are as long as they were: each takes its own stretch. */
function turn(texts: readonly Text[], locale: Locale): void {
  const turned = inMarks(texts.map(({ value }) => value).join(''), locale);
  let at = 0;
  for (const text of texts) {
    const { length } = text.value;
    text.value = turned.slice(at, at + length);
    at += length;
  }
}
