import { isSpeech, statedBy, statingReports } from '../facts.ts';
import type { Fact } from '../types.ts';
import type { SectionMaker } from './section.ts';

/** More would not be read in half a minute. */
const MOST = 5;

/**
 * The facts that most reports state, those first that the reports tell first. Each can be read
 * alone, and is a fact of the body with all its citations.
 */
export const bottomLine: SectionMaker = ({ facts, reports }) => {
  const length = new Map(reports.map((report) => [report.id, report.length]));
  const chosen = facts
    .filter(
      (fact) => statingReports(fact).length > 1 && statedBy(fact).selfContained && !isSpeech(fact),
    )
    .map((fact) => ({ fact, weight: statingReports(fact).length - 2 * lateness(fact, length) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST);
  if (chosen.length === 0) return undefined;
  return { kind: 'bottom-line', heading: 'Bottom line', facts: chosen.map(({ fact }) => fact.id) };
};

/** How late in their reports the claims stand on average, 0–1. Reports tell the main thing first. */
function lateness(fact: Fact, length: ReadonlyMap<string, number>): number {
  const places = fact.claims.map(({ report, start }) => start / (length.get(report) || 1));
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}
