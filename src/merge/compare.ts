import type { Claim } from '../types.ts';
import { candidatePairs, type Pairs, pairsIn } from './candidates.ts';
import { type Matrix, matrixOf, valueAt } from './matrix.ts';
import { type Profile, profilesOf } from './profile.ts';
import type { Scorer } from './score.ts';
import type { Unit } from './units.ts';
import { SAME_UTTERANCE, sameUtterance } from './utterances.ts';

/** Probability that the claims at two places of the list state one fact; 0 where not scored. */
export type Scores = (a: number, b: number) => number;

/** All claims of an event, compared with one another. */
export interface Compared {
  readonly claims: readonly Claim[];
  /** One for each claim, in order. */
  readonly profiles: readonly Profile[];
  /** The scores of the pairs that were scored. */
  readonly matrix: Matrix;
  readonly scores: Scores;
}

/** Compare the claims of an event: score the pairs that are worth it. */
export async function compare(units: readonly Unit[], score: Scorer): Promise<Compared> {
  const claims = units.map(({ claim }) => claim);
  const profiles = profilesOf(
    claims,
    units.map(({ position }) => position),
  );
  const pairs = candidatePairs(claims, profiles);
  const matrix = matrixOf(claims.length, {
    ...pairs,
    values: await scoreAll(profiles, pairs, score),
  });
  return { claims, profiles, matrix, scores: (a, b) => valueAt(matrix, a, b) ?? 0 };
}

/** So many pairs are scored at once: enough for a model to be used well, and memory is kept low. */
const BATCH = 1 << 16;

async function scoreAll(
  profiles: readonly Profile[],
  pairs: Pairs,
  score: Scorer,
): Promise<Float64Array> {
  const found = new Float64Array(pairs.a.length);
  for (let from = 0; from < found.length; from += BATCH) {
    const batch = pairsIn(pairs, from, from + BATCH);
    const probabilities = await score(profiles, batch);
    for (const [at, { a, b }] of batch.entries()) {
      const [left, right] = [profiles[a], profiles[b]];
      const quoted = left && right && sameUtterance(left, right);
      found[from + at] = quoted ? SAME_UTTERANCE : (probabilities[at] ?? 0);
    }
  }
  return found;
}
