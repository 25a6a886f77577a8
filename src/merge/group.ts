import type { Claim } from '../types.ts';
import { adopt } from './adopt.ts';
import { sameSentence } from './candidates.ts';
import { cluster } from './cluster.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { ranksOf } from './ranks.ts';
import type { Model } from './score.ts';

/** Places of claims that state one fact. */
export interface Group {
  readonly own: readonly number[];
  /** Places of claims of other groups that state this too. */
  readonly guests: readonly number[];
}

/**
 * Bring claims together by how likely they state one fact. A report rarely says the same twice:
 * what sounds alike in it is more often a second fact, and counts neither way.
 *
 * @param scores Probability that two claims state one fact; where it was not asked for, 0.
 */
export function groupClaims(
  claims: readonly Claim[],
  scores: Matrix,
  { threshold, adopted }: Pick<Model, 'threshold' | 'adopted'>,
): readonly Group[] {
  const reportOf = (place: number) => claims[place]?.report ?? '';
  const alike = matrixOf(claims.length, together(linksBetween(claims, scores), splits(claims)));
  const groups = cluster(alike, { threshold, ranks: ranksOf(claims) });
  const guests = adopt(groups, alike, { threshold: adopted, of: reportOf });
  return groups.map((own, index) => ({ own, guests: guests[index] ?? [] }));
}

/** Pairs of places with values. */
interface Links {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly values: readonly number[];
}

/** The scores of claims of different reports. */
function linksBetween(claims: readonly Claim[], { rows }: Matrix): Links {
  const links = { a: [] as number[], b: [] as number[], values: [] as number[] };
  for (const [a, { columns, values }] of rows.entries()) {
    columns.forEach((b, at) => {
      if (a >= b || claims[a]?.report === claims[b]?.report) return;
      links.a.push(a);
      links.b.push(b);
      links.values.push(exactly(values[at] ?? 0));
    });
  }
  return links;
}

/**
 * Sums of multiples of a small power of two are exact, so that equal averages are equal whatever
 * they were summed up from first.
 */
const exactly = (value: number): number => Math.round(value * STEPS) / STEPS;
const STEPS = 2 ** 30;

/** Claims of one sentence, which never come together. */
function splits(claims: readonly Claim[]): Links {
  const links = { a: [] as number[], b: [] as number[], values: [] as number[] };
  for (const a of claims.keys()) {
    for (let b = a + 1; sameSentence(claims[a], claims[b]); b++) {
      links.a.push(a);
      links.b.push(b);
      links.values.push(Number.NEGATIVE_INFINITY);
    }
  }
  return links;
}

const together = (one: Links, other: Links): Links => ({
  a: [...one.a, ...other.a],
  b: [...one.b, ...other.b],
  values: [...one.values, ...other.values],
});
