import { onItsFace, type Profile, profilesOf } from '../alike/index.ts';
import type { Claim } from '../types.ts';
import { candidatePairs, isCandidate, type Pair, type Pairs, pairsIn } from './candidates.ts';
import { type Entries, entriesOf, joined, type Matrix, matrixOf, valueAt } from './matrix.ts';
import type { Scoring } from './score.ts';
import type { Unit } from './units.ts';

/** Probability that the claims at two places of the list state one fact; 0 where not scored. */
export type Scores = (a: number, b: number) => number;

/** All claims of an event, compared with one another. */
export interface Compared {
  readonly claims: readonly Claim[];
  /** One for each claim, in order. */
  readonly profiles: readonly Profile[];
  /** What a model made of the pairs that it read. */
  readonly readings: Matrix;
  /** The scores that pairs got each by itself. */
  readonly alone: Matrix;
  /** The scores of the pairs that were scored, reviewed where they are. */
  readonly matrix: Matrix;
  readonly scores: Scores;
}

/** Compare the claims of an event: score the pairs that are worth it. */
export async function compare(units: readonly Unit[], scoring: Scoring): Promise<Compared> {
  const claims = units.map(({ claim }) => claim);
  const profiles = profilesOf(
    claims,
    units.map(({ position }) => position),
  );
  const scored = await scoreAll(profiles, candidatePairs(claims, profiles), scoring);
  const readings = matrixOf(claims.length, readingsOf(scored));
  const event = { claims, profiles, readings, alone: matrixOf(claims.length, scored) };
  return comparedBy(event, reviewed(scored, event, scoring));
}

/**
 * Score what was passed over within groups. Of a large event only the likeliest pairs are scored;
 * but whether a claim counts as stating what its group states hangs on its score with one of them.
 */
export async function compareWithin(
  groups: readonly (readonly number[])[],
  compared: Compared,
  scoring: Scoring,
): Promise<Compared> {
  const { claims, profiles } = compared;
  const pairs = groups.flatMap((group) => unscoredIn(group, compared));
  if (pairs.length === 0) return compared;
  const unique = new Map(pairs.map((pair) => [pair.a * claims.length + pair.b, pair]));
  const missing = {
    a: Int32Array.from(unique.values(), ({ a }) => a),
    b: Int32Array.from(unique.values(), ({ b }) => b),
  };
  const scored = await scoreAll(profiles, missing, scoring);
  const more = (known: Matrix, entries: Entries) =>
    matrixOf(claims.length, joined(entriesOf(known), entries));
  const readings = more(compared.readings, readingsOf(scored));
  const event = { claims, profiles, readings, alone: more(compared.alone, scored) };
  return comparedBy(event, joined(entriesOf(compared.matrix), reviewed(scored, event, scoring)));
}

type Event = Pick<Compared, 'claims' | 'profiles' | 'readings' | 'alone'>;

function comparedBy(event: Event, scores: Entries): Compared {
  const matrix = matrixOf(event.claims.length, scores);
  return { ...event, matrix, scores: (a, b) => valueAt(matrix, a, b) ?? 0 };
}

/** Pairs with their scores. */
interface Scored extends Pairs {
  readonly values: Float64Array;
  /** What each is likely at least, seen on its face. */
  readonly least: Float64Array;
  /** What a model made of each; empty where none reads. */
  readonly readings: Float64Array;
}

const readingsOf = ({ a, b, readings }: Scored): Entries => ({ a, b, values: readings });

/** Scores as they stand after the review. What is clear on its face stays so in any context. */
function reviewed(scored: Scored, { alone, ...event }: Event, { review }: Scoring): Entries {
  if (!review) return scored;
  const values = review({ ...event, matrix: alone }, scored);
  return { ...scored, values: values.map((value, at) => Math.max(value, scored.least[at] ?? 0)) };
}

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
  { read, score }: Scoring,
): Promise<Scored> {
  const [values, least] = [new Float64Array(pairs.a.length), new Float64Array(pairs.a.length)];
  const readings = new Float64Array(read ? pairs.a.length : 0);
  for (let from = 0; from < values.length; from += BATCH) {
    const batch = pairsIn(pairs, from, from + BATCH);
    if (read) readings.set(await read(profiles, batch), from);
    const probabilities = await score(profiles, batch, readings.subarray(from, from + BATCH));
    for (const [at, { a, b }] of batch.entries()) {
      const [left, right] = [profiles[a], profiles[b]];
      const face = left && right ? onItsFace(left, right) : 0;
      least[from + at] = face;
      values[from + at] = Math.max(probabilities[at] ?? 0, face);
    }
  }
  return { ...pairs, values, least, readings };
}
