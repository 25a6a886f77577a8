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
          id: idOf(fact, difference),
          fact: fact.id,
          sides: [first, second, ...rest] as const,
        },
      ];
    });
}

/**
 * Keep the first of differences that are the same: of one kind, between claims that an earlier
 * one has on different sides already. A claim may support two facts, and differ in both.
 */
export function distinct(divergences: readonly Divergence[]): readonly Divergence[] {
  const kept: Divergence[] = [];
  for (const next of divergences) {
    const known = kept.some((earlier) => earlier.kind === next.kind && coversSides(earlier, next));
    if (!known) kept.push(next);
  }
  return kept;
}

/** Whether claims of two sides of a difference stand on different sides of an earlier one too. */
function coversSides(earlier: Divergence, next: Divergence): boolean {
  const places = next.sides.map(({ claims }) =>
    earlier.sides.findIndex((side) => side.claims.some((id) => claims.includes(id))),
  );
  return new Set(places.filter((place) => place >= 0)).size > 1;
}

/** A fact may differ twice in one kind of thing: the values tell the two apart. */
function idOf(fact: Fact, { kind, sides }: Difference): string {
  const key = [fact.id, kind, ...sides.map(({ value }) => value)].join('\n');
  return `d-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
}
