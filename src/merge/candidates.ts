import { haveCommonTerm } from '../terms.ts';
import type { Claim } from '../types.ts';
import type { Profile } from './profile.ts';
import { ranksOf } from './ranks.ts';

/** Two claims of a list, by their places in it. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** Many pairs, the earlier claim first; in order. */
export interface Pairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** Which pairs are scored. */
export interface CandidatePolicy {
  /** Up to so many claims, all pairs are. */
  readonly allPairs: number;
  /** Above: those that share one of so many words, the rarest of either. */
  readonly rarest: number;
  /** And of them so many for each claim, or as many as there are reports, if that is more. */
  readonly best: number;
}

export const CANDIDATES: CandidatePolicy = {
  // A million pairs take some seconds, and the number grows with the square.
  allPairs: 1500,
  // Measured by `npx tsx tests/bench/merge.ts`: RECALL
  rarest: 8,
  best: 50,
};

/**
 * List the pairs that are worth scoring: those with a content word in common. Without one, no
 * measure of words can tell two claims to be one fact. In a large event only those that share
 * their rarest words are listed: what states one fact nearly always does.
 */
export function candidatePairs(
  claims: readonly Claim[],
  profiles: readonly Profile[],
  policy: CandidatePolicy = CANDIDATES,
): Pairs {
  const others =
    claims.length <= policy.allPairs
      ? profiles.map((_, a) => laterWithCommonWord(a, claims, profiles))
      : laterOf(nearestOf(claims, profiles, policy));
  const length = others.reduce((sum, list) => sum + list.length, 0);
  const pairs = { a: new Int32Array(length), b: new Int32Array(length) };
  let at = 0;
  for (const [a, list] of others.entries()) {
    pairs.a.fill(a, at, at + list.length);
    pairs.b.set(list, at);
    at += list.length;
  }
  return pairs;
}

/** Whether a pair is worth scoring at all. */
export function isCandidate(
  { a, b }: Pair,
  claims: readonly Claim[],
  profiles: readonly Profile[],
): boolean {
  const [left, right] = [profiles[a], profiles[b]];
  if (!left || !right || sameSentence(claims[a], claims[b])) return false;
  return haveCommonTerm(left.rarity, right.rarity);
}

/** Some of the pairs, one by one. */
export function pairsIn({ a, b }: Pairs, from = 0, to = a.length): readonly Pair[] {
  return Array.from(a.subarray(from, to), (first, at) => ({ a: first, b: b[from + at] ?? 0 }));
}

/** Claims of one sentence state different things, or it would not have been taken apart. */
export function sameSentence(a: Claim | undefined, b: Claim | undefined): boolean {
  return a?.report === b?.report && a?.sentence === b?.sentence;
}

function laterWithCommonWord(
  a: number,
  claims: readonly Claim[],
  profiles: readonly Profile[],
): readonly number[] {
  const found: number[] = [];
  for (let b = a + 1; b < profiles.length; b++) {
    if (isCandidate({ a, b }, claims, profiles)) found.push(b);
  }
  return found;
}

/** For each claim those that share the most, by rarity, of its rarest words. */
function nearestOf(
  claims: readonly Claim[],
  profiles: readonly Profile[],
  { rarest, best }: CandidatePolicy,
): readonly (readonly number[])[] {
  const having = placesByWord(profiles);
  const ranks = ranksOf(claims);
  const wanted = Math.max(best, new Set(claims.map(({ report }) => report)).size);
  const shared = new Float64Array(claims.length);
  return profiles.map(({ rarity }, a) => {
    const touched: number[] = [];
    for (let at = 0; at < Math.min(rarest, rarity.numbers.length); at++) {
      for (const b of having[rarity.numbers[at] ?? 0] ?? []) {
        if (shared[b] === 0) touched.push(b);
        shared[b] = (shared[b] ?? 0) + (rarity.weights[at] ?? 0);
      }
    }
    const nearest = touched
      .filter((b) => !sameSentence(claims[a], claims[b]))
      .sort((x, y) => (shared[y] ?? 0) - (shared[x] ?? 0) || (ranks[x] ?? 0) - (ranks[y] ?? 0))
      .slice(0, wanted);
    for (const b of touched) shared[b] = 0;
    return nearest;
  });
}

/** Number of a word → places of the claims that have it. */
function placesByWord(profiles: readonly Profile[]): readonly (readonly number[])[] {
  const places: number[][] = [];
  for (const [place, { rarity }] of profiles.entries()) {
    for (const number of rarity.numbers) {
      places[number] ??= [];
      places[number].push(place);
    }
  }
  return places;
}

/** Each pair once, at its earlier claim, whichever of the two found the other. */
function laterOf(nearest: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const later = nearest.map((): number[] => []);
  for (const [a, list] of nearest.entries()) {
    for (const b of list) later[Math.min(a, b)]?.push(Math.max(a, b));
  }
  return later.map((list) => [...new Set(list)].sort((x, y) => x - y));
}
