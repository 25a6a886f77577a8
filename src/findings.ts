import type { VFileMessage } from 'vfile-message';
import { analyze } from './analyze/index.ts';
import { decide, stillTold } from './decide/index.ts';
import { entitiesOf, inOneSpelling, takeApart } from './extract/index.ts';
import type { Intake } from './intake.ts';
import { leaveOutHeadlines, merge, methodOf } from './merge/index.ts';
import { gatherInto } from './messages.ts';
import { type Made, type Memory, remembered } from './remembered.ts';
import { withScorer } from './scorer.ts';
import type { ScorerName } from './scorer-names.ts';
import { unshared } from './select/index.ts';
import type { Progress, System } from './system/index.ts';
import type { Analysis, Applied, Entity, Fact, Method, Report } from './types.ts';

/** What the reports of a briefing say, and how they stand to each other. */
export interface Findings {
  readonly facts: readonly Fact[];
  readonly reports: readonly Report[];
  readonly entities: readonly Entity[];
  readonly analysis: Analysis;
  readonly decisions: readonly Applied[];
  readonly method: Method;
}

export interface FindingsOptions {
  readonly scorer?: ScorerName | undefined;
  readonly onStage?: (stage: 'extract' | 'merge' | 'decide' | 'analyze') => void;
  readonly onRead?: Progress;
}

interface Means {
  readonly system: Pick<System, 'openModel' | 'openOwnModel'>;
  readonly memory: Memory | null;
  /** Told where the findings are not those of an earlier build. */
  readonly onWork?: () => void;
}

/**
 * Find out what reports say, or take what an earlier build found in the same.
 *
 * @throws BuildFailure
 */
export function findingsOf(
  intake: Intake,
  options: FindingsOptions,
  { system, memory, onWork }: Means,
): Promise<Made<Findings>> {
  const { scorer } = options;
  // What a scorer of the user's own says, only it knows.
  const kept = scorer === 'own' ? null : memory;
  return remembered(kept, { stage: 'findings', scorer, ...dependsOn(intake) }, () => {
    onWork?.();
    return find(intake, options, { system, memory });
  });
}

/** What findings depend on. Of the configuration, how a briefing looks is no part of that. */
function dependsOn({ config, said, reports }: Intake) {
  const { theme, templates, paper, formats, editions, ...rest } = config;
  const files = reports.map(({ file, sha256 }) => ({ file, sha256 }));
  return { files, config: rest, decisions: said.decisions, named: said.file };
}

async function find(
  { config, said, selected }: Intake,
  { scorer, onStage, onRead }: FindingsOptions,
  { system, memory }: Means,
): Promise<Made<Findings>> {
  const messages: VFileMessage[] = [];
  const gather = gatherInto(messages);
  onStage?.('extract');
  const each = await Promise.all(selected.reports.map((report) => sentencesOf(report, memory)));
  const sentences = inOneSpelling(new Map(each));
  onStage?.('merge');
  const asked = { scorer, config, file: said.file, onProgress: onRead };
  const merged = await withScorer(asked, system, async (scoring) => ({
    facts: await merge(sentences, scoring),
    method: methodOf(scoring),
  }));
  gather(merged.messages);
  onStage?.('decide');
  const decided = decide(merged.made.facts, { reports: selected.reports, sentences }, said);
  gather(decided.messages);
  const { facts, reports } = leaveOutHeadlines(decided.facts, decided.reports);
  gather(unshared(reports, facts, config));
  onStage?.('analyze');
  const analysis = analyze(facts, reports, sentences, config);
  const entities = entitiesOf(stillTold(sentences, reports, facts));
  const { decisions } = decided;
  const { method } = merged.made;
  return { value: { facts, reports, entities, analysis, decisions, method }, messages };
}

/** A report's id with its sentences. Nothing of what it says depends on its number. */
async function sentencesOf(report: Report, memory: Memory | null) {
  const alone = { ...report, number: 0 };
  const parts = { stage: 'extract', report: alone };
  const { value } = await remembered(memory, parts, () => ({
    value: takeApart(alone),
    messages: [],
  }));
  return [report.id, value] as const;
}
