import { parseArgs } from 'node:util';
import { compare } from '../../../src/merge/compare.ts';
import { LEXICAL, methodOf, modelScoring, type Scoring } from '../../../src/merge/index.ts';
import { valueAt } from '../../../src/merge/matrix.ts';
import { MODEL_WEIGHTS } from '../../../src/merge/model-weights.ts';
import type { Thresholds } from '../../../src/merge/score.ts';
import { WEIGHTS } from '../../../src/merge/weights.ts';
import type { ScorerName } from '../../../src/scorer-names.ts';
import { nodeSystem } from '../../../src/system/index.ts';
import { mean, type ScoredSet, scoreSets } from '../gold.ts';
import { countedLinkScores, countedScores, linkScores, nearMissesJoined } from '../group-scores.ts';
import { casesOf, crossValidate, type Scored } from '../groups.ts';
import { type Event, loadEvents, unitsIn } from '../same-fact.ts';
import { shared } from '../shared.ts';
import { loadEcbplus, type Topic } from './ecbplus.ts';
import { charactersOf, precisionOfSteps, type Steps } from './ranking.ts';
import { type Figures, printFigures, type Row, type Rows, record, recorded } from './record.ts';
import { loadSuperpal } from './superpal.ts';

/**
 * Measure merging on all annotated data there is, and say what changed since the last recorded run.
 *
 *     npx tsx tests/eval/merge/run.ts [--record] [--scorer model [--left-out <folder>]]
 *
 * Of the pairs of sentences that come together: precision, recall, F1, look-alikes among them, and
 * how right those are that count, which the briefing prints as "N reports say". Of all pairs: average
 * precision by the cosine of runs of characters, by the scores of pairs alone, and by those after the
 * review, so that each step shows what it gave.
 *
 * Behind each figure stands its change against the last recorded run of the scorer: (=) none, (new)
 * not recorded. Change the code, or fit the weights anew, and run it: what got worse is seen before it
 * is committed. With `--record` the run is kept in place of the one before, with the provenance of its
 * weights; commit the file along with the change that it measures.
 *
 * Briefings of the gold sets and the pairs of SuperPAL and ECB+ are scored by weights that saw none of
 * them. The events of same-fact, which these were fitted on, are scored by weights fitted on the other
 * folds, with the same thresholds, and read by the models in the folder that never saw them.
 */
async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      record: { type: 'boolean', default: false },
      scorer: { type: 'string', default: 'lexical' },
      'left-out': { type: 'string' },
    },
  });
  const scorer = options.scorer === 'model' ? 'model' : 'lexical';
  const data = {
    gold: shared('gold'),
    clusters: shared('clusters'),
    sameFact: shared('data/same-fact'),
    superpal: shared('data/superpal'),
    ecbplus: shared('data/ecbplus'),
  };
  const model = scorer === 'model' ? await nodeSystem().openModel() : undefined;
  const using = {
    scorer,
    scoring: model ? modelScoring(model) : LEXICAL,
    thresholds: model ? MODEL_WEIGHTS : WEIGHTS,
    leftOut: options['left-out'],
  } as const;
  const figures = await measure(data, using);
  await model?.close();
  const { provenance } = methodOf(using.scoring);
  const before = recorded(scorer);
  printFigures(figures, before);
  if (before && before.weights !== provenance) console.log(`recorded: ${before.weights}`);
  console.log(`measured: ${provenance}`);
  if (!options.record) return;
  if (Object.values(data).includes(undefined)) {
    console.error('not recorded: some data is not there');
    process.exitCode = 1;
  } else record(scorer, { weights: provenance, figures });
}

/** Folders of the data; what is not there is not measured. */
type Data = Readonly<
  Record<'gold' | 'clusters' | 'sameFact' | 'superpal' | 'ecbplus', string | undefined>
>;

/** What is measured. */
interface Using {
  readonly scorer: ScorerName;
  readonly scoring: Scoring;
  readonly thresholds: Thresholds;
  /** Folder of models that read the events of same-fact; without them no model reads those. */
  readonly leftOut: string | undefined;
}

