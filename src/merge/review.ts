import { contextOf, FLOOR, surroundingsOf } from './context.ts';
import { evidenceOf } from './evidence.ts';
import { valueAt } from './matrix.ts';
import {
  contributions,
  type Grounds,
  type Logistic,
  type Model,
  probability,
  type Review,
} from './score.ts';

/**
 * Review pairs by weights: what a pair says for itself is weighed once more, together with what the
 * others say.
 *
 * What is hardly possible stays as it is: no context makes a fact of it, and most pairs are such.
 */
export function weightedReview(model: Logistic): Review {
  return ({ claims, profiles, matrix, readings }, { a, b, values }) => {
    const event = surroundingsOf(claims, matrix);
    return Float64Array.from(values, (score, at) => {
      const pair = { a: a[at] ?? 0, b: b[at] ?? 0, score };
      const [left, right] = [profiles[pair.a], profiles[pair.b]];
      if (!isReviewed(score) || !left || !right) return score;
      const evidence = evidenceOf(left, right, valueAt(readings, pair.a, pair.b));
      return probability(model, [...evidence, ...contextOf(pair, event)]);
    });
  };
}

/** What a pair itself and the others added, where it was reviewed; else what it did by itself. */
export function weightedGrounds({ alone, together }: Pick<Model, 'alone' | 'together'>): Grounds {
  return ({ claims, profiles, matrix, readings }) => {
    const event = surroundingsOf(claims, matrix);
    return (a, b) => {
      const [left, right] = [profiles[a], profiles[b]];
      if (!left || !right) return [];
      const values = evidenceOf(left, right, valueAt(readings, a, b));
      const score = valueAt(matrix, a, b) ?? 0;
      return isReviewed(score)
        ? contributions(together, [...values, ...contextOf({ a, b, score }, event)])
        : contributions(alone, values);
    };
  };
}

/** Whether a pair is one that a review changes. */
export const isReviewed = (score: number): boolean => score >= FLOOR;
