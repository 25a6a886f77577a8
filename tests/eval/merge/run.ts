import { compare } from '../../../src/merge/compare.ts';
import { LEXICAL, PROVENANCE } from '../../../src/merge/index.ts';
import { valueAt } from '../../../src/merge/matrix.ts';
import { WEIGHTS } from '../../../src/merge/weights.ts';
import { mean, type ScoredSet, scoreSets } from '../gold.ts';
import { countedLinkScores, countedScores, linkScores, nearMissesJoined } from '../group-scores.ts';
import { caseOf, crossValidate, type Scored } from '../groups.ts';
import { type Event, loadEvents, unitsIn } from '../same-fact.ts';
import { shared } from '../shared.ts';
import { loadEcbplus, type Topic } from './ecbplus.ts';
import { charactersOf, precisionOfSteps, type Steps } from './ranking.ts';
import { type Figures, printFigures, type Row, type Rows, record, recorded } from './record.ts';
import { loadSuperpal } from './superpal.ts';

/**
 * Measure merging on all annotated data there is, and say what changed since the last recorded run.
 *
 *     npx tsx tests/eval/merge/run.ts [--record]
 *
 * Of the pairs of sentences that come together: precision, recall, F1, look-alikes among them, and
 * how right those are that count, which the briefing prints as "N reports say". Of all pairs: average
 * precision by the cosine of runs of characters, by the scores of pairs alone, and by those after the
 * review, so that each step shows what it gave.
 *
 * Behind each figure stands its change against `recorded.json`: (=) none, (new) not recorded.
 * Change the code, or fit the weights anew, and run it: what got worse is seen before it is
 * committed. With `--record` the run is kept in place of the one before, with the provenance of
 * its weights; commit the file along with the change that it measures.
 *
 * Briefings of the gold sets and the pairs of SuperPAL and ECB+ are scored by the weights of
 * `src/merge/weights.ts`, which saw none of them. The events of same-fact, which these were fitted
 * on, are scored by weights fitted on the other folds, with the same thresholds.
 */
async function main(options: readonly string[]): Promise<void> {
  const data = {
    gold: shared('gold'),
    clusters: shared('clusters'),
    sameFact: shared('data/same-fact'),
    superpal: shared('data/superpal'),
    ecbplus: shared('data/ecbplus'),
  };
  const figures = await measure(data);
  const before = recorded();
  printFigures(figures, before);
  if (before && before.weights !== PROVENANCE) console.log(`recorded: ${before.weights}`);
  console.log(`measured: ${PROVENANCE}`);
  if (!options.includes('--record')) return;
  if (Object.values(data).includes(undefined)) {
    console.error('not recorded: some data is not there');
    process.exitCode = 1;
  } else record({ weights: PROVENANCE, figures });
}

/** Folders of the data; what is not there is not measured. */
type Data = Readonly<
  Record<'gold' | 'clusters' | 'sameFact' | 'superpal' | 'ecbplus', string | undefined>
>;

async function measure({ gold, sameFact, superpal, ecbplus }: Data): Promise<Figures> {
  const scored = sameFact ? crossValidate(loadEvents(sameFact).map(caseOf)) : undefined;
  return {
    'Briefings of the gold sets: pairs of sentences': gold ? goldRows(await scoreSets(gold)) : {},
    'Events left out: pairs of sentences': scored ? { 'same-fact': groupRow(scored.scored) } : {},
    'Average precision of pairs of sentences': {
      ...(scored ? { 'same-fact, events left out': leftOutSteps(scored) } : {}),
      ...(superpal ? { SuperPAL: await stepsOf(loadSuperpal(superpal)) } : {}),
      ...(ecbplus ? await ecbplusRows(loadEcbplus(ecbplus)) : {}),
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
function groupRow(scored: readonly Scored[]): Row {
  const { precision, recall, f1, mean: ofEvents } = linkScores(scored, WEIGHTS);
  const counted = countedLinkScores(scored, WEIGHTS);
  const beside = countedScores(scored, WEIGHTS);
  return {
    precision,
    recall,
    F1: f1,
    'mean F1 of events': ofEvents,
    'near misses joined': nearMissesJoined(scored, WEIGHTS),
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

async function stepsOf(events: readonly Event[]): Promise<Row> {
  return precisionOfSteps(await Promise.all(events.map(comparedSteps)));
}

/** The steps of the scorer that briefings are made with. */
async function comparedSteps(event: Event): Promise<Steps> {
  const units = unitsIn(event);
  const { profiles, alone, scores } = await compare(units, LEXICAL);
  return {
    event,
    ids: units.map(({ id }) => id),
    characters: charactersOf(profiles),
    alone: (a, b) => valueAt(alone, a, b) ?? 0,
    reviewed: scores,
  };
}

async function ecbplusRows(topics: readonly Topic[]): Promise<Rows> {
  return {
    'ECB+': await stepsOf(topics.map(({ event }) => event)),
    'ECB+, against another event of the kind': await stepsOf(
      topics.map(({ lookAlikes }) => lookAlikes),
    ),
  };
}

await main(process.argv.slice(2));
