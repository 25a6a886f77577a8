import { bucketsOf } from '../buckets.ts';
import type { Analysis, Fact, Report, Sentence } from '../types.ts';
import { boundsThatDiffer } from './bounds.ts';
import { contrastsThatDiffer } from './contrasts.ts';
import { copiesOf } from './copies.ts';
import { coverageOf } from './coverage.ts';
import { datesThatDiffer } from './dates.ts';
import { detailsOf } from './details.ts';
import { divergencesOf, type Question, type Telling, type WideQuestion } from './divergence.ts';
import { gapsOf } from './gaps.ts';
import { type GradingAsked, gradingOf } from './grading.ts';
import { numbersThatDiffer } from './numbers.ts';
import { withReasons } from './origin-reasons.ts';
import { originsOf } from './origins.ts';
import { relianceOf } from './reliance.ts';
import { standingOf } from './standing.ts';
import { talliesThatDiffer } from './tallies.ts';
import { timelineOf } from './timeline.ts';
import { tollsThatDiffer } from './tolls.ts';
import { voicesOf } from './voices.ts';
import { wordingsThatDiffer } from './wordings.ts';

export { cautionsOf } from './cautions.ts';

/** What is asked of every fact. A new kind of difference is a file and a line here. */
const QUESTIONS: readonly Question[] = [
  numbersThatDiffer,
  datesThatDiffer,
  boundsThatDiffer,
  contrastsThatDiffer,
];

/** What is asked of all facts together. */
const WIDE_QUESTIONS: readonly WideQuestion[] = [
  tollsThatDiffer,
  talliesThatDiffer,
  wordingsThatDiffer,
];

/**
 * Ask of the facts what no single report can answer.
 *
 * @param asked What is to be graded. Default: nothing.
 */
export function analyze(
  facts: readonly Fact[],
  reports: readonly Report[],
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  asked: GradingAsked = { reports: {} },
): Analysis {
  const copies = copiesOf(reports);
  const voices = voicesOf(reports, copies);
  const telling = tellingOf(facts, reports);
  const found = divergencesOf(telling, QUESTIONS, WIDE_QUESTIONS);
  const byFact = bucketsOf(found, (divergence) => divergence.facts);
  const findings = facts.map((fact) => {
    const origins = withReasons(fact, originsOf(fact, voices), voices);
    const divergences = byFact.get(fact.id) ?? [];
    return {
      id: fact.id,
      origins,
      divergences,
      standing: standingOf({ fact, origins, divergences }),
    };
  });
  const origins = Object.fromEntries(findings.map((finding) => [finding.id, finding.origins]));
  const standing = Object.fromEntries(findings.map((finding) => [finding.id, finding.standing]));
  const grading = gradingOf(facts, reports, { asked, origins, standing });
  return {
    divergences: found,
    origins,
    standing,
    details: Object.fromEntries(facts.map((fact) => [fact.id, detailsOf(fact)])),
    timeline: timelineOf(facts, telling.published),
    coverage: coverageOf({ reports, sentences, facts, divergences: byFact }),
    gaps: gapsOf(facts, origins),
    copies,
    reliance: relianceOf(facts, { reports, voices, copies }),
    ...(grading ? { grading } : {}),
  };
}

function tellingOf(facts: readonly Fact[], reports: readonly Report[]): Telling {
  const published = new Map(
    reports.flatMap(({ id, metadata }) =>
      metadata.published.value === null ? [] : [[id, metadata.published.value] as const],
    ),
  );
  return { facts, published, present: [...published.values()].sort().at(-1)?.slice(0, 7) };
}