async function measure(
  { gold, sameFact, superpal, ecbplus }: Data,
  { scorer, scoring, thresholds, leftOut }: Using,
): Promise<Figures> {
  const isMeasured = sameFact && (scorer === 'lexical' || leftOut);
  const scored = isMeasured
    ? crossValidate(await casesOf(loadEvents(sameFact), leftOut))
    : undefined;
  return {
    'Briefings of the gold sets: pairs of sentences': gold
      ? goldRows(await scoreSets(gold, scorer))
      : {},
    'Events left out: pairs of sentences': scored
      ? { 'same-fact': groupRow(scored.scored, thresholds) }
      : {},
    'Average precision of pairs of sentences': {
      ...(scored ? { 'same-fact, events left out': leftOutSteps(scored) } : {}),
      ...(superpal ? { SuperPAL: await stepsOf(loadSuperpal(superpal), scoring) } : {}),
      ...(ecbplus ? await ecbplusRows(loadEcbplus(ecbplus), scoring) : {}),
    },
  };
}

/** A row a set, and one of all: there near misses are counted, the rest is the mean. */
function goldRows(sets: readonly ScoredSet[]): Rows {
  const rows = sets.map(({ name, all, counted }) => {
    const [joined = 0, nearMisses = 0] = all.nearMissesJoined.split('/').map(Number);
    const { precision, recall, f1 } = all.links;
    const row = {
      precision,
      recall,
      F1: f1,
      'near misses joined': joined,
      'of near misses': nearMisses,
      'facts whole': all.goldFactsWhole,
      'counted: precision': counted.links.precision,
      'counted: recall': counted.links.recall,
    };
    return [name, row] as const;
  });
  return { ...Object.fromEntries(rows), 'all: mean': overall(rows.map(([, row]) => row)) };
}

const COUNTS: readonly string[] = ['near misses joined', 'of near misses'];

function overall(rows: readonly Row[]): Row {
  const columns = Object.keys(rows[0] ?? {});
  return Object.fromEntries(
    columns.map((column) => {
      const average = mean(rows, (row) => row[column] ?? 0);
      return [column, COUNTS.includes(column) ? average * rows.length : average] as const;
    }),
  );
}

/**
 * How the claims of events come together that the weights never saw. What counts is measured twice:
 * by all its pairs, as in the gold sets, and by the claims that each are held against the statement
 * of their fact, which `npm run fit` chooses the threshold by.
 */
function groupRow(scored: readonly Scored[], at: Thresholds): Row {
  const { precision, recall, f1, mean: ofEvents } = linkScores(scored, at);
  const counted = countedLinkScores(scored, at);
  const beside = countedScores(scored, at);
  return {
    precision,
    recall,
    F1: f1,
    'mean F1 of events': ofEvents,
    'near misses joined': nearMissesJoined(scored, at),
    'counted: precision': counted.precision,
    'counted: recall': counted.recall,
    'against statement: precision': beside.precision,
    'against statement: recall': beside.recall,
  };
}

function leftOutSteps({ alone, scored }: ReturnType<typeof crossValidate>): Row {
  return precisionOfSteps(
    alone.flatMap(({ left: { event, units, profiles }, matrix }, at): Steps[] => {
      const together = scored[at]?.matrix;
      if (!together) return [];
      return [
        {
          event,
          ids: units.map(({ id }) => id),
          characters: charactersOf(profiles),
          alone: (a, b) => valueAt(matrix, a, b) ?? 0,
          reviewed: (a, b) => valueAt(together, a, b) ?? 0,
        },
      ];
    }),
  );
}

async function stepsOf(events: readonly Event[], scoring: Scoring): Promise<Row> {
  const steps: Steps[] = [];
  // One by one: a model reads one event at a time.
  for (const event of events) steps.push(await comparedSteps(event, scoring));
  return precisionOfSteps(steps);
}

/** The steps of the scorer that briefings are made with. */
async function comparedSteps(event: Event, scoring: Scoring): Promise<Steps> {
  const units = unitsIn(event);
  const { profiles, alone, scores } = await compare(units, scoring);
  return {
    event,
    ids: units.map(({ id }) => id),
    characters: charactersOf(profiles),
    alone: (a, b) => valueAt(alone, a, b) ?? 0,
    reviewed: scores,
  };
}

async function ecbplusRows(topics: readonly Topic[], scoring: Scoring): Promise<Rows> {
  return {
    'ECB+': await stepsOf(
      topics.map(({ event }) => event),
      scoring,
    ),
    'ECB+, against another event of the kind': await stepsOf(
      topics.map(({ lookAlikes }) => lookAlikes),
      scoring,
    ),
  };
}

await main();
