import type { Logistic } from '../../src/merge/score.ts';

const EPOCHS = 10;
const BATCH = 256;
const RATE = 0.1;
const RIDGE = 1e-5;

/** Values of a pair, and whether it is one of those that are sought (1) or not (0). */
export interface Example {
  readonly values: readonly number[];
  readonly label: number;
}

/**
 * Fit a logistic model by AdaGrad over standardized values. The same examples give the same
 * weights on every machine.
 *
 * @param names Of the values, in their order.
 */
export function train(pairs: readonly Example[], names: readonly string[]): Logistic {
  const size = names.length;
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
    bias: round(weights[size] ?? 0),
    values: names.map((name, k) => ({
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
export const round = (value: number) => Number(value.toPrecision(6));

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
