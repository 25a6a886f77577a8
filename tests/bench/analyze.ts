import { analyze } from '../../src/analyze/index.ts';
import { loneFact } from '../../src/merge/fact.ts';
import type { Claim, Fact, Report, Sentence } from '../../src/types.ts';
import { loadEvents } from '../eval/same-fact.ts';
import { shared } from '../eval/shared.ts';

/**
 * Time what is asked of the facts, against the number of sentences: those of the annotated events,
 * all taken for one event, each a fact of its own. Twice as many should take about twice as long.
 *
 *     npx tsx tests/bench/analyze.ts
 */

const SIZES = [1000, 2000, 4000, 8000];

const folder = shared('data/same-fact');
if (folder) {
  const told = reportsIn(folder);
  console.table(Object.fromEntries(SIZES.map((size) => [size, timed(told, size)])));
}

interface Told {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
}

/** The reports of all events, each with an id of its own. */
function reportsIn(from: string): readonly Told[] {
  return loadEvents(from).flatMap(({ name, reports }) =>
    reports.map(({ report, sentences }) => {
      const id = `${name}-${report.id}`;
      const renamed = (claim: Claim): Claim => ({ ...claim, id: `${id}-${claim.id}`, report: id });
      return {
        report: { ...report, id },
        sentences: sentences.map((sentence) => ({ ...sentence, whole: renamed(sentence.whole) })),
      };
    }),
  );
}

function timed(told: readonly Told[], size: number) {
  const facts: Fact[] = [];
  const used: Told[] = [];
  for (const one of told) {
    if (facts.length >= size) break;
    used.push(one);
    facts.push(...one.sentences.map(({ whole }) => loneFact(whole)));
  }
  const sentences = new Map(used.map(({ report, sentences: own }) => [report.id, own]));
  const start = performance.now();
  const { divergences } = analyze(
    facts,
    used.map(({ report }) => report),
    sentences,
  );
  const seconds = (performance.now() - start) / 1000;
  return {
    reports: used.length,
    sentences: facts.length,
    divergences: divergences.length,
    seconds: Number(seconds.toFixed(2)),
    'ms a sentence': Number(((1000 * seconds) / facts.length).toFixed(3)),
  };
}
