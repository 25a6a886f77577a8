import { expect, test } from 'vitest';
import { isDeed, NOT_DEEDS } from '../../src/language/participles.ts';
import type { Token } from '../../src/types.ts';

const verb = (text: string): Token => ({
  text,
  norm: text.toLowerCase(),
  lemma: text.toLowerCase(),
  tag: 'VERB',
  start: 0,
  end: 0,
});

test.each(NOT_DEEDS.map(({ because, words }) => [because, words] as const))(
  'what is no deed is none: %s',
  (_, words) => {
    expect(words.filter((word) => isDeed(verb(word), undefined))).toEqual([]);
    expect(words.every((word) => word.endsWith('ing'))).toBe(true);
  },
);

test('a participle of a verb is one, a name and a past tense are none', () => {
  expect(
    ['killing', 'saying', 'leaving'].filter((word) => isDeed(verb(word), undefined)),
  ).toHaveLength(3);
  expect(
    ['Killing', 'killed', 'sing-along'].filter((word) => isDeed(verb(word), undefined)),
  ).toEqual([]);
});

test('one that was taken for a noun is one before an object', () => {
  const noun: Token = { ...verb('wounding'), tag: 'NOUN' };
  expect(isDeed(noun, { ...verb('two'), tag: 'NUM' })).toBe(true);
  expect(isDeed(noun, { ...verb('costs'), tag: 'NOUN' })).toBe(false);
  expect(isDeed(noun, undefined)).toBe(false);
});
