import { expect, test } from 'vitest';
import { bucketsOf } from '../src/buckets.ts';

test('things stand with all that share a key, in order', () => {
  const buckets = bucketsOf(['ab', 'b', 'ca'], (text) => text);
  expect([...buckets]).toEqual([
    ['a', ['ab', 'ca']],
    ['b', ['ab', 'b']],
    ['c', ['ca']],
  ]);
});
