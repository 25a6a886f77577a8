import { describe, expect, test } from 'vitest';
import { wordingsThatDiffer } from '../../src/analyze/wordings.ts';
import { claimsIn, factOf, only } from '../support.ts';

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
    expect(wordingsThatDiffer({ facts: [factOf(claimsIn(a, b))] })).toEqual([]);
  });

  test('finds what is quoted in other words, with the claims that do', () => {
    const claims = claimsIn(
      '“Nobody will drive over this bridge,” she said.',
      '“No car will drive over this bridge,” she said.',
      'She wrote: “Nobody will drive over this bridge.”',
    );
    const [first, second, third] = claims.map(({ id }) => id);
    const { kind, status, sides } = only(wordingsThatDiffer({ facts: [factOf(claims)] }));
    expect({ kind, status, sides }).toEqual({
      kind: 'quote-wording',
      status: 'wording',
      sides: [
        { value: '“Nobody will drive over this bridge”', claims: [first, third] },
        { value: '“No car will drive over this bridge”', claims: [second] },
      ],
    });
  });

  test('finds none within one report', () => {
    const claims = claimsIn(
      '“Nobody will drive over this bridge,” she said. “No one will drive over this bridge,” he said.',
      'Ferries sail at noon.',
    );
    expect(wordingsThatDiffer({ facts: [factOf(claims)] })).toEqual([]);
  });

  test('finds them whatever facts the reports tell them with', () => {
    const facts = claimsIn(
      '“Nobody will drive over this bridge,” she said.',
      '“No car will drive over this bridge,” she said.',
    ).map((claim) => factOf([claim]));
    expect(wordingsThatDiffer({ facts })).toHaveLength(1);
  });

  test.each([
    [
      'of which one quotes less',
      '“Nobody will drive over this bridge until I say so,” she said.',
      'She said “nobody will drive over this bridge”.',
    ],
    [
      'that stand in a longer quotation',
      '“In telling the story he said the guy has serious issues,” she said.',
      '“The guy has serious issues,” she said.',
    ],
    [
      'that leave out what they mark as left out',
      '“Nobody, and I mean this, will drive over this bridge,” she said.',
      '“Nobody … will drive over this bridge,” she said.',
    ],
    [
      'with what the newsroom put in',
      '“Nobody will drive over this bridge again,” she said.',
      '“Nobody [in town] will drive over this bridge again,” she said.',
    ],
    [
      'in two spellings',
      '“I’m sure the counter-fire was organised by 3 men,” she said.',
      '“I am sure the counterfire was organized by three men,” she said.',
    ],
    [
      'of people of other names',
      '“Nobody will drive over this bridge,” Ann Example said.',
      '“Nobody may drive over this bridge,” Bob Sample said.',
    ],
    [
      'that are alike in idiom alone',
      '“We are the ones who built it,” she said.',
      '“We are the ones who pay for whatever comes of that,” she said.',
    ],
  ])('finds none in words %s', (_, a, b) => {
    expect(wordingsThatDiffer({ facts: [factOf(claimsIn(a, b))] })).toEqual([]);
  });
});
