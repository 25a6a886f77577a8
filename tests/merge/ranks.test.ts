import { expect, test } from 'vitest';
import { ranksOf } from '../../src/merge/ranks.ts';
import { claimsIn } from '../support.ts';

test('claims are ranked by their words, then by their ids, in whatever order they come', () => {
  const claims = claimsIn('Ferries sail.', 'Bridges crack.', 'Ferries sail.', 'Cars wait.');
  const ranks = ranksOf(claims);
  expect([...ranks].sort()).toEqual([0, 1, 2, 3]);
  expect([ranks[1], ranks[3]]).toEqual([0, 1]);
  expect([...ranksOf([...claims].reverse())].reverse()).toEqual([...ranks]);
});
