import { createHash } from 'node:crypto';
import type { Divergence, Fact, Side } from '../types.ts';

/** A difference that was found in a fact, not yet named. */
export interface Difference {
  readonly kind: Divergence['kind'];
  readonly status: Divergence['status'];
  readonly note: string;
  readonly sides: readonly Side[];
}

/** A question that is asked of every fact: do its reports differ in this? */
export type Question = (fact: Fact) => readonly Difference[];

/**
 * Ask the questions of a fact and name what is found. A difference within one report is none
 * between reports.
 */
export function divergencesOf(fact: Fact, questions: readonly Question[]): readonly Divergence[] {
  const reportOf = new Map(fact.claims.map(({ id, report }) => [id, report]));
  return questions
    .flatMap((question) => question(fact))
    .flatMap((difference) => {
      const [first, second, ...rest] = difference.sides;
      const reports = new Set(
        difference.sides.flatMap(({ claims }) => claims.map((id) => reportOf.get(id))),
      );
      if (!first || !second || reports.size < 2) return [];
      return [
        {
          ...difference,
          id: idOf(fact, difference.kind),
          fact: fact.id,
          sides: [first, second, ...rest] as const,
        },
      ];
    });
}

function idOf(fact: Fact, kind: Divergence['kind']): string {
  return `d-${createHash('sha256').update(`${fact.id} ${kind}`).digest('hex').slice(0, 12)}`;
}
