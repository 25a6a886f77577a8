import type { Profile } from '../alike/index.ts';
import type { Claim } from '../types.ts';

/** Two claims of a list, by their places in it. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/**
 * List the pairs that are worth scoring: those with a content word in common. Without one, no
 * measure of words can tell two claims to be one fact.
 *
 * All pairs are looked at; that is right for one event of up to some thousand claims.
 */
export function candidatePairs(
  claims: readonly Claim[],
  profiles: readonly Profile[],
): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [a, left] of profiles.entries()) {
    for (let b = a + 1; b < profiles.length; b++) {
      const right = profiles[b];
      const apart = sameSentence(claims[a], claims[b]);
      if (right && !apart && haveCommonWord(left, right)) pairs.push({ a, b });
    }
  }
  return pairs;
}

/** Claims of one sentence state different things, or it would not have been taken apart. */
export function sameSentence(a: Claim | undefined, b: Claim | undefined): boolean {
  return a?.report === b?.report && a?.sentence === b?.sentence;
}

function haveCommonWord(a: Profile, b: Profile): boolean {
  return a.content.some((stem) => b.rarity.has(stem));
}
