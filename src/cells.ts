import { statingReports } from './facts.ts';
import type { Divergence, Fact, FactCoverage } from './types.ts';

/**
 * Say how reports stand to a fact: who states it, who gives another value, who says something close.
 *
 * @param divergences Those of the fact, or of all facts.
 */
export function coverageOfFact(fact: Fact, divergences: readonly Divergence[]): FactCoverage {
  const states = statingReports(fact);
  const differing = new Set(
    divergences
      .filter((divergence) => divergence.facts.includes(fact.id) && divergence.status !== 'wording')
      .flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)),
  );
  const reportsOf = (ids: { has(id: string): boolean }) => [
    ...new Set(fact.claims.filter(({ id }) => ids.has(id)).map(({ report }) => report)),
  ];
  const differs = reportsOf(differing);
  const close = reportsOf(new Set(fact.uncertain));
  const counted = new Set([...states, ...differs]);
  return { fact: fact.id, states, differs, close: close.filter((id) => !counted.has(id)) };
}

/** How a report stands to a fact, in a word. */
export function cellOf({ states, differs, close }: FactCoverage, id: string) {
  if (differs.includes(id)) return 'differs';
  if (states.includes(id)) return 'states';
  return close.includes(id) ? 'close' : 'silent';
}
