import { describe, expect, test } from 'vitest';
import { profilesOf } from '../../src/alike/index.ts';
import { candidatePairs, sameSentence } from '../../src/merge/candidates.ts';
import type { Claim } from '../../src/types.ts';
import { claimsIn, nonEmpty } from '../support.ts';

const pairsOf = (claims: readonly Claim[]) =>
  candidatePairs(
    claims,
    profilesOf(
      claims,
      claims.map(() => 0),
    ),
  );

describe('candidatePairs', () => {
  const cases: readonly { name: string; texts: readonly string[]; pairs: number }[] = [
    {
      name: 'claims with a content word in common',
      texts: ['The bridge is closed.', 'Engineers built the bridge.'],
      pairs: 1,
    },
    {
      name: 'a word in another form',
      texts: ['Inspectors found a crack.', 'The tower has cracks.'],
      pairs: 1,
    },
    {
      name: 'not claims without a common word',
      texts: ['The bridge is closed.', 'Ferries sail at noon.'],
      pairs: 0,
    },
    {
      name: 'not claims with only small words in common',
      texts: ['He said that it was in the river.', 'She said that they were in the town.'],
      pairs: 0,
    },
    {
      name: 'claims of one report',
      texts: ['The bridge is closed. Engineers built the bridge.', 'Ferries sail at noon.'],
      pairs: 1,
    },
  ];
  test.each(cases)('$name', ({ texts, pairs }) => {
    expect(pairsOf(claimsIn(...texts))).toHaveLength(pairs);
  });

  test('lists each pair once, the earlier claim first', () => {
    const claims = claimsIn('The bridge is closed.', 'The bridge is old.', 'The bridge is long.');
    expect(pairsOf(claims)).toEqual([
      { a: 0, b: 1 },
      { a: 0, b: 2 },
      { a: 1, b: 2 },
    ]);
  });

  test('leaves out the parts of one sentence', () => {
    const claims = claimsIn(
      'The old bridge was closed on Tuesday, but engineers expect to open the bridge in May.',
      'Ferries sail at noon.',
    );
    expect(claims.map(({ report }) => report)).toEqual(['r1', 'r1', 'r2']);
    expect(pairsOf(claims)).toEqual([]);
  });

  test('finds none among none', () => {
    expect(pairsOf([])).toEqual([]);
  });
});

test('a sentence is the same only in the same report', () => {
  const [first, second, other] = claimsIn(
    'The bridge is closed. The ferry sails.',
    'The bridge is closed.',
  );
  const [one] = nonEmpty([first]);
  expect(sameSentence(one, one)).toBe(true);
  expect(sameSentence(one, second)).toBe(false);
  expect(sameSentence(one, other)).toBe(false);
});
