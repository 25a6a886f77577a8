import { objectionsTo } from '../alike/index.ts';
import type { Claim } from '../types.ts';
import { adopt } from './adopt.ts';
import { sameSentence } from './candidates.ts';
import { cluster } from './cluster.ts';
import type { Compared } from './compare.ts';
import { type Entries, entriesOf, joined, type Matrix, matrixOf } from './matrix.ts';
import { ranksOf } from './ranks.ts';
import type { Grouping } from './score.ts';

/** Places of claims that state one fact. */
export interface Group {
  readonly own: readonly number[];
  /** Places of claims of other groups that state this too. */
  readonly guests: readonly number[];
}

/**
 * Bring claims together by how likely they state one fact. A report rarely says the same twice:
 * what sounds alike in it is more often a second fact, and counts neither way. Claims that a guard
 * keeps apart never come into one group.
 */
export function groupClaims(
  { claims, profiles, matrix }: Pick<Compared, 'claims' | 'profiles' | 'matrix'>,
  { threshold, adopted, lone }: Grouping,
): readonly Group[] {
  const reportOf = (place: number) => claims[place]?.report ?? '';
  // Asked only of what would come together: guards look at more than a score does.
  const isGuarded = (a: number, b: number, score: number) => {
    const [left, right] = [profiles[a], profiles[b]];
    return score >= threshold && left && right
      ? objectionsTo(left, right, 'apart').length > 0
      : false;
  };
  const links = linksBetween(claims, matrix, isGuarded);
  const alike = matrixOf(claims.length, joined(links, splits(claims)));
  const groups = cluster(alike, { threshold, ranks: ranksOf(claims) });
  const guests = adopt(groups, alike, { threshold: adopted, lone, of: reportOf });
  return groups.map((own, index) => ({ own, guests: guests[index] ?? [] }));
}

/** The scores of claims of different reports; without end below 0 where a guard speaks against. */
function linksBetween(
  claims: readonly Claim[],
  scores: Matrix,
  isGuarded: (a: number, b: number, score: number) => boolean,
): Entries {
  const { a, b, values } = entriesOf(scores);
  const kept = Array.from(a).flatMap((place, at) =>
    claims[place]?.report === claims[b[at] ?? -1]?.report ? [] : at,
  );
  return {
    a: kept.map((at) => a[at] ?? 0),
    b: kept.map((at) => b[at] ?? 0),
    values: kept.map((at) => {
      const value = values[at] ?? 0;
      return isGuarded(a[at] ?? 0, b[at] ?? 0, value) ? Number.NEGATIVE_INFINITY : exactly(value);
    }),
  };
}

/**
 * Sums of multiples of a small power of two are exact, so that equal averages are equal whatever
 * they were summed up from first.
 */
const exactly = (value: number): number => Math.round(value * STEPS) / STEPS;
const STEPS = 2 ** 30;

/** Claims of one sentence, which never come together; they stand beside each other. */
function splits(claims: readonly Claim[]): Entries {
  const [a, b]: [number[], number[]] = [[], []];
  for (const place of claims.keys()) {
    for (let next = place + 1; sameSentence(claims[place], claims[next]); next++) {
      a.push(place);
      b.push(next);
    }
  }
  return { a, b, values: a.map(() => Number.NEGATIVE_INFINITY) };
}
