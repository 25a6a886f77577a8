import { objectionsTo } from '../../src/alike/index.ts';
import { type Group, groupClaims } from '../../src/merge/group.ts';
import { valueAt } from '../../src/merge/matrix.ts';
import type { Grouping, Thresholds } from '../../src/merge/score.ts';
import type { Scored } from './groups.ts';
import { pairKey } from './same-fact.ts';

/**
 * Precision, recall and F1 of the pairs of sentences brought together, all events as one; and the
 * mean over the events of their own F1: an event is a briefing, however large.
 */
export const linkScores = (scored: readonly Scored[], at: Grouping) =>
  scoresOf(scored, (one) => linksOf(one, at));

/** The same of those pairs alone that count as stating what the statement of their group states. */
export const countedLinkScores = (scored: readonly Scored[], at: Thresholds) =>
  scoresOf(scored, (one) =>
    linksWithin(
      one,
      statedGroups(one, at).map(({ statement, others }) => {
        const counted = others.filter(({ score, guarded }) => !guarded && score >= at.certain);
        return [statement, ...counted.map(({ place }) => place)];
      }),
    ),
  );

function scoresOf(scored: readonly Scored[], find: (one: Scored) => readonly string[]) {
  const counts = scored.map((one) => {
    const links = find(one);
    const { links: gold, doubtful } = one.left.event;
    return {
      right: links.filter((link) => gold.has(link)).length,
      found: links.filter((link) => gold.has(link) || !doubtful.has(link)).length,
      wanted: gold.size,
    };
  });
  const total = counts.reduce((sum, { right, found, wanted }) => ({
    right: sum.right + right,
    found: sum.found + found,
    wanted: sum.wanted + wanted,
  }));
  const mean = counts.reduce((sum, count) => sum + f1Of(count), 0) / counts.length;
  return {
    precision: total.right / (total.found || 1),
    recall: total.right / total.wanted,
    f1: f1Of(total),
    mean,
  };
}

const f1Of = (of: { readonly right: number; readonly found: number; readonly wanted: number }) =>
  (2 * of.right) / (of.found + of.wanted || 1);

/** Share of the pairs that look alike and state no common fact that were brought together. */
export function nearMissesJoined(scored: readonly Scored[], at: Grouping): number {
  let joined = 0;
  let all = 0;
  for (const one of scored) {
    const links = new Set(linksOf(one, at));
    const { nearMisses, links: gold } = one.left.event;
    joined += [...nearMisses].filter((pair) => links.has(pair) && !gold.has(pair)).length;
    all += nearMisses.size;
  }
  return joined / all;
}

/** Pairs of sentences that come together, each as `pairKey` gives it. */
export const linksOf = (scored: Scored, at: Grouping): readonly string[] =>
  linksWithin(
    scored,
    groupsOf(scored, at).map(({ own, guests }) => [...own, ...guests]),
  );

function groupsOf({ left: { units, profiles }, matrix }: Scored, at: Grouping) {
  const claims = units.map(({ claim }) => claim);
  return groupClaims({ claims, profiles, matrix }, at);
}

/** Pairs of sentences of different reports, of the claims at the places of each group. */
function linksWithin({ left: { units } }: Scored, groups: readonly (readonly number[])[]) {
  const links = groups.flatMap((places) => {
    const ids = [...new Set(places.map((place) => units[place]?.id ?? ''))];
    return ids.flatMap((a) =>
      ids.filter((b) => a.charAt(0) < b.charAt(0)).map((b) => pairKey(a, b)),
    );
  });
  return [...new Set(links)];
}

/**
 * Precision and recall of the claims that count as stating what the statement of their group
 * states, those aside that a guard speaks against. The statement is taken to be the claim that is
 * likeliest to agree with the others.
 */
export function countedScores(
  scored: readonly Scored[],
  at: Thresholds,
): { readonly precision: number; readonly recall: number } {
  const claims = scored.flatMap((one) => claimsBesideStatement(one, at));
  const counted = claims.filter(({ score, guarded }) => !guarded && score >= at.certain);
  const right = counted.filter((claim) => claim.right).length;
  const wanted = claims.filter((claim) => claim.right).length;
  return { precision: right / (counted.length || 1), recall: right / wanted };
}

/** Every claim of a group but the statement's: its score with that, and whether it is right. */
function claimsBesideStatement(scored: Scored, at: Grouping) {
  const { units, event } = scored.left;
  return statedGroups(scored, at).flatMap(({ statement, others }) =>
    others.flatMap(({ place, ...judged }) => {
      const [one, other] = [units[statement], units[place]];
      if (!one || !other || one.claim.report === other.claim.report) return [];
      const key = pairKey(one.id, other.id);
      if (event.doubtful.has(key) && !event.links.has(key)) return [];
      return [{ ...judged, right: event.links.has(key) }];
    }),
  );
}

/** The place of a group's statement, and how the claims at all others agree with it. */
interface StatedGroup {
  readonly statement: number;
  readonly others: readonly {
    readonly place: number;
    readonly score: number;
    /** Whether a guard speaks against counting it. */
    readonly guarded: boolean;
  }[];
}

function statedGroups(scored: Scored, at: Grouping): readonly StatedGroup[] {
  const { left, matrix } = scored;
  const scores = (a: number, b: number) => valueAt(matrix, a, b) ?? 0;
  const statementOf = ({ own }: Group) => {
    const agreement = (place: number) => own.reduce((sum, other) => sum + scores(place, other), 0);
    return own.reduce((best, next) => (agreement(next) > agreement(best) ? next : best));
  };
  return groupsOf(scored, at).map((group) => {
    const statement = statementOf(group);
    const others = [...group.own, ...group.guests].filter((place) => place !== statement);
    return {
      statement,
      others: others.map((place) => {
        const [words, own] = [left.profiles[statement], left.profiles[place]];
        const guarded = words && own ? objectionsTo(words, own).length > 0 : false;
        return { place, score: scores(statement, place), guarded };
      }),
    };
  });
}
