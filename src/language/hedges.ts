import type { Bound, Token } from '../types.ts';

/** Words before a number that say how it is meant, the longest first. */
const BEFORE: readonly (readonly [words: string, bound: Bound])[] = [
  ['no more than', 'at-most'],
  ['not more than', 'at-most'],
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['not less than', 'at-least'],
  ['a minimum of', 'at-least'],
  ['a maximum of', 'at-most'],
  ['in excess of', 'at-least'],
  ['as many as', 'at-most'],
  ['as much as', 'at-most'],
  ['upwards of', 'at-least'],
  ['more than', 'at-least'],
  ['fewer than', 'at-most'],
  ['less than', 'at-most'],
  ['at least', 'at-least'],
  ['at most', 'at-most'],
  ['up to', 'at-most'],
  ['an estimated', 'about'],
  ['close to', 'about'],
  ['estimated', 'about'],
  ['over', 'at-least'],
  ['above', 'at-least'],
  ['under', 'at-most'],
  ['below', 'at-most'],
  ['about', 'about'],
  ['around', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['some', 'about'],
];

/** Words behind a number that say so. */
const BEHIND: typeof BEFORE = [
  ['or more', 'at-least'],
  ['- plus', 'at-least'],
  ['+', 'at-least'],
  ['or fewer', 'at-most'],
  ['or less', 'at-most'],
  ['or so', 'about'],
];

interface Row {
  readonly words: readonly string[];
  readonly bound: Bound;
}

/** The word next to the number → the rows that it may be of, in their order. */
function byWord(
  rows: typeof BEFORE,
  nextTo: (words: readonly string[]) => string | undefined,
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, readonly Row[]>();
  for (const [text, bound] of rows) {
    const words = text.split(' ');
    const word = nextTo(words) ?? '';
    found.set(word, [...(found.get(word) ?? []), { words, bound }]);
  }
  return found;
}

const HEDGES = byWord(BEFORE, (words) => words.at(-1));
const HEDGES_BEHIND = byWord(BEHIND, ([first]) => first);

/** How a number is meant, and the tokens that say so: before it, or behind. */
export interface Hedge {
  readonly bound: Bound;
  readonly from: number;
  readonly to: number;
}

/**
 * The hedge of a number.
 *
 * @param from Index of its first token, or of the currency sign before it.
 * @param next Index behind it.
 */
export function hedgeOf(tokens: readonly Token[], from: number, next: number): Hedge | undefined {
  for (const { words, bound } of HEDGES.get(tokens[from - 1]?.norm ?? '') ?? []) {
    const start = from - words.length;
    if (standAt(tokens, start, words)) return { bound, from: start, to: from };
  }
  for (const { words, bound } of HEDGES_BEHIND.get(tokens[next]?.norm ?? '') ?? []) {
    if (standAt(tokens, next, words)) return { bound, from, to: next + words.length };
  }
  return undefined;
}

const standAt = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, index) => tokens[at + index]?.norm === word);
