import { isSpeech, statingReports } from '../facts.ts';
import type { Fact } from '../types.ts';
import type { SectionMaker } from './section.ts';

/** What more than one report states, by how many do. */
export const keyFacts: SectionMaker = ({ facts, reports }) => {
  const shared = facts.filter((fact) => statingReports(fact).length > 1 && !isSpeech(fact));
  if (shared.length === 0) return undefined;
  const counts = [...new Set(shared.map(countOf))].sort((a, b) => b - a);
  const groups = counts.map((count) => ({
    heading: headingFor(count, reports.length),
    facts: shared.filter((fact) => countOf(fact) === count).map(({ id }) => id),
  }));
  return { kind: 'key-facts', heading: 'Key facts', groups };
};

const countOf = (fact: Fact) => statingReports(fact).length;

function headingFor(count: number, reports: number): string {
  if (count === reports) return reports === 2 ? 'In both reports' : `In all ${reports} reports`;
  return `In ${count} of ${reports} reports`;
}
