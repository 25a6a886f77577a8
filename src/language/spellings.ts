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

/** Whether two forms of one place or body are spellings of one name. */
export const arePlaceSpellings = (a: string, b: string): boolean =>
  plain(a) === plain(b) || (ROWS.has(a) && ROWS.get(a) === ROWS.get(b));

/** Whether two words in the same part of one person's names are spellings of one name. */
export const areWordSpellings = (a: string, b: string, part: 'given' | 'surname'): boolean =>
  plain(a) === plain(b) || areSpellings(folded(a), folded(b), part);
