import type { Profile } from '../alike/index.ts';
import type { Pair } from './candidates.ts';

/**
 * Estimates for many pairs at once how likely both claims state one fact. Asynchronous, so that
 * a model in another process can stand behind it.
 */
export interface Scorer {
  /** @returns A probability for each pair, in order. */
  (profiles: readonly Profile[], pairs: readonly Pair[]): Promise<readonly number[]>;
  /** What made it so. Absent where the model gives a probability and no more. */
  readonly contributions?: (a: Profile, b: Profile) => readonly Contribution[];
}

/** What one value of a pair adds to its log odds, against a pair with the mean of that value. */
export interface Contribution {
  readonly name: string;
  readonly value: number;
  readonly logOdds: number;
}

/** A logistic model over named values: weights for values that were standardized. */
export interface Model {
  /** Where the weights come from, and how well they did on events left out. */
  readonly provenance: string;
  readonly bias: number;
  /** Average probability from which groups of claims are joined. */
  readonly threshold: number;
  /** Average probability from which a claim of one group supports another group too. */
  readonly adopted: number;
  /** Probability from which a claim counts as stating what another states. */
  readonly certain: number;
  /** In the order of the values. */
  readonly values: readonly {
    readonly name: string;
    readonly mean: number;
    readonly deviation: number;
    readonly weight: number;
  }[];
}

/** Estimate the probability that a pair with these values states one fact. */
export function probability(
  model: Pick<Model, 'bias' | 'values'>,
  values: readonly number[],
): number {
  const sum = model.values.reduce(
    (z, term, index) => z + logOdds(term, values[index] ?? 0),
    model.bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

const logOdds = ({ mean, deviation, weight }: Model['values'][number], value: number): number =>
  (weight * (value - mean)) / deviation;

/**
 * The scorer that needs nothing but the words.
 *
 * @param valuesOf Gives the values of a pair in the order of the model's.
 */
export function lexicalScorer(
  model: Model,
  valuesOf: (a: Profile, b: Profile) => readonly number[],
): Scorer {
  const score = async (profiles: readonly Profile[], pairs: readonly Pair[]) =>
    pairs.map(({ a, b }) => {
      const [left, right] = [profiles[a], profiles[b]];
      return left && right ? probability(model, valuesOf(left, right)) : 0;
    });
  return Object.assign(score, {
    contributions: (a: Profile, b: Profile): readonly Contribution[] => {
      const values = valuesOf(a, b);
      return model.values.map((term, index) => {
        const value = values[index] ?? 0;
        return { name: term.name, value, logOdds: logOdds(term, value) };
      });
    },
  });
}
