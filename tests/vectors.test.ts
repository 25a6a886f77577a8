import { describe, expect, test } from 'vitest';
import { cosine, count, rarity, type Vector, weigh } from '../src/vectors.ts';
import { randomFrom } from './support.ts';

const WORDS = 'bridge ferry mayor river town crack pillar'.split(' ');

test('terms are counted', () => {
  expect([...count(['b', 'a', 'b'])]).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
  expect(count([]).size).toBe(0);
});

describe('rarity', () => {
  const passages = ['a a b', 'a c', 'a b'].map((text) => count(text.split(' ')));

  test('a term weighs the more, the fewer passages have it', () => {
    const weights = rarity(passages);
    expect(weights.get('a')).toBeCloseTo(Math.log(1 + 3 / 3), 12);
    expect(weights.get('b')).toBeCloseTo(Math.log(1 + 3 / 2), 12);
    expect(weights.get('c')).toBeCloseTo(Math.log(1 + 3 / 1), 12);
  });

  test('of no passages there is nothing to weigh', () => {
    expect(rarity([]).size).toBe(0);
  });
});

describe('weigh', () => {
  test('gives a vector of unit length', () => {
    const counts = count(['a', 'a', 'b']);
    expect(lengthOf(weigh(counts, rarity([counts, count(['b'])])))).toBeCloseTo(1, 12);
  });

  test('more often weighs more, but less than in proportion', () => {
    const vector = weigh(
      count(['a', 'a', 'a', 'a', 'b']),
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    );
    const ratio = (vector.get('a') ?? 0) / (vector.get('b') ?? 1);
    expect(ratio).toBeCloseTo(1 + Math.log(4), 12);
  });

  test('a term without a weight counts for nothing', () => {
    const vector = weigh(count(['a', 'z']), new Map([['a', 2]]));
    expect(vector.get('z')).toBe(0);
    expect(vector.get('a')).toBeCloseTo(1, 12);
  });

  test('nothing weighs nothing', () => {
    expect(weigh(count([]), new Map()).size).toBe(0);
    expect(weigh(count(['z']), new Map()).get('z')).toBe(0);
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

function vectorOf(text: string): Vector {
  const counts = count(text.split(' '));
  return weigh(counts, rarity([counts]));
}

function lengthOf(vector: Vector): number {
  return Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
}
