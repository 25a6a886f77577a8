import { describe, expect, test } from 'vitest';
import { matrixOf, valueAt } from '../../src/merge/matrix.ts';
import { randomFrom } from '../support.ts';

describe('a matrix', () => {
  test('gives the values that were put in, at both places', () => {
    const random = randomFrom(4);
    const size = 40;
    const pairs = Array.from({ length: size }, (_, a) =>
      Array.from({ length: a }, (__, b) => (random() < 0.5 ? { a, b } : { a: b, b: a })),
    )
      .flat()
      .filter(() => random() < 0.3)
      .map((pair) => ({ ...pair, value: random() }));
    const matrix = matrixOf(size, {
      a: pairs.map(({ a }) => a),
      b: pairs.map(({ b }) => b),
      values: pairs.map(({ value }) => value),
    });
    const key = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
    const known = new Map(pairs.map(({ a, b, value }) => [key(a, b), value]));
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) expect(valueAt(matrix, a, b)).toBe(known.get(key(a, b)));
    }
  });

  test('has its columns in order', () => {
    const { rows } = matrixOf(4, { a: [3, 0, 2], b: [0, 2, 3], values: [1, 2, 3] });
    expect(rows.map(({ columns }) => [...columns])).toEqual([[2, 3], [], [0, 3], [0, 2]]);
  });

  test('may be empty', () => {
    expect(matrixOf(0, { a: [], b: [], values: [] }).rows).toEqual([]);
    expect(valueAt(matrixOf(2, { a: [], b: [], values: [] }), 0, 1)).toBeUndefined();
    expect(valueAt(matrixOf(0, { a: [], b: [], values: [] }), 0, 1)).toBeUndefined();
  });
});
