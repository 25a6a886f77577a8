import { describe, expect, test } from 'vitest';
import { profilesOf } from '../../src/alike/index.ts';
import { candidatePairs, pairsIn, sameSentence } from '../../src/merge/candidates.ts';
import type { Claim } from '../../src/types.ts';
import { claimsIn, nonEmpty } from '../support.ts';

const pairsOf = (claims: readonly Claim[]) =>
  pairsIn(
    candidatePairs(
      claims,
      profilesOf(
        claims,
        claims.map(() => 0),
      ),
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

describe('in a large event', () => {
  const chosen = (claims: readonly Claim[], best: number) =>
    pairsIn(
      candidatePairs(
        claims,
        profilesOf(
          claims,
          claims.map(() => 0),
        ),
        { allPairs: 0, best },
      ),
    );
  const claims = claimsIn(
    'The bridge is closed and cracked.',
    'The bridge is closed.',
    'The bridge is cracked and closed.',
    'The bridge is old.',
    'Ferries sail at noon.',
  );

  test('each claim is paired with those that share most with it', () => {
    // There are more reports than one is wanted: all that share a word are taken.
    expect(chosen(claims, 1)).toHaveLength(6);
    const one = claims.map((claim, sentence) => ({ ...claim, report: 'r1', sentence }));
    const [first, , third] = one.keys();
    expect(chosen(one, 1)).toContainEqual({ a: first, b: third });
    expect(chosen(one, 1).length).toBeLessThan(6);
  });

  test('what is chosen does not depend on the order of equals', () => {
    const equal = claimsIn(...Array.from({ length: 9 }, (_, at) => `Road ${at} is closed.`)).map(
      (claim, sentence) => ({ ...claim, report: 'r1', sentence }),
    );
    const named = (list: readonly Claim[]) =>
      chosen(list, 2)
        .map(({ a, b }) => [list[a]?.exact, list[b]?.exact].sort().join(' '))
        .sort();
    expect(named([...equal].reverse())).toEqual(named(equal));
    expect(named(equal).length).toBeGreaterThan(9);
    expect(named(equal).length).toBeLessThan(36);
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
