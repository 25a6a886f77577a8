import type { Profile } from './profile.ts';

/** A single content word may be the same by chance: "It said no." */
const MIN_WORDS = 2;

/**
 * How likely two claims state the same that have the same words in the same order: all but one of
 * such pairs of the annotated events do.
 */
export const SAME_WORDS = 0.98;

/** Whether two claims have the same words in the same order. */
export function sameWords(a: Profile, b: Profile): boolean {
  return (
    a.content.length >= MIN_WORDS &&
    a.stems.length === b.stems.length &&
    a.stems.every((stem, at) => stem === b.stems[at])
  );
}
