import { objectionsTo } from '../alike/index.ts';
import { adopt } from './adopt.ts';
import { sameSentence } from './candidates.ts';
import { cluster } from './cluster.ts';
import type { Compared } from './compare.ts';
import type { Model } from './score.ts';

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
  { claims, profiles, scores }: Compared,
  { threshold, adopted }: Pick<Model, 'threshold' | 'adopted'>,
): readonly Group[] {
  const sameReport = (a: number, b: number) => claims[a]?.report === claims[b]?.report;
  // Asked only of what would come together: guards look at more than a score does.
  const guarded = (a: number, b: number) => {
    const [left, right] = [profiles[a], profiles[b]];
    const near = left && right && !sameReport(a, b) && scores(a, b) >= threshold;
    return near ? objectionsTo(left, right, 'apart').length > 0 : false;
  };
  const groups = cluster(
    {
      size: claims.length,
      of: (a, b) => (sameReport(a, b) ? 0 : scores(a, b)),
      apart: (a, b) => sameSentence(claims[a], claims[b]) || guarded(a, b),
    },
    threshold,
  );
  const guests = adopt(groups, (a, b) => (sameReport(a, b) ? undefined : scores(a, b)), adopted);
  return groups.map((own, index) => ({
    own,
    guests: (guests[index] ?? []).filter((guest) => !own.some((place) => guarded(guest, place))),
  }));
}
