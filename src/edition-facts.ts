import type { FiledReport, ReportPair } from './report-pairs.ts';

/** A claim of an edition, as far as editions are compared. */
export interface EditionClaim {
  /** Id of its report in that edition. */
  readonly report: string;
  readonly exact: string;
  /** Whether it counts as stating the fact. */
  readonly certain: boolean;
}

/** A fact of an edition, as far as editions are compared. */
export interface EditionFact {
  readonly id: string;
  readonly statement: string;
  readonly claims: readonly EditionClaim[];
}

/** A claim that can be found in another edition: by its report's files and its words. */
export interface KeyedClaim {
  readonly key: string;
  /** Key of the pair that its report is of. */
  readonly report: string;
  readonly exact: string;
  readonly certain: boolean;
}

/** A fact whose claims can be found in another edition. */
export interface KeyedFact<F extends EditionFact = EditionFact> {
  readonly fact: F;
  readonly claims: readonly KeyedClaim[];
  /** Key of a claim that counts → how often it has such a one: a report may say words twice. */
  readonly certain: ReadonlyMap<string, number>;
  /** The same of all claims. */
  readonly all: ReadonlyMap<string, number>;
}

/**
 * Give the claims of an edition keys that hold in another edition, too.
 *
 * @param side Which of the two editions it is.
 */
export function keyedFacts<F extends EditionFact>(
  facts: readonly F[],
  pairs: readonly ReportPair<FiledReport, FiledReport>[],
  side: 'before' | 'after',
): readonly KeyedFact<F>[] {
  const keys = new Map(pairs.flatMap((pair) => (pair[side] ? [[pair[side].id, pair.key]] : [])));
  return facts.map((fact) => {
    const claims = fact.claims.map(({ report, exact, certain }): KeyedClaim => {
      const pair = keys.get(report) ?? '';
      return { key: claimKey(pair, exact), report: pair, exact, certain };
    });
    return {
      fact,
      claims,
      certain: counted(claims.filter(({ certain }) => certain)),
      all: counted(claims),
    };
  });
}

export const claimKey = (report: string, exact: string): string => `${report}\n\n${exact}`;

function counted(claims: readonly KeyedClaim[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of claims) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How many claims two counts have in common. */
export function inCommon(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [key, count] of a) common += Math.min(count, b.get(key) ?? 0);
  return common;
}
