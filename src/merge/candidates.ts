import type { Profile } from '../alike/index.ts';
import { haveCommonTerm } from '../terms.ts';
import type { Claim } from '../types.ts';
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
  /**
   * Above, each claim is scored with so many that share the most words with it, the rarer counting
   * for more; or with as many as there are reports, if that is more: all of them may state its fact.
   */
  readonly best: number;
}

/**
 * A million pairs take some seconds, and their number grows with the square. Of the pairs that all
 * would put above the threshold the best fifty hold 98 % and more, and all that count as certain
 * (`npx tsx tests/eval/candidates.ts`); by the eight rarest words alone they would hold 85 %.
 */
export const CANDIDATES: CandidatePolicy = { allPairs: 1500, best: 50 };

/**
 * List the pairs that are worth scoring: those with a content word in common. Without one, no
 * measure of words can tell two claims to be one fact. In a large event only those are listed that
 * share the most.
 */
export function candidatePairs(
  claims: readonly Claim[],
  profiles: readonly Profile[],
  policy: CandidatePolicy = CANDIDATES,
): Pairs {
  const others =
    claims.length <= policy.allPairs
      ? profiles.map((_, a) => laterWithCommonWord(a, claims, profiles))
      : laterOf(nearestOf(claims, profiles, policy.best));
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

/** For each claim those that share the most of its words, by rarity. */
function nearestOf(
  claims: readonly Claim[],
  profiles: readonly Profile[],
  best: number,
): readonly (readonly number[])[] {
  const having = placesByWord(profiles);
  const ranks = ranksOf(claims);
  const sentences = sentenceNumbers(claims);
  const wanted = Math.max(best, new Set(claims.map(({ report }) => report)).size);
  const shared = new Float64Array(claims.length);
  return profiles.map(({ rarity }, a) => {
    const touched: number[] = [];
    rarity.numbers.forEach((number, at) => {
      for (const b of having[number] ?? []) {
        if (shared[b] === 0) touched.push(b);
        shared[b] = (shared[b] ?? 0) + (rarity.weights[at] ?? 0);
      }
    });
    const others = touched.filter((b) => sentences[a] !== sentences[b]);
    const nearest = highest(others, wanted, { of: shared, ranks });
    for (const b of touched) shared[b] = 0;
    return nearest;
  });
}

/** The places with the highest values, among equals those with the lowest ranks. */
function highest(
  places: readonly number[],
  wanted: number,
  { of, ranks }: { readonly of: Float64Array; readonly ranks: Int32Array },
): readonly number[] {
  if (places.length <= wanted) return places;
  // Lists of numbers are sorted in a fraction of the time that sorting places by them takes.
  const values = Float64Array.from(places, (place) => of[place] ?? 0).sort();
  const least = values[values.length - wanted] ?? 0;
  const above = places.filter((place) => (of[place] ?? 0) > least);
  const equal = places.filter((place) => of[place] === least);
  const last = Int32Array.from(equal, (place) => ranks[place] ?? 0).sort()[
    wanted - above.length - 1
  ];
  return [...above, ...equal.filter((place) => (ranks[place] ?? 0) <= (last ?? -1))];
}

/** The same number for claims of one sentence; they stand beside each other. */
function sentenceNumbers(claims: readonly Claim[]): Int32Array {
  let number = 0;
  return Int32Array.from(claims, (claim, at) => {
    if (at > 0 && !sameSentence(claims[at - 1], claim)) number++;
    return number;
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
