import { parseArgs } from 'node:util';
import { MODEL_WEIGHTS } from '../../../src/merge/model-weights.ts';
import { WEIGHTS } from '../../../src/merge/weights.ts';
import { statedText } from '../../../src/statement.ts';
import { linksOf } from '../group-scores.ts';
import { casesOf, crossValidate, type Scored } from '../groups.ts';
import { loadEvents } from '../same-fact.ts';
import { shared } from '../shared.ts';

/** A pair of sentences that wrongly came together, or wrongly did not. */
interface Mistake {
  readonly event: string;
  readonly sentences: readonly string[];
}

/**
 * Print pairs of sentences of events left out that wrongly come together, and such that wrongly do
 * not, from all over the events: to be read before a rule or a weight is changed.
 *
 *     npx tsx tests/eval/merge/errors.ts [--left-out <folder of the models>] [--count 50]
 */
async function main(folder: string): Promise<void> {
  const { values: options } = parseArgs({
    options: { 'left-out': { type: 'string' }, count: { type: 'string', default: '50' } },
  });
  const models = options['left-out'];
  const { scored } = crossValidate(await casesOf(loadEvents(folder), models));
  const at = models ? MODEL_WEIGHTS : WEIGHTS;
  const found = scored.map((one) => ({ one, links: new Set(linksOf(one, at)) }));
  const wrong = found.flatMap(({ one, links }) => {
    const { links: gold, doubtful } = one.left.event;
    return mistakes(
      one,
      [...links].filter((key) => !gold.has(key) && !doubtful.has(key)),
    );
  });
  const missed = found.flatMap(({ one, links }) =>
    mistakes(
      one,
      [...one.left.event.links].filter((key) => !links.has(key)),
    ),
  );
  print('together, and not the same', wrong, Number(options.count));
  print('the same, and not together', missed, Number(options.count));
}

function mistakes({ left: { event, units } }: Scored, keys: readonly string[]): readonly Mistake[] {
  const texts = new Map<string, string>();
  for (const { id, claim } of units) {
    texts.set(id, [texts.get(id), statedText(claim)].filter(Boolean).join(' | '));
  }
  return keys.map((key) => ({
    event: event.name,
    sentences: key.split('|').map((id) => `${id} ${texts.get(id) ?? ''}`),
  }));
}

function print(title: string, all: readonly Mistake[], count: number): void {
  const shown = Math.min(count, all.length);
  console.log(`\n${title}: ${all.length}, of which ${shown}`);
  for (let at = 0; at < shown; at++) {
    const mistake = all[Math.floor((at * all.length) / shown)];
    console.log(`\n${at + 1} ${mistake?.event}\n  ${mistake?.sentences.join('\n  ')}`);
  }
}

const folder = shared('data/same-fact');
if (folder) await main(folder);
