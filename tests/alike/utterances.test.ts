import { describe, expect, test } from 'vitest';
import { onItsFace, profilesOf, sameUtterance } from '../../src/alike/index.ts';
import { WEIGHTS } from '../../src/merge/weights.ts';
import { claimsIn, found } from '../support.ts';

describe('sameUtterance', () => {
  test.each([
    {
      name: 'the same words',
      a: '“Nobody will drive over this bridge this year,” the mayor said.',
      b: 'In a letter she wrote: “Nobody will drive over this bridge this year.”',
      same: true,
    },
    {
      name: 'another translation that keeps a stretch',
      a: '“Nobody will drive over this bridge until I can promise that it holds,” she said.',
      b: '“No one will drive over this bridge until I can promise it is firm,” she said.',
      same: true,
    },
    {
      name: 'a part of what was said',
      a: '“Nobody will drive over this bridge until I can promise that it holds,” she said.',
      b: 'She said that “nobody will drive over this bridge” for now.',
      same: true,
    },
    {
      name: 'the same words in another order',
      a: '“The bridge will be closed because the town has no money,” she said.',
      b: '“No money has the town, because closed will be the bridge,” she said.',
      same: false,
    },
    {
      name: 'a common phrase in two long utterances',
      a: '“In the end it will be up to the council to say which of the plans is built,” she said.',
      b: '“Ferries cost too much, trains run too late, and it will be up to the drivers to wait for better days,” he said.',
      same: false,
    },
    {
      name: 'small words in the same order and no stretch',
      a: '“The bridge will be closed because the town has no money,” she said.',
      b: '“The old bridge must be shut because our town had no funds,” she said.',
      same: false,
    },
    {
      name: 'phrases that are too short to be an utterance',
      a: 'She called the bridge “an old friend of mine”.',
      b: 'He called the bridge “an old friend of mine”.',
      same: false,
    },
    {
      name: 'what nobody says',
      a: 'Nobody will drive over this bridge this year.',
      b: 'Nobody will drive over this bridge this year.',
      same: false,
    },
    {
      name: 'what one says and the other tells',
      a: '“Nobody will drive over this bridge this year,” she said.',
      b: 'Nobody will drive over this bridge this year, she said.',
      same: false,
    },
  ])('$name: $same', ({ a, b, same }) => {
    const [left, right] = profilesOf(claimsIn(a, b), [0, 0]).map((profile) => found(profile));
    expect(sameUtterance(found(left), found(right))).toBe(same);
    expect(sameUtterance(found(right), found(left))).toBe(same);
  });
});

describe('onItsFace', () => {
  const chanceOf = (one: string, other: string) => {
    const [a, b] = profilesOf(claimsIn(one, other), [0, 0]);
    return onItsFace(found(a), found(b));
  };

  test.each([
    ['a single content word', 'It was closed.', 'It was closed.', false],
    [
      'the same words, enough of them',
      'The old bridge of Harlow was closed.',
      'The old bridge of Harlow was closed.',
      true,
    ],
    [
      'the opposite',
      'The old bridge of Harlow was closed.',
      'The old bridge of Harlow was not closed.',
      false,
    ],
    [
      'the same utterance',
      '“Nobody will drive over this bridge this year,” the mayor said.',
      'In a letter she wrote: “Nobody will drive over this bridge this year.”',
      true,
    ],
  ])('%s', (_, one, other, same) => {
    const chance = chanceOf(one, other);
    expect(chance > WEIGHTS.certain).toBe(same);
    expect(chance).toBeLessThan(1);
  });
});
