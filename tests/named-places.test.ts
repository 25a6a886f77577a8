import { expect, test } from 'vitest';
import { placeOf, withNames, withoutPlaces } from '../src/named-places.ts';
import { textOf } from '../src/trees.ts';

const NAMES = ['Lisk Herald', `${placeOf(0)} & <b>`];
const named = (words: string) =>
  textOf(withNames(words, (number) => ({ type: 'text', value: NAMES[number] ?? '?' })));

test('names are put into their places, whatever they hold', () => {
  expect(named(`now also in ${placeOf(0)} and ${placeOf(1)}`)).toBe(
    `now also in Lisk Herald and ${NAMES[1]}`,
  );
  expect(named('told by itself now')).toBe('told by itself now');
});

test('a text of a report is no place', () => {
  expect(named(withoutPlaces(`is “${placeOf(0)}” now`))).toBe('is “0” now');
});
