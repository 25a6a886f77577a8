import { describe, expect, test } from 'vitest';
import { wordingsThatDiffer } from '../../src/analyze/wordings.ts';
import { claimsIn, factOf, found, only } from '../support.ts';

describe('wordingsThatDiffer', () => {
  test.each([
    [
      'the same words',
      '“Nobody will drive over this bridge,” she said.',
      'She wrote: “Nobody will drive over this bridge.”',
    ],
    [
      'the same words with other marks and capitals',
      '“Nobody - nobody - will drive over this bridge,” she said.',
      'She said that “nobody — nobody — will drive over this bridge”.',
    ],
    [
      'words that only one quotes',
      '“Nobody will drive over this bridge,” she said.',
      'She said that no car would cross the bridge.',
    ],
    [
      'phrases that are too short to be an utterance',
      'She called it “an old friend”.',
      'She called it “a good friend”.',
    ],
  ])('finds no difference: %s', (_, a, b) => {
    expect(wordingsThatDiffer(factOf(claimsIn(a, b)))).toEqual([]);
  });

  test('finds what is quoted in other words, with the claims that do', () => {
    const claims = claimsIn(
      '“Nobody will drive over this bridge,” she said.',
      '“No one will drive over this bridge,” she said.',
      'She wrote: “Nobody will drive over this bridge.”',
    );
    const [first, second, third] = claims.map(({ id }) => id);
    const { kind, status, sides } = only(wordingsThatDiffer(factOf(claims)));
    expect({ kind, status, sides }).toEqual({
      kind: 'quote-wording',
      status: 'wording',
      sides: [
        { value: '“Nobody will drive over this bridge”', claims: [first, third] },
        { value: '“No one will drive over this bridge”', claims: [second] },
      ],
    });
  });

  test('finds none within one report', () => {
    const claims = claimsIn(
      '“Nobody will drive over this bridge,” she said. “No one will drive over this bridge,” he said.',
      'Ferries sail at noon.',
    );
    expect(wordingsThatDiffer(factOf(claims))).toEqual([]);
  });

  test('asks only claims that are certain', () => {
    const claims = claimsIn(
      '“Nobody will drive over this bridge,” she said.',
      '“No one will drive over this bridge,” she said.',
    );
    const uncertain = [found(claims[1]).id];
    expect(wordingsThatDiffer(factOf(claims, { uncertain }))).toEqual([]);
  });
});
