import { describe, expect, test } from 'vitest';
import { longestRun, sharedInOrder } from '../src/sequences.ts';
import { randomFrom } from './support.ts';

const letters = (text: string) => Array.from(text);
const numbers = (text: string) => Int32Array.from(text, (letter) => letter.charCodeAt(0));

describe('sharedInOrder', () => {
  test.each([
    { a: 'abcd', b: 'abcd', share: 1 },
    { a: 'abcd', b: 'wxyz', share: 0 },
    { a: 'abcd', b: 'dcba', share: 1 / 4 },
    { a: 'ace', b: 'abcde', share: 1 },
    { a: 'abxcd', b: 'aybc', share: 3 / 4 },
    { a: 'aab', b: 'aba', share: 2 / 3 },
    { a: '', b: 'abc', share: 0 },
    { a: '', b: '', share: 0 },
  ])('"$a" and "$b" share $share', ({ a, b, share }) => {
    expect(sharedInOrder(numbers(a), numbers(b))).toBeCloseTo(share, 12);
    expect(sharedInOrder(numbers(b), numbers(a))).toBeCloseTo(share, 12);
  });

  test('finds what trying every subsequence finds', () => {
    for (const [a, b] of randomPairs()) {
      const longest = Math.max(
        ...subsequences(a)
          .filter((some) => subsequences(b).includes(some))
          .map((some) => some.length),
      );
      expect(sharedInOrder(numbers(a), numbers(b))).toBeCloseTo(
        longest / Math.min(a.length, b.length),
        12,
      );
    }
  });
});

describe('longestRun', () => {
  test.each([
    { a: 'abcd', b: 'abcd', length: 4 },
    { a: 'abcd', b: 'wxyz', length: 0 },
    { a: 'xabcy', b: 'abzabc', length: 3 },
    { a: 'aaa', b: 'aa', length: 2 },
    { a: 'axbxc', b: 'abc', length: 1 },
    { a: '', b: 'abc', length: 0 },
  ])('"$a" and "$b" have $length in a row', ({ a, b, length }) => {
    expect(longestRun(numbers(a), numbers(b))).toBe(length);
    expect(longestRun(numbers(b), numbers(a))).toBe(length);
  });

  test('finds what trying every stretch finds', () => {
    for (const [a, b] of randomPairs()) {
      const longest = Math.max(
        0,
        ...stretches(a)
          .filter((some) => b.includes(some))
          .map((some) => some.length),
      );
      expect(longestRun(numbers(a), numbers(b))).toBe(longest);
    }
  });
});

/** Short words over three letters, so that much repeats. */
function randomPairs(): readonly (readonly [string, string])[] {
  const random = randomFrom(7);
  const word = () =>
    Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
      'abc'.charAt(Math.floor(random() * 3)),
    ).join('');
  return Array.from({ length: 60 }, () => [word(), word()] as const);
}

function subsequences(text: string): string[] {
  const [first, ...rest] = letters(text);
  if (first === undefined) return [''];
  const without = subsequences(rest.join(''));
  return [...without, ...without.map((some) => first + some)];
}

function stretches(text: string): string[] {
  return letters(text).flatMap((_, from) =>
    letters(text.slice(from)).map((__, length) => text.slice(from, from + length + 1)),
  );
}
