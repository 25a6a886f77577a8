import type { Bound, Token } from '../types.ts';

/** Words before a number that say how it is meant, the longest first. */
const HEDGES: readonly (readonly [words: string, bound: Bound])[] = [
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
const HEDGES_BEHIND: typeof HEDGES = [
  ['or more', 'at-least'],
  ['- plus', 'at-least'],
  ['+', 'at-least'],
  ['or fewer', 'at-most'],
  ['or less', 'at-most'],
  ['or so', 'about'],
];

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
  const normsAt = (start: number, count: number) =>
    start < 0
      ? ''
      : tokens
          .slice(start, start + count)
          .map(({ norm }) => norm)
          .join(' ');
  for (const [words, bound] of HEDGES) {
    const start = from - words.split(' ').length;
    if (normsAt(start, from - start) === words) return { bound, from: start, to: from };
  }
  for (const [words, bound] of HEDGES_BEHIND) {
    const { length } = words.split(' ');
    if (normsAt(next, length) === words) return { bound, from, to: next + length };
  }
  return undefined;
}
