import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { fold } from './characters.ts';
import { extract } from './extract/index.ts';
import { statedBy, statingReports } from './facts.ts';
import { takeIn } from './intake.ts';
import {
  type Comparison,
  type Inspection,
  inspectMerge,
  leaveOutHeadlines,
  type Neighbor,
  neighborsOf,
} from './merge/index.ts';
import { BuildFailure, message } from './messages.ts';
import { withScorer } from './scorer.ts';
import type { ScorerName } from './scorer-names.ts';
import { type Hit, searchFacts } from './search.ts';
import type { System } from './system/index.ts';
import type { Claim, Fact, Report, Sentence } from './types.ts';
import { list } from './wording.ts';

/** A passage, and where people find it. */
export interface Located {
  readonly claim: Claim;
  readonly file: string;
  /** 1-based, in the text of the file. */
  readonly line: number;
  readonly column: number;
}

/** A passage of a fact, held against the passage whose words the fact takes. */
export interface Member extends Located {
  /** The words are this one's; it counts as stating the fact; it is close, and does not. */
  readonly role: 'statement' | 'counts' | 'close';
  /** Whether it states something else first. */
  readonly elsewhere: boolean;
  /** Nothing for the statement's own passage, and for what was never compared. */
  readonly comparison: Comparison | null;
}

/** A passage that was not joined. */
export type Nearby = Neighbor & Located;

/** Why some passages are one fact, and why the nearest others are not. */
export interface Explanation {
  readonly fact: Fact;
  readonly reports: readonly string[];
  readonly members: readonly Member[];
  /** The most likely first. */
  readonly neighbors: readonly Nearby[];
  readonly thresholds: Inspection['thresholds'];
}

export interface Explained {
  /** Nothing where no fact was found, or more than one. */
  readonly explanation: Explanation | null;
  /** Failures too. */
  readonly messages: readonly VFileMessage[];
}

export interface ExplainOptions {
  readonly folder: string;
  /** Id of a fact, or its beginning; or words of a passage. */
  readonly wanted: string;
  /** What tells which passages state one fact. Default: what builds use. */
  readonly scorer?: ScorerName | undefined;
}

/** Say why passages of the reports of a folder are one fact, and why others are not. */
export async function explain(
  { folder, wanted, scorer }: ExplainOptions,
  system: Pick<System, 'files' | 'openModel' | 'openOwnModel'>,
): Promise<Explained> {
  try {
    // Nothing is published: the folder itself is no report of its own.
    const taken = await takeIn(folder, { out: folder, files: system.files });
    const { selected, documents, config, said } = taken;
    const sentences = extract(selected.reports);
    const asked = { scorer, config, file: said.file };
    const inspected = await withScorer(asked, system, (scoring) =>
      inspectMerge(sentences, scoring),
    );
    const inspection = inspected.made;
    const { facts, reports } = leaveOutHeadlines(inspection.facts, selected.reports);
    const places = new Map(documents.map(({ name, source }) => [name, location(source)]));
    const event: Event = { folder, reports, sentences, places, inspection, facts };
    const found = ID.test(wanted) ? factsOf(wanted, event) : passagesOf(wanted, event);
    const explanation = found.fact ? explanationOf(found.fact, event) : null;
    const messages = [taken, inspected, found].flatMap((one) => one.messages);
    return { explanation, messages };
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    return { explanation: null, messages: error.messages };
  }
}

/** Where offsets of a text stand in it. */
type Places = ReturnType<typeof location>;

/** The reports of a folder with everything that they were made into. */
interface Event {
  readonly folder: string;
  readonly reports: readonly Report[];
  readonly sentences: ReadonlyMap<string, readonly Sentence[]>;
  /** Name of a file → places in its text. */
  readonly places: ReadonlyMap<string, Places>;
  readonly inspection: Inspection;
  readonly facts: readonly Fact[];
}

interface Found {
  readonly fact?: Fact;
  readonly messages: readonly VFileMessage[];
}

// ---------------------------------------------------------------------------------------------
// What is meant

/** The id of a fact, or its beginning. */
const ID = /^f-[0-9a-f]*$/u;

function factsOf(wanted: string, { folder, facts }: Event): Found {
  const [fact, ...more] = facts.filter(({ id }) => id.startsWith(wanted));
  if (fact && more.length === 0) return { fact, messages: [] };
  const listed = [fact, ...more].flatMap((one) => one?.id ?? []).slice(0, SHOWN);
  const rule = fact ? 'fact-ambiguous' : 'fact-unknown';
  return {
    messages: [
      message({
        rule,
        file: folder,
        found: fact ? `id "${wanted}" of ${more.length + 1} facts` : `id "${wanted}" of no fact`,
        expected: fact ? `one of ${listed.join(', ')}` : 'the id of a fact in briefing.json',
        advice: 'give more of the id, or words of a passage',
      }),
    ],
  };
}

/** How many facts or places are named where several are meant. */
const SHOWN = 8;

/** Find the fact that words of a passage belong to. */
function passagesOf(wanted: string, event: Event): Found {
  const hits = searchFacts(wanted, event.facts, event.sentences);
  const [fact, ...more] = new Set(hits.flatMap(({ facts }) => facts));
  if (!fact) return { messages: [unknown(wanted, event)] };
  if (more.length === 0) return { fact, messages: [] };
  return { messages: hits.slice(0, SHOWN).map((hit) => ambiguous(wanted, hit, event)) };
}

function ambiguous(wanted: string, { sentence, facts }: Hit, event: Event): VFileMessage {
  const { file, line, column } = located(sentence, event);
  return message({
    rule: 'fact-ambiguous',
    file,
    place: { line, column },
    found: `words "${wanted}" that belong to several facts, here to ${list(facts.map(({ id }) => id))}`,
    expected: 'words of one',
    advice: 'give more of them, or the id of the fact',
  });
}

function unknown(wanted: string, { folder, reports }: Event): VFileMessage {
  const left = reports
    .flatMap(({ leftOut }) => leftOut)
    .find(({ text }) => fold(text).includes(fold(wanted)));
  return message({
    rule: 'fact-unknown',
    file: reports.find(({ id }) => id === left?.report)?.file ?? folder,
    found: left
      ? `words "${wanted}" of a passage that is left out (${left.reason})`
      : `words "${wanted}" that no report has`,
    expected: 'words as they stand in one sentence of a report',
    advice: 'copy them from the briefing; synoptic claims prints all that is stated',
  });
}

// ---------------------------------------------------------------------------------------------
// Why

function explanationOf(fact: Fact, event: Event): Explanation {
  const words = statedBy(fact);
  const { inspect, thresholds } = event.inspection;
  const members = fact.claims.map((claim): Member => {
    const role = fact.uncertain.includes(claim.id) ? 'close' : 'counts';
    return {
      ...located(claim, event),
      role: claim === words ? 'statement' : role,
      elsewhere: fact.elsewhere.includes(claim.id),
      comparison: claim === words ? null : (inspect(words.id, claim.id) ?? null),
    };
  });
  const around = { ...event.inspection, facts: event.facts, threshold: thresholds.threshold };
  const neighbors = neighborsOf(fact, around).map((neighbor) => ({
    ...neighbor,
    ...located(neighbor.claim, event),
  }));
  return { fact, reports: statingReports(fact), members, neighbors, thresholds };
}

function located(claim: Claim, { reports, places }: Event): Located {
  const report = reports.find(({ id }) => id === claim.report);
  const { line, column } = places.get(report?.file ?? '')?.toPoint(claim.start) ?? START;
  return { claim, file: report?.file ?? claim.report, line, column };
}

const START = { line: 1, column: 1 };
