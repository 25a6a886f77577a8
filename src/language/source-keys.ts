import { folded } from './person-names.ts';

/** What is common to the names that reports give one source. */

/**
 * Adjectives and abbreviations that English news uses for one country where it says whose officials
 * speak. A row holds what is the same before any noun.
 */
const SAME_COUNTRY: readonly string[] = ['us usa american', 'uk british'];

const COUNTRIES: ReadonlyMap<string, string> = new Map(
  SAME_COUNTRY.flatMap((row) => row.split(' ').map((word) => [word, row.split(' ')[0] ?? word])),
);

/** What names of one source have in common: points, capitals, articles and countries aside. */
export const sourceKey = (name: string): string =>
  wordsIn(name)
    .map((word) => folded(word.replaceAll('.', '')))
    .map((word) => COUNTRIES.get(word) ?? word)
    .join(' ')
    .replace(/^the /u, '');

/** "U. S." as "U.S.": it is one word. */
export const closedUp = (name: string): string =>
  name.replace(/(?<=\b\p{Lu}\.) (?=\p{Lu}\.)/gu, '');

const wordsIn = (name: string): readonly string[] =>
  closedUp(name)
    .split(/[\s-]+/u)
    .filter(Boolean);

/** "Associated Press" → "AP", "US Geological Survey" → "USGS"; nothing for a name of one word. */
export function initialsIn(name: string): string | undefined {
  const capitals = wordsIn(name)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => (/^[\p{Lu}.]+$/u.test(word) ? word.replaceAll('.', '') : word.charAt(0)));
  return capitals.length > 1 ? capitals.join('') : undefined;
}

/** Whether a description means several: "unnamed officials", "unnamed people briefed on the plan". */
export function isSeveral(name: string): boolean {
  const [noun = ''] = name.split(
    / (?:of|to|for|from|in|on|at|with|who|familiar|briefed|involved|informed)\b/u,
  );
  return /(?:[^s]s|men|people|media|police|personnel|staff)$/u.test(noun);
}
