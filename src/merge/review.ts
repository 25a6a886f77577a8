import { valuesOf } from '../alike/index.ts';
import { contextOf, FLOOR, surroundingsOf } from './context.ts';
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
 * The review that goes with the scorer that needs nothing but the words: what a pair says for
 * itself is weighed once more, together with what the others say.
 *
 * What is hardly possible stays as it is: no context makes a fact of it, and most pairs are such.
 */
export function lexicalReview(model: Logistic): Review {
  return ({ claims, profiles, matrix }, { a, b, values }) => {
    const event = surroundingsOf(claims, matrix);
    return Float64Array.from(values, (score, at) => {
      const [left, right] = [profiles[a[at] ?? 0], profiles[b[at] ?? 0]];
      if (!isReviewed(score) || !left || !right) return score;
      const pair = { a: a[at] ?? 0, b: b[at] ?? 0, score };
      return probability(model, [...valuesOf(left, right), ...contextOf(pair, event)]);
    });
  };
}

/** What the words and the other pairs added, where a pair was reviewed; else what its words did. */
export function lexicalGrounds({ alone, together }: Pick<Model, 'alone' | 'together'>): Grounds {
  return ({ claims, profiles, matrix }) => {
    const event = surroundingsOf(claims, matrix);
    return (a, b) => {
      const [left, right] = [profiles[a], profiles[b]];
      if (!left || !right) return [];
      const [score, values] = [valueAt(matrix, a, b) ?? 0, valuesOf(left, right)];
      return isReviewed(score)
        ? contributions(together, [...values, ...contextOf({ a, b, score }, event)])
        : contributions(alone, values);
    };
  };
}

/** Whether a pair is one that a review changes. */
export const isReviewed = (score: number): boolean => score >= FLOOR;
