import { describe, expect, test } from 'vitest';
import { areOfOtherTimes, stemsAround, toldVerbAt, verbAt } from '../src/around.ts';
import { claimsIn, found } from './support.ts';

const at = (text: string, words: string) => {
  const claim = found(claimsIn(text).find(({ exact }) => exact.includes(words)));
  const start = claim.exact.indexOf(words);
  return { claim, span: { start, end: start + words.length } };
};

describe('the verb that a stretch belongs to', () => {
  test.each([
    ['in it', 'The fire spread, killing 12 people.', 'killing 12 people', 'kill'],
    ['before it', 'They closed the bridge on Monday.', 'on Monday', 'close'],
    ['behind it', 'On Monday they closed the bridge.', 'On Monday', 'close'],
  ])('stands %s', (_, text, words, verb) => {
    const { claim, span } = at(text, words);
    expect(verbAt(claim, span)).toBe(verb);
    expect(toldVerbAt(claim, span)).toBe(verb);
  });

  test('is none of saying where another is asked for', () => {
    const { claim, span } = at('Police said 12 people were hurt.', '12 people');
    expect(verbAt(claim, span)).toBe('say');
    expect(toldVerbAt(claim, span)).toBe('hurt');
  });
});

test('the words around a stretch are no names, figures or idle words', () => {
  const { claim, span } = at('In Harlow the flood damaged 40 houses and 3 old mills.', '40 houses');
  expect([...stemsAround(claim, span, 4)].sort()).toEqual(['damag', 'flood', 'mill', 'old']);
});

describe('areOfOtherTimes', () => {
  const areOther = (a: string, b: string, present: string | undefined = '2031-03') => {
    const [one, other] = claimsIn(a, b);
    return areOfOtherTimes(found(one), found(other), present);
  };

  test.each([
    ['two years', 'In 2019 it fell.', 'In 2020 it fell.', true],
    ['a year long past, and none', 'In 2019 it fell.', 'It fell.', true],
    ['a month that is past, and none', 'In January it fell.', 'It fell.', true],
    ['months of one year long past', 'In May 2019 it fell.', 'In June 2019 it fell.', false],
    ['a day and none', 'On Monday it fell.', 'It fell.', false],
    ['a day and its month', 'On 3 March it fell.', 'In March it fell.', false],
    ['two days', 'On 3 March it fell.', 'On 4 March it fell.', true],
    ['none', 'It fell.', 'It broke.', false],
  ])('%s', (_, a, b, expected) => {
    expect(areOther(a, b)).toBe(expected);
    expect(areOther(b, a)).toBe(expected);
  });
});
