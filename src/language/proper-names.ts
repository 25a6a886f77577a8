import type { Token } from '../types.ts';
import { AGENCIES, BODIES, CALENDAR, MEDIA, TITLES } from './source-words.ts';

/** Proper names in a row of tokens: where they begin, and whether they are of people or bodies. */

export const isTitle = ({ norm }: Token) =>
  TITLES.has(norm.endsWith('.') ? norm.slice(0, -1) : norm);

export const isAgency = (name: string) =>
  AGENCIES.has(name.toLowerCase().replaceAll('.', '').replaceAll(' ', '-'));

/** Whether a name is that of an agency, a medium or another body. */
export const isBody = (name: string) => isAgency(name) || MEDIA.test(name) || BODIES.test(name);

/** What follows the last title: "Secretary of State Ann Example" → the last two words. */
export const personalName = (name: readonly Token[]): readonly Token[] =>
  name.slice(name.findLastIndex(isTitle) + 1);

/** A hyphen between two names belongs to them. */
const isPartOfName = (words: readonly Token[], index: number): boolean =>
  isProper(words[index]) ||
  (words[index]?.text === '-' && isProper(words[index - 1]) && isProper(words[index + 1]));

/** The capitalized words at the end of a phrase: "Kremlin spokesman Ann Example" → the last two. */
export function trailingName(words: readonly Token[]): readonly Token[] {
  const before = words.findLastIndex((_, index) => !isPartOfName(words, index));
  return words.slice(before + 1);
}

export const isProper = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^\p{Lu}/u.test(token.text) &&
  (token.tag === 'PROPN' || isTitle(token)) &&
  !CALENDAR.test(token.text);

/** Capitalized words at the beginning, an article left out: "the Example Times today" → two. */
export function leadingName(words: readonly Token[]): readonly Token[] {
  const from = words[0]?.tag === 'DET' ? 1 : 0;
  const stop = words.findIndex((_, index) => index >= from && !isPartOfName(words, index));
  return words.slice(from, stop < 0 ? words.length : stop);
}

/** Words as they are written, a possessive or a hyphen without a space before it. */
export function join(words: readonly Token[]): string {
  return words.reduce((text, token, index) => {
    const before = words[index - 1];
    return text + (before && before.end < token.start ? ' ' : '') + token.text;
  }, '');
}
