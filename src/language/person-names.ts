import { commonShare } from '../nearest.ts';
import { SHORT_FORMS } from './given-names.ts';

/** Names of people taken apart, and held against one another. */

/** The words of a name, without what follows a surname. */
export const wordsOf = (name: string): readonly string[] =>
  name.split(' ').filter((word) => !SUFFIX.test(word));

/** What follows a surname. */
const SUFFIX = /^(?:jr|sr|i{2,3}|iv|,)\.?$/iu;

export const isWord = (name: string): boolean => wordsOf(name).length === 1;

/** The last word, folded. */
export const surnameOf = (name: string): string => folded(wordsOf(name).at(-1) ?? '');

/** A name without marks above letters and in lower case. */
export const folded = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

/**
 * Of the letters of two names at least this share is common where they are one, spelled in two
 * ways. Given names are more alike than surnames: "Marina", "Marine".
 */
const MIN_SPELLING = { given: 0.85, surname: 0.75 } as const;

/** Shorter names differ by so few letters that they may be two: "Joan", "John". */
const MIN_SPELLED = 5;

/** Whether two folded names are one, spelled in two ways. */
export const areSpellings = (a: string, b: string, part: keyof typeof MIN_SPELLING): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= MIN_SPELLED && commonShare(a, b) >= MIN_SPELLING[part]);

/** The words before the surname, folded. */
export const givenOf = (name: string): string => folded(wordsOf(name).slice(0, -1).join(' '));

/** "C. Q." and "Charles Quinton", "Ann" and "Ann B.", "Joe" and "Joseph". */
export function areGivenAlike(a: string, b: string): boolean {
  const [short = [], long = []] = [a, b]
    .map(givenWords)
    .sort((one, other) => one.length - other.length);
  return short.length > 0 && short.every((word, index) => isShortOf(word, long[index] ?? ''));
}

/** The words of given names; initials that are written together are a word each: "CQ". */
const givenWords = (given: string): string[] =>
  given.split(/[\s.]+/u).flatMap((word) => (NO_VOWEL.test(word) ? [...word] : word ? [word] : []));

const NO_VOWEL = /^[b-df-hj-np-tv-xz]{2,3}$/u;

const isShortOf = (a: string, b: string): boolean =>
  a === b ||
  (a.length === 1 && b.startsWith(a)) ||
  (b.length === 1 && a.startsWith(b)) ||
  (SHORT_FORMS[a]?.includes(b) ?? false) ||
  (SHORT_FORMS[b]?.includes(a) ?? false);
