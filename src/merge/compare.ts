import { type Profile, profilesOf, SAME_UTTERANCE, sameUtterance } from '../alike/index.ts';
import type { Claim } from '../types.ts';
import { candidatePairs } from './candidates.ts';
import type { Scorer } from './score.ts';
import type { Unit } from './units.ts';

/** Probability that the claims at two places of the list state one fact; 0 where not scored. */
export type Scores = (a: number, b: number) => number;

/** All claims of an event, compared with one another. */
export interface Compared {
  readonly claims: readonly Claim[];
  /** One for each claim, in order. */
  readonly profiles: readonly Profile[];
  readonly scores: Scores;
}

/** Compare the claims of an event: score the pairs that are worth it. */
export async function compare(units: readonly Unit[], score: Scorer): Promise<Compared> {
  const claims = units.map(({ claim }) => claim);
  const profiles = profilesOf(
    claims,
    units.map(({ position }) => position),
  );
  return { claims, profiles, scores: await scoreAll(claims, profiles, score) };
}

async function scoreAll(
  claims: readonly Claim[],
  profiles: readonly Profile[],
  score: Scorer,
): Promise<Scores> {
  const pairs = candidatePairs(claims, profiles);
  const probabilities = await score(profiles, pairs);
  const size = claims.length;
  const known = new Map(
    pairs.map(({ a, b }, index) => {
      const [left, right] = [profiles[a], profiles[b]];
      const quoted = left && right && sameUtterance(left, right);
      return [a * size + b, quoted ? SAME_UTTERANCE : (probabilities[index] ?? 0)];
    }),
  );
  return (a, b) => known.get(Math.min(a, b) * size + Math.max(a, b)) ?? 0;
}
