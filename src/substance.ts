import type { VFileMessage } from 'vfile-message';
import { analyze } from './analyze/index.ts';
import { decide, stillTold } from './decide/index.ts';
import { entitiesOf, inOneSpelling, takeApart } from './extract/index.ts';
import type { Intake } from './intake.ts';
import { decidedWithLastIds, withLastIds } from './lasting-ids.ts';
import { leaveOutHeadlines, merge, methodOf } from './merge/index.ts';
import { gatherInto } from './messages.ts';
import { type Made, type Memory, remembered } from './remembered.ts';
import { withScorer } from './scorer.ts';
import type { ScorerName } from './scorer-names.ts';
import { unshared } from './select/index.ts';
import type { Progress, System } from './system/index.ts';
import type {
  Analysis,
  Applied,
  EditionRecord,
  Entity,
  Fact,
  Method,
  Report,
  Sentence,
} from './types.ts';

/** What the reports of a briefing say, and how they stand to each other. */
export interface Substance {
  readonly facts: readonly Fact[];
  readonly reports: readonly Report[];
  readonly entities: readonly Entity[];
  readonly analysis: Analysis;
  readonly decisions: readonly Applied[];
  readonly method: Method;
}

export interface SubstanceOptions {
  readonly scorer?: ScorerName | undefined;
  /** The edition whose facts keep their ids; null where there is none. */
  readonly last: EditionRecord | null;
  readonly onStage?: ((stage: 'extract' | 'merge' | 'decide' | 'analyze') => void) | undefined;
  readonly onRead?: Progress | undefined;
}

interface Means {
  readonly system: Pick<System, 'openModel' | 'openOwnModel'>;
  readonly memory: Memory | null;
  /** Told where facts are not those of an earlier build. */
  readonly onWork?: () => void;
}

/**
 * Find out what reports say, or take what an earlier build found in the same.
 *
 * @throws BuildFailure
 */
export async function substanceOf(
  intake: Intake,
  options: SubstanceOptions,
  means: Means,
): Promise<Made<Substance>> {
  const messages: VFileMessage[] = [];
  const gather = gatherInto(messages);
  const { config, said, selected } = intake;
  const { scorer, last, onStage } = options;
  // What a scorer of the user's own says, only it knows.
  const memory = scorer === 'own' ? null : means.memory;
  const depends = { scorer, ...dependsOn(intake) };
  const merged = await remembered(memory, { stage: 'merge', ...depends }, () => {
    means.onWork?.();
    return mergedIn(intake, options, means);
  });
  gather(merged.messages);
  const { sentences, method } = merged.value;

  onStage?.('decide');
  const told = { reports: selected.reports, sentences };
  const lasting = withLastIds(merged.value.facts, last, selected.reports);
  const decided = decide(lasting, told, said);
  gather(decided.messages);
  const named = decidedWithLastIds(decided, last, selected.reports);
  const { facts, reports } = leaveOutHeadlines(named.facts, named.reports);
  gather(unshared(reports, facts, config));

  // All that the last edition has to do with it are the names of the facts.
  const names = { stage: 'analyze', ...depends, names: facts.map(({ id }) => id) };
  const analyzed = await remembered(memory, names, async () => {
    onStage?.('analyze');
    return { value: analyze(facts, reports, sentences, config), messages: [] };
  });
  const entities = entitiesOf(stillTold(sentences, reports, facts));
  const { decisions } = named;
  const value = { facts, reports, entities, analysis: analyzed.value, decisions, method };
  return { value, messages };
}

/** What facts depend on. Of the configuration, how a briefing looks is no part of that. */
function dependsOn({ config, said, reports }: Intake) {
  const { theme, templates, paper, formats, editions, address, feeds, ...rest } = config;
  const files = reports.map(({ file, sha256 }) => ({ file, sha256 }));
  return { files, config: rest, decisions: said.decisions, named: said.file };
}

/** Facts, with the sentences that they were made of: one value, since the one holds parts of the other. */
interface Merged {
  readonly sentences: ReadonlyMap<string, readonly Sentence[]>;
  readonly facts: readonly Fact[];
  readonly method: Method;
}

async function mergedIn(
  { config, said, selected }: Intake,
  { scorer, onStage, onRead }: SubstanceOptions,
  { system, memory }: Means,
): Promise<Made<Merged>> {
  onStage?.('extract');
  const each = await Promise.all(selected.reports.map((report) => sentencesOf(report, memory)));
  const sentences = inOneSpelling(new Map(each));
  onStage?.('merge');
  const asked = { scorer, config, file: said.file, onProgress: onRead };
  const { made, messages } = await withScorer(asked, system, async (scoring) => ({
    facts: await merge(sentences, scoring),
    method: methodOf(scoring),
  }));
  return { value: { sentences, ...made }, messages };
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
