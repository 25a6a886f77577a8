import { type Profile, profilesOf, SAME_UTTERANCE, sameUtterance } from '../alike/index.ts';
import type { Claim } from '../types.ts';
import { candidatePairs, isCandidate, type Pair, type Pairs, pairsIn } from './candidates.ts';
import { entriesOf, joined, type Matrix, matrixOf, valueAt } from './matrix.ts';
import type { Scorer } from './score.ts';
import type { Unit } from './units.ts';

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
  const values = await scoreAll(profiles, pairs, score);
  return comparedBy(claims, profiles, matrixOf(claims.length, { ...pairs, values }));
}

/**
 * Score what was passed over within groups. Of a large event only the likeliest pairs are scored;
 * but whether a claim counts as stating what its group states hangs on its score with one of them.
 */
export async function compareWithin(
  groups: readonly (readonly number[])[],
  compared: Compared,
  score: Scorer,
): Promise<Compared> {
  const { claims, profiles, matrix } = compared;
  const pairs = groups.flatMap((group) => unscoredIn(group, compared));
  if (pairs.length === 0) return compared;
  const unique = new Map(pairs.map((pair) => [pair.a * claims.length + pair.b, pair]));
  const missing = {
    a: Int32Array.from(unique.values(), ({ a }) => a),
    b: Int32Array.from(unique.values(), ({ b }) => b),
  };
  const values = await scoreAll(profiles, missing, score);
  const all = joined(entriesOf(matrix), { ...missing, values });
  return comparedBy(claims, profiles, matrixOf(claims.length, all));
}

const comparedBy = (
  claims: readonly Claim[],
  profiles: readonly Profile[],
  matrix: Matrix,
): Compared => ({ claims, profiles, matrix, scores: (a, b) => valueAt(matrix, a, b) ?? 0 });

function unscoredIn(group: readonly number[], { claims, profiles, matrix }: Compared): Pair[] {
  const places = [...group].sort((x, y) => x - y);
  return places.flatMap((a, index) =>
    places.slice(index + 1).flatMap((b): Pair[] => {
      const known = valueAt(matrix, a, b) !== undefined;
      return known || !isCandidate({ a, b }, claims, profiles) ? [] : [{ a, b }];
    }),
  );
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
