import type { Profile } from '../alike/index.ts';
import { statedText } from '../statement.ts';
import type { PassageModel, Progress } from '../system/index.ts';
import type { Pair } from './candidates.ts';
import { evidenceOf } from './evidence.ts';
import { MODEL_WEIGHTS } from './model-weights.ts';
import { weightedGrounds, weightedReview } from './review.ts';
import {
  type Logistic,
  type Model,
  probability,
  type Read,
  type Scorer,
  type Scoring,
} from './score.ts';
import { WEIGHTS } from './weights.ts';

/**
 * Score pairs by weights that were learnt from annotated events.
 *
 * @param read Lets a model read them, where the weights want that.
 */
export const scoringBy = (weights: Model, read?: Read): Scoring => ({
  ...(read && { read }),
  score: weightedScorer(weights.alone),
  review: weightedReview(weights.together),
  grounds: weightedGrounds(weights),
  thresholds: weights,
  method: { by: read ? 'model' : 'words', provenance: weights.provenance },
});

/** Estimate by weights how likely pairs state one fact. */
export function weightedScorer(weights: Logistic): Scorer {
  return async (profiles, pairs, readings) =>
    pairs.map(({ a, b }, at) => {
      const [left, right] = [profiles[a], profiles[b]];
      if (!left || !right) return 0;
      return probability(weights, evidenceOf(left, right, readings[at]));
    });
}

/**
 * Let a model read what claims state, where their words leave it open whether that is the same: two
 * thirds of all pairs are passed over, and of those that state one fact 4 % (annotated events).
 */
export function readingBy(model: PassageModel, onProgress?: Progress): Read {
  return async (profiles, pairs) => {
    const passages = profiles.map(({ claim }) => statedText(claim));
    const open = [...pairs.keys()].filter((at) => isOpen(profiles, pairs[at]));
    const asked = open.flatMap((at) => pairs[at] ?? []);
    const question = { passages, a: asked.map(({ a }) => a), b: asked.map(({ b }) => b) };
    const { same } = await model.read(question, onProgress);
    const readings = new Float64Array(pairs.length).fill(UNREAD);
    for (const [index, at] of open.entries()) readings[at] = same[index] ?? UNREAD;
    return readings;
  };
}

/** Probability by the words alone from which a pair is read. */
const OPEN = 0.0067;

/** What is taken for read where nothing was: about the lowest of what is. */
const UNREAD = -6;

function isOpen(profiles: readonly Profile[], pair: Pair | undefined): boolean {
  const [left, right] = [profiles[pair?.a ?? -1], profiles[pair?.b ?? -1]];
  return left && right
    ? probability(WEIGHTS.alone, evidenceOf(left, right, undefined)) >= OPEN
    : false;
}

/**
 * Score by the model that comes with the program: its readings are one more number beside those of
 * the words, weighed with them.
 */
export const modelScoring = (model: PassageModel, onProgress?: Progress): Scoring =>
  scoringBy(MODEL_WEIGHTS, readingBy(model, onProgress));

/**
 * Score by a model of the user's own: its probabilities stand as they are, since nothing of ours
 * was fitted with it.
 */
export const ownScoring = (model: PassageModel, onProgress?: Progress): Scoring => ({
  read: readingBy(model, onProgress),
  score: async (_, pairs, readings) =>
    pairs.map((__, at) => 1 / (1 + Math.exp(-(readings[at] ?? 0)))),
  thresholds: MODEL_WEIGHTS,
  method: { by: 'own', provenance: '' },
});
