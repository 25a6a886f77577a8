import { writeFileSync } from 'node:fs';
import { candidatePairs } from '../../src/merge/candidates.ts';
import { VALUE_NAMES, valuesOf } from '../../src/merge/features.ts';
import { groupClaims } from '../../src/merge/index.ts';
import { profilesOf } from '../../src/merge/profile.ts';
import { type Model, probability } from '../../src/merge/score.ts';
import { type Unit, unitsOf } from '../../src/merge/units.ts';
import { type Event, loadEvents, pairKey } from './same-fact.ts';
import { shared } from './shared.ts';

/**
 * Fit the weights and the threshold of `src/merge/weights.ts` on annotated events, and say how
 * well they do on events left out. Prints a table; writes the file.
 *
 *     npm run fit
 */

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly values: readonly number[];
  /** 1: states a common fact. 0: does not. -1: doubtful, or of one report: not learnt from. */
  readonly label: number;
}

interface Case {
  readonly event: Event;
  readonly units: readonly (Unit & { readonly id: string })[];
  readonly pairs: readonly Pair[];
}

/** Folds of the cross-validation; an event is wholly in one. */
const FOLDS = 5;

/** Thresholds that are tried. */
const THRESHOLDS = [0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3].flatMap((threshold) =>
  [0.3, 0.35, 0.4, 0.45, 0.5].map((adopted) => ({ threshold, adopted })),
);

/**
 * Differences of F1 below this are noise. Among thresholds that differ by no more, the most
 * precise are taken: a wrong merge credits a report with what it did not say, a missed one only repeats.
 */
const NOISE = 0.01;

function main(): void {
  const folder = shared('data/same-fact');
  if (!folder) return;
  const cases = loadEvents(folder).map(caseOf);
  const scored = cases.flatMap((_, fold) => {
    if (fold >= FOLDS) return [];
    const model = train(cases.filter((__, index) => index % FOLDS !== fold));
    return cases.filter((__, index) => index % FOLDS === fold).map((left) => ({ left, model }));
  });
  const results = THRESHOLDS.map((at) => ({ ...at, ...linkScores(scored, at) }));
  for (const { threshold, adopted, precision, recall, f1 } of results) {
    console.log(
      `${threshold.toFixed(2)} ${adopted.toFixed(2)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`,
    );
  }
  const best = Math.max(...results.map(({ f1 }) => f1));
  const [chosen] = results
    .filter(({ f1 }) => f1 >= best - NOISE)
    .sort((a, b) => b.precision - a.precision);
  if (!chosen) return;
  const certain = certainty(scored);
  const model = {
    ...train(cases),
    threshold: chosen.threshold,
    adopted: chosen.adopted,
    certain: round(certain.from),
  };
  const provenance = `npm run fit: ${cases.length} events of same-fact; on events left out (${FOLDS} folds) links P ${chosen.precision.toFixed(3)}, R ${chosen.recall.toFixed(3)}, F1 ${chosen.f1.toFixed(3)}; pairs called certain P ${certain.precision.toFixed(3)}, R ${certain.recall.toFixed(3)}`;
  writeFileSync(
    new URL('../../src/merge/weights.ts', import.meta.url),
    render({ ...model, provenance }),
  );
  console.log(`\nsrc/merge/weights.ts: threshold ${model.threshold}, ${provenance}`);
}

function caseOf(event: Event): Case {
  const units = event.reports.flatMap(({ sentences, ids }) =>
    unitsOf([sentences]).map((unit) => ({ ...unit, id: ids[unit.claim.sentence] ?? '' })),
  );
  const profiles = profilesOf(
    units.map(({ claim }) => claim),
    units.map(({ position }) => position),
  );
  const claims = units.map(({ claim }) => claim);
  const pairs = candidatePairs(claims, profiles).flatMap(({ a, b }): Pair[] => {
    const [left, right] = [profiles[a], profiles[b]];
    const [unit, other] = [units[a], units[b]];
    if (!left || !right || !unit || !other || unit.id === other.id) return [];
    const key = pairKey(unit.id, other.id);
    const open = unit.claim.report === other.claim.report || event.doubtful.has(key);
    const linked = event.links.has(key);
    return [{ a, b, values: valuesOf(left, right), label: linked ? 1 : open ? -1 : 0 }];
  });
  return { event, units, pairs: bestOfEach(pairs, units) };
}

/**
 * The annotation links sentences. Where sentences were taken apart, at least one pair of parts
 * states the common fact; the likeliest is learnt as such, and nothing is learnt from the rest.
 */
function bestOfEach(
  pairs: readonly Pair[],
  units: readonly { readonly id: string }[],
): readonly Pair[] {
  const best = new Map<string, Pair>();
  const keyOf = ({ a, b }: Pair) => pairKey(units[a]?.id ?? '', units[b]?.id ?? '');
  const likeness = ({ values }: Pair) => (values[0] ?? 0) + (values[1] ?? 0);
  for (const pair of pairs) {
    const known = best.get(keyOf(pair));
    if (!known || likeness(pair) > likeness(known)) best.set(keyOf(pair), pair);
  }
  return pairs.map((pair) =>
    pair.label === 1 && best.get(keyOf(pair)) !== pair ? { ...pair, label: -1 } : pair,
  );
}

// ---------------------------------------------------------------------------------------------
// Training: logistic regression by AdaGrad over standardized values

const EPOCHS = 10;
const BATCH = 256;
const RATE = 0.1;
const RIDGE = 1e-5;

