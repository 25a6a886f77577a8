import { writeFileSync } from 'node:fs';
import type { Logistic, Model } from '../../src/merge/score.ts';
import { WEIGHTS } from '../../src/merge/weights.ts';
import { countedScores, linkScores } from './group-scores.ts';
import { casesOf, crossValidate, FOLDS, modelOf } from './groups.ts';
import { type Event, loadEvents } from './same-fact.ts';
import { shared } from './shared.ts';

/**
 * Fit weights and thresholds on annotated events, and say how well they do on events left out.
 * Prints a table; writes `src/merge/weights.ts`, or, where models are given that read the events,
 * `src/merge/model-weights.ts`.
 *
 *     npm run fit [-- folder of the models that each left some events out]
 */

/** Thresholds that are tried. */
const THRESHOLDS = [0.16, 0.2, 0.24, 0.26, 0.28, 0.3, 0.32, 0.34, 0.36, 0.4].flatMap((threshold) =>
  [0.35, 0.4, 0.45, 0.5].flatMap((adopted) =>
    [0.25, 0.3, 0.35, 0.4, 1].map((lone) => ({ threshold, adopted, lone })),
  ),
);

/**
 * Differences of the events' mean F1 below this are noise. Among thresholds that differ by no more, the most
 * precise are taken. It may be small: whether a report is counted as stating a fact is decided
 * apart, by `CERTAIN_PRECISION`.
 */
const NOISE = 0.002;

/**
 * What share must be right of the claims that are counted as stating what a statement says: "3
 * reports say" is what the briefing is blamed for.
 */
const CERTAIN_PRECISION = 0.85;

/** Probabilities that are tried as the one from which a claim counts. */
const CERTAINTIES = Array.from({ length: 50 }, (_, step) => (50 + step) / 100);

async function main(folder: string, models: string | undefined): Promise<void> {
  const events = loadEvents(folder);
  const cases = await casesOf(events, models);
  const { scored, around } = crossValidate(cases);
  const results = THRESHOLDS.map((at) => ({ at, ...linkScores(scored, at) }));
  for (const { at, ...found } of results) {
    const tried = Object.values(at).map((one) => one.toFixed(2));
    console.log(`${tried.join(' ')}  ${figures(found)}`);
  }
  // The model stands in for the words where it finds more, and is wrong no more often.
  const least = models ? await precisionOfWords(events) : 0;
  const allowed = results.filter(({ precision }) => precision >= least);
  const best = Math.max(...allowed.map(({ mean }) => mean));
  const [chosen] = allowed
    .filter(({ mean }) => mean >= best - NOISE)
    .sort((a, b) => b.precision - a.precision);
  if (!chosen) return;
  const counted = CERTAINTIES.map((certain) => ({
    certain,
    ...countedScores(scored, { ...chosen.at, certain }),
  })).find(({ precision }) => precision >= CERTAIN_PRECISION);
  if (!counted) return;
  const file = models ? 'model-weights' : 'weights';
  const provenance = `npm run fit${models ? ' with the model' : ''}: ${cases.length} events of same-fact; on events left out (${FOLDS} folds) links ${figures(chosen)}; counted as stating a fact ${figures({ precision: counted.precision, recall: counted.recall })}`;
  const model = {
    ...modelOf(cases, around),
    ...chosen.at,
    certain: counted.certain,
    provenance,
  };
  const name = models ? 'MODEL_WEIGHTS' : 'WEIGHTS';
  writeFileSync(new URL(`../../src/merge/${file}.ts`, import.meta.url), render(name, model));
  console.log(`\nsrc/merge/${file}.ts: ${provenance}`);
}

/** Precision of links by the words alone, with the thresholds that they have, on events left out. */
async function precisionOfWords(events: readonly Event[]): Promise<number> {
  const { scored } = crossValidate(await casesOf(events));
  return linkScores(scored, WEIGHTS).precision;
}

function figures(of: {
  readonly precision: number;
  readonly recall: number;
  readonly f1?: number;
  readonly mean?: number;
}): string {
  const [one, mean] = [of.f1?.toFixed(3), of.mean?.toFixed(3)];
  const f1 = one && mean ? `, F1 ${one} (mean of events ${mean})` : '';
  return `P ${of.precision.toFixed(3)}, R ${of.recall.toFixed(3)}${f1}`;
}

function render(name: string, { alone, together, ...model }: Model): string {
  return `import type { Model } from './score.ts';

/** Weights of the features, as \`npm run fit\` found them. Not edited by hand. */
export const ${name}: Model = {
  provenance: '${model.provenance}',
  threshold: ${model.threshold},
  adopted: ${model.adopted},
  lone: ${model.lone},
  certain: ${model.certain},
  alone: ${renderLogistic(alone)},
  together: ${renderLogistic(together)},
};
`;
}

function renderLogistic({ bias, values }: Logistic): string {
  const rows = values.map(
    (value) =>
      `      ${JSON.stringify(value)
        .replaceAll('"', "'")
        .replace(/'(\w+)':/gu, '$1: ')
        .replaceAll(/,(?=\w+: )/gu, ', ')},`,
  );
  return `{
    bias: ${bias},
    values: [
${rows.join('\n')}
    ],
  }`;
}

const folder = shared('data/same-fact');
if (folder) await main(folder, process.argv[2]);
