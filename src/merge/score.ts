import type { Profile } from '../alike/index.ts';
import type { Claim, Method } from '../types.ts';
import type { Pair } from './candidates.ts';
import type { Entries, Matrix } from './matrix.ts';

/** How pairs come by their probabilities. */
export interface Scoring {
  /** Reads pairs before they are scored. Absent: nothing but their words is known of them. */
  readonly read?: Read;
  readonly score: Scorer;
  /** Judges pairs again, now that all are scored. Absent: scores stand as they are. */
  readonly review?: Review;
  /** Tells what made a pair's probability. Absent where the scorer gives that and no more. */
  readonly grounds?: Grounds;
  /** What follows from probabilities. Default: what follows from those of the words alone. */
  readonly thresholds?: Thresholds;
  /** What the briefing says of it. Default: what it says where words alone are compared. */
  readonly method?: Method;
}

/**
 * Lets a model read pairs. Asynchronous, since it may run in another process.
 *
 * @returns The log odds that each pair states one fact, in order.
 */
export type Read = (
  profiles: readonly Profile[],
  pairs: readonly Pair[],
) => Promise<ArrayLike<number>>;

/**
 * Estimates for many pairs at once how likely both claims state one fact. Asynchronous, so that
 * a model in another process can stand behind it.
 *
 * @param readings What a model made of each pair; empty where none reads.
 * @returns A probability for each pair, in order.
 */
export type Scorer = (
  profiles: readonly Profile[],
  pairs: readonly Pair[],
  readings: ArrayLike<number>,
) => Promise<readonly number[]>;

/** What one value of a pair adds to its log odds, against a pair with the mean of that value. */
export interface Contribution {
  readonly name: string;
  readonly value: number;
  readonly logOdds: number;
}

/**
 * Estimates again how likely the claims of pairs state one fact, by what the scores of all others
 * say.
 *
 * @returns A probability for each pair, in order.
 */
export type Review = (event: ScoredEvent, pairs: Entries) => Float64Array;

/** Says of an event what its values added to the log odds of a pair, by the places of its claims. */
export type Grounds = (event: ScoredEvent) => (a: number, b: number) => readonly Contribution[];

/** All claims of an event, and what was scored of them. */
export interface ScoredEvent {
  readonly claims: readonly Claim[];
  readonly profiles: readonly Profile[];
  readonly matrix: Matrix;
  /** What a model made of the pairs that it read. */
  readonly readings: Matrix;
}

/** A logistic model over named values: weights for values that were standardized. */
export interface Logistic {
  readonly bias: number;
  /** In the order of the values. */
  readonly values: readonly {
    readonly name: string;
    readonly mean: number;
    readonly deviation: number;
    readonly weight: number;
  }[];
}

/** From which probabilities on claims come together. */
export interface Grouping {
  /** Average probability from which groups of claims are joined. */
  readonly threshold: number;
  /** Average probability from which a claim of one group supports another group too. */
  readonly adopted: number;
  /** Probability from which a claim of a group supports one, too, that met no other. */
  readonly lone: number;
}

/** From which probabilities on something follows. */
export interface Thresholds extends Grouping {
  /** Probability from which a claim counts as stating what another states. */
  readonly certain: number;
}

/** What was learnt from annotated events. */
export interface Model extends Thresholds {
  /** Where the weights come from, and how well they did on events left out. */
  readonly provenance: string;
  /** Weights of a pair's own values. */
  readonly alone: Logistic;
  /** Weights of the same values and of those of its context behind them. */
  readonly together: Logistic;
}

/** Estimate the probability that a pair with these values states one fact. */
export function probability(model: Logistic, values: readonly number[]): number {
  const sum = model.values.reduce(
    (z, term, index) => z + logOdds(term, values[index] ?? 0),
    model.bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** What each value of a pair added to its log odds. */
export const contributions = (
  model: Logistic,
  values: readonly number[],
): readonly Contribution[] =>
  model.values.map((term, index) => {
    const value = values[index] ?? 0;
    return { name: term.name, value, logOdds: logOdds(term, value) };
  });

const logOdds = ({ mean, deviation, weight }: Logistic['values'][number], value: number): number =>
  (weight * (value - mean)) / deviation;
