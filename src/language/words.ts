import { stemmer } from 'stemmer';

/** Words and numbers: letters, marks and digits, with inner apostrophes, points and commas. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * List the words of a text in lower case, without the points of abbreviations and without the
 * possessive ending, so that "U.S." and "US", "Kyiv’s" and "Kyiv" are one word.
 */
export function words(text: string): string[] {
  return Array.from(text.matchAll(WORD), ([word]) => bare(word));
}

/** List the stems (Porter) of a text's words. */
export function stems(text: string): string[] {
  return words(text).map((word) => stemmer(word));
}

/** One word, stripped as `words` does. Numbers keep their points and commas. */
export function bare(word: string): string {
  const lower = word
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replaceAll('’', "'");
  return /^\p{N}/u.test(lower) ? lower : lower.replaceAll('.', '');
}
