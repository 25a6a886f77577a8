import type { Analysis, Fact, Report, Sentence } from '../types.ts';
import { boundsThatDiffer } from './bounds.ts';
import { contrastsThatDiffer } from './contrasts.ts';
import { copiesOf } from './copies.ts';
import { coverageOf } from './coverage.ts';
import { datesThatDiffer } from './dates.ts';
import { detailsOf } from './details.ts';
import { distinct, divergencesOf, type Question } from './divergence.ts';
import { numbersThatDiffer } from './numbers.ts';
import { originsOf } from './origins.ts';
import { standingOf } from './standing.ts';
import { timelineOf } from './timeline.ts';
import { voicesOf } from './voices.ts';
import { wordingsThatDiffer } from './wordings.ts';

/** What is asked of every fact. A new kind of difference is a file and a line here. */
const QUESTIONS: readonly Question[] = [
  numbersThatDiffer,
  datesThatDiffer,
  boundsThatDiffer,
  contrastsThatDiffer,
  wordingsThatDiffer,
];

/** Ask of the facts what no single report can answer. */
export function analyze(
  facts: readonly Fact[],
  reports: readonly Report[],
  sentences: ReadonlyMap<string, readonly Sentence[]>,
): Analysis {
  const copies = copiesOf(reports);
  const voices = voicesOf(reports, copies);
  const found = distinct(facts.flatMap((fact) => divergencesOf(fact, QUESTIONS)));
  const findings = facts.map((fact) => {
    const origins = originsOf(fact, voices);
    const divergences = found.filter((divergence) => divergence.fact === fact.id);
    return {
      id: fact.id,
      origins,
      divergences,
      standing: standingOf({ fact, origins, divergences }),
    };
  });
  return {
    divergences: found,
    origins: Object.fromEntries(findings.map(({ id, origins }) => [id, origins])),
    standing: Object.fromEntries(findings.map(({ id, standing }) => [id, standing])),
    details: Object.fromEntries(facts.map((fact) => [fact.id, detailsOf(fact)])),
    timeline: timelineOf(facts),
    coverage: coverageOf(reports, sentences, facts),
    copies,
  };
}
