import { type Profile, VALUE_NAMES, valuesOf } from '../alike/index.ts';

/** What is known of a pair by itself: what its words say, and what a model that read it made of it. */
export function evidenceOf(a: Profile, b: Profile, reading: number | undefined): readonly number[] {
  const values = valuesOf(a, b);
  return reading === undefined ? values : [...values, reading];
}

/** Names of its numbers where no model reads. */
export const WORDS: readonly string[] = VALUE_NAMES;

/** The name of what a model makes of a pair: log odds. */
export const READING = 'reading';

/** Names of its numbers where one does. */
export const WORDS_AND_READING: readonly string[] = [...WORDS, READING];
