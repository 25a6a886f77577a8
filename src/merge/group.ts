import type { Claim } from '../types.ts';
import { adopt } from './adopt.ts';
import { sameSentence } from './candidates.ts';
import { cluster } from './cluster.ts';
import type { Scores } from './compare.ts';
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
 */
export function groupClaims(
  claims: readonly Claim[],
  scores: Scores,
  { threshold, adopted }: Pick<Model, 'threshold' | 'adopted'>,
): readonly Group[] {
  const sameReport = (a: number, b: number) => claims[a]?.report === claims[b]?.report;
  const groups = cluster(
    {
      size: claims.length,
      of: (a, b) => (sameReport(a, b) ? 0 : scores(a, b)),
      apart: (a, b) => sameSentence(claims[a], claims[b]),
    },
    threshold,
  );
  const guests = adopt(groups, (a, b) => (sameReport(a, b) ? undefined : scores(a, b)), adopted);
  return groups.map((own, index) => ({ own, guests: guests[index] ?? [] }));
}
