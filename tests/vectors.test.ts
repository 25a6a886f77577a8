import { describe, expect, test } from 'vitest';
import { cosine, count, type Vector, weigh } from '../src/vectors.ts';
import { randomFrom } from './support.ts';

const WORDS = 'bridge ferry mayor river town crack pillar'.split(' ');

test('terms are counted', () => {
  expect([...count(['b', 'a', 'b'])]).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
  expect(count([]).size).toBe(0);
});

describe('weigh', () => {
  test('gives a vector of unit length', () => {
    expect(lengthOf(weigh(count(['a', 'a', 'b'])))).toBeCloseTo(1, 12);
  });

  test('more often weighs more, but less than in proportion', () => {
    const vector = weigh(count(['a', 'a', 'a', 'a', 'b']));
    const ratio = (vector.get('a') ?? 0) / (vector.get('b') ?? 1);
    expect(ratio).toBeCloseTo(1 + Math.log(4), 12);
  });

  test('nothing weighs nothing', () => {
    expect(weigh(count([])).size).toBe(0);
  });
});

describe('cosine', () => {
  test('is 1 for the same and 0 for what has nothing in common', () => {
    const [a, b] = [vectorOf('a b b'), vectorOf('c d')];
    expect(cosine(a, a)).toBeCloseTo(1, 12);
    expect(cosine(a, b)).toBe(0);
    expect(cosine(a, new Map())).toBe(0);
  });

  test('is symmetric and between 0 and 1', () => {
    const random = randomFrom(11);
    const some = () =>
      Array.from(
        { length: 1 + Math.floor(random() * 8) },
        () => WORDS[Math.floor(random() * WORDS.length)],
      ).join(' ');
    for (let round = 0; round < 100; round++) {
      const [a, b] = [vectorOf(some()), vectorOf(some())];
      expect(cosine(a, b)).toBeCloseTo(cosine(b, a), 12);
      expect(cosine(a, b)).toBeGreaterThanOrEqual(0);
      expect(cosine(a, b)).toBeLessThan(1 + 1e-12);
    }
  });
});

const vectorOf = (text: string): Vector => weigh(count(text.split(' ')));

function lengthOf(vector: Vector): number {
  return Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
}
