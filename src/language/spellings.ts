import { areSpellings, folded } from './person-names.ts';

/**
 * Spellings of one name of a place, in Latin letters. Each row is one name that was carried over from
 * another script, or is written with other marks: not here is what is another name (Burma, Saigon).
 */
const SAME_NAME: readonly (readonly string[])[] = [
  ['Kyiv', 'Kiev'],
  ['Odesa', 'Odessa'],
  ['Kharkiv', 'Kharkov'],
  ['Lviv', 'Lvov'],
  ['Dnipro', 'Dnepr'],
  ['Zaporizhzhia', 'Zaporozhye', 'Zaporizhia'],
  ['Mykolaiv', 'Nikolaev'],
  ['Donbas', 'Donbass'],
  ['Chisinau', 'Chișinău', 'Kishinev'],
  ['Almaty', 'Alma-Ata'],
  ['Beijing', 'Peking'],
  ['Kolkata', 'Calcutta'],
  ['Bengaluru', 'Bangalore'],
  ['Dhaka', 'Dacca'],
  ['Kathmandu', 'Katmandu'],
  ['Mecca', 'Makkah'],
  ['Tehran', 'Teheran'],
  ['Turkey', 'Türkiye', 'Turkiye'],
];

const ROWS: ReadonlyMap<string, number> = new Map(
  SAME_NAME.flatMap((row, index) => row.map((name) => [name, index] as const)),
);

/** A name without marks above letters, points and capitals: "U.S." and "US" are one. */
const plain = (name: string): string => folded(name).replaceAll('.', '');

/** Letters in capitals alone are shouted, or stand for words: what they are in others nobody knows. */
const isShouted = (name: string): boolean =>
  name === name.toUpperCase() && /\p{L}.*\p{L}/u.test(name);

/** Whether two forms differ by marks, points or capitals alone: "YouTube" and "Youtube". */
export const areMarkedOtherwise = (a: string, b: string): boolean =>
  plain(a) === plain(b) && isShouted(a) === isShouted(b);

/** Whether two forms of one place or body are spellings of one name. */
export const arePlaceSpellings = (a: string, b: string): boolean =>
  areMarkedOtherwise(a, b) || (ROWS.has(a) && ROWS.get(a) === ROWS.get(b));

/** What makes of a name the word for who or what is of it: "Indonesian", "the Samples". */
const DERIVED = /^(?:i?an?|n|ese|ish|i)?s?$/u;

/**
 * Whether two words in the same part of one person's names are alike enough to be spellings of one name.
 * A report that has both means two.
 */
export function areLikeWords(a: string, b: string, part: 'given' | 'surname'): boolean {
  const [one, other] = [folded(a), folded(b)];
  const [short = '', long = ''] = [one, other].sort((x, y) => x.length - y.length);
  const isDerived = [short, short.replace(/[aeiou]$/u, '')].some(
    (stem) => long.startsWith(stem) && DERIVED.test(long.slice(stem.length)),
  );
  return !isDerived && areSpellings(one, other, part);
}
