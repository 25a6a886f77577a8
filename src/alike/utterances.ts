import { longestRun, sharedInOrder } from '../sequences.ts';
import type { Profile } from './profile.ts';

/** Versions of one utterance keep a stretch of this many words, re-translated ones too. */
const MIN_RUN = 6;

/** And of the shorter version this share of the words in order. */
const MIN_SHARED = 0.5;

/**
 * How likely two claims state the same that quote the same utterance: 240 of 252 such pairs of
 * the annotated events do.
 */
export const SAME_UTTERANCE = 0.95;

/**
 * Whether two claims quote the same utterance. A quotation is a unit of its own: what was said is
 * the same, however the sentences around it differ.
 */
export function sameUtterance(a: Profile, b: Profile): boolean {
  return (
    longestRun(a.speech, b.speech) >= MIN_RUN && sharedInOrder(a.speech, b.speech) >= MIN_SHARED
  );
}