function train(cases: readonly Case[]): Model {
  const pairs = cases.flatMap(({ pairs: all }) => all.filter(({ label }) => label >= 0));
  const size = VALUE_NAMES.length;
  const mean = columns(size, (k) => average(pairs, ({ values }) => values[k] ?? 0));
  const deviation = columns(size, (k) => {
    const variance = average(pairs, ({ values }) => ((values[k] ?? 0) - (mean[k] ?? 0)) ** 2);
    return Math.sqrt(variance) || 1;
  });
  const rows = pairs.map(({ values, label }) => ({
    label,
    // The last place is the bias.
    x: Float64Array.from({ length: size + 1 }, (_, k) =>
      k === size ? 1 : ((values[k] ?? 0) - (mean[k] ?? 0)) / (deviation[k] ?? 1),
    ),
  }));
  const weights = descend(rows, size + 1);
  return {
    provenance: '',
    threshold: 0,
    adopted: 0,
    certain: 0,
    bias: round(weights[size] ?? 0),
    values: VALUE_NAMES.map((name, k) => ({
      name,
      mean: round(mean[k] ?? 0),
      deviation: round(deviation[k] ?? 1),
      weight: round(weights[k] ?? 0),
    })),
  };
}

function descend(
  rows: { readonly label: number; readonly x: Float64Array }[],
  size: number,
): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  const random = generator(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(rows, random);
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH);
      const gradient = new Float64Array(size);
      for (const { label, x } of batch) {
        const error = sigmoid(x.reduce((z, value, k) => z + value * (weights[k] ?? 0), 0)) - label;
        for (let k = 0; k < size; k++) gradient[k] = (gradient[k] ?? 0) + error * (x[k] ?? 0);
      }
      for (let k = 0; k < size; k++) {
        const slope = (gradient[k] ?? 0) / batch.length + RIDGE * (weights[k] ?? 0);
        squares[k] = (squares[k] ?? 0) + slope * slope;
        weights[k] = (weights[k] ?? 0) - (RATE * slope) / Math.sqrt(squares[k] ?? 1);
      }
    }
  }
  return weights;
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

function average<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((sum, item) => sum + of(item), 0) / list.length;
}

const columns = (size: number, of: (column: number) => number) =>
  Array.from({ length: size }, (_, k) => of(k));

/** Six digits are more than the data can tell apart, and keep the file readable. */
const round = (value: number) => Number(value.toPrecision(6));

/** A linear congruential generator: the same numbers everywhere, from one seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [list[last], list[other]];
    if (a !== undefined && b !== undefined) [list[last], list[other]] = [b, a];
  }
}

// ---------------------------------------------------------------------------------------------
// Measuring

type Thresholds = Pick<Model, 'threshold' | 'adopted'>;

/** Links after grouping, all events together. */
function linkScores(
  scored: readonly { readonly left: Case; readonly model: Model }[],
  at: Thresholds,
) {
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const { left, model } of scored) {
    const links = linksOf(left, model, at);
    const { links: gold, doubtful } = left.event;
    right += links.filter((link) => gold.has(link)).length;
    found += links.filter((link) => gold.has(link) || !doubtful.has(link)).length;
    wanted += gold.size;
  }
  const precision = right / (found || 1);
  const recall = right / wanted;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

/** What share of the pairs that are called certain must be right. */
const CERTAIN_PRECISION = 0.8;

/** The lowest probability from which enough pairs are right. */
function certainty(scored: readonly { readonly left: Case; readonly model: Model }[]) {
  const pairs = scored
    .flatMap(({ left, model }) =>
      left.pairs
        .filter(({ label }) => label >= 0)
        .map(({ values, label }) => ({ label, probability: probability(model, values) })),
    )
    .sort((a, b) => b.probability - a.probability);
  const wanted = pairs.filter(({ label }) => label === 1).length;
  let right = 0;
  let best = { from: 1, precision: 1, recall: 0 };
  for (const [index, pair] of pairs.entries()) {
    right += pair.label;
    const precision = right / (index + 1);
    if (precision >= CERTAIN_PRECISION)
      best = { from: pair.probability, precision, recall: right / wanted };
  }
  return best;
}

const similarities = new WeakMap<Case, Map<number, number>>();

function linksOf(left: Case, model: Model, at: Thresholds): string[] {
  const { units, pairs } = left;
  const size = units.length;
  const known =
    similarities.get(left) ??
    new Map(pairs.map(({ a, b, values }) => [a * size + b, probability(model, values)]));
  similarities.set(left, known);
  const scores = (a: number, b: number) => known.get(Math.min(a, b) * size + Math.max(a, b)) ?? 0;
  const groups = groupClaims(
    units.map(({ claim }) => claim),
    scores,
    at,
  );
  const links = groups.flatMap(({ own, guests }) => {
    const ids = [...new Set([...own, ...guests].map((place) => units[place]?.id ?? ''))];
    return ids.flatMap((a) =>
      ids.filter((b) => a.charAt(0) < b.charAt(0)).map((b) => pairKey(a, b)),
    );
  });
  return [...new Set(links)];
}

function render(model: Model): string {
  const values = model.values.map(
    (value) =>
      `    ${JSON.stringify(value)
        .replaceAll('"', "'")
        .replace(/'(\w+)':/gu, '$1: ')
        .replaceAll(',', ', ')},`,
  );
  return `import type { Model } from './score.ts';

/** Weights of the features, as \`npm run fit\` found them. Not edited by hand. */
export const WEIGHTS: Model = {
  provenance: '${model.provenance}',
  bias: ${model.bias},
  threshold: ${model.threshold},
  adopted: ${model.adopted},
  certain: ${model.certain},
  values: [
${values.join('\n')}
  ],
};
`;
}

main();
