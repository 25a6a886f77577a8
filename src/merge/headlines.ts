import { ownClaims } from '../facts.ts';
import type { Fact, LeftOut, Report } from '../types.ts';

/**
 * Take out what headlines alone state. A headline announces what its report tells: where no other
 * sentence says the same, it is a label ("What we know so far") or says it too shortly to cite.
 *
 * @returns The facts without them, and the reports with each among what was left out.
 */
export function leaveOutHeadlines(
  facts: readonly Fact[],
  reports: readonly Report[],
): { readonly facts: readonly Fact[]; readonly reports: readonly Report[] } {
  const telling = new Set(
    facts.flatMap(({ claims }) =>
      claims.flatMap(({ kind, report }) => (kind === 'headline' ? [] : [report])),
    ),
  );
  // A report that is nothing but a headline is kept.
  // What stands in a fact of its own keeps no headline: it is told there.
  const aloneIn = (fact: Fact) => {
    const [first, ...more] = ownClaims(fact);
    const isAlone = first?.kind === 'headline' && more.length === 0;
    return isAlone && telling.has(first.report) ? [first] : [];
  };
  const alone = new Map(
    facts.flatMap((fact) => aloneIn(fact).map((claim) => [fact, claim] as const)),
  );
  const leftOut = [...alone.values()].map(({ report, start, end, exact }): LeftOut => {
    return { report, start, end, reason: 'headline', text: exact };
  });
  return {
    facts: facts.filter((fact) => !alone.has(fact)),
    reports: reports.map((report) => ({
      ...report,
      leftOut: [...report.leftOut, ...leftOut.filter(({ report: id }) => id === report.id)],
    })),
  };
}
