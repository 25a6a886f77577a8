import { describe, expect, test } from 'vitest';
import { sayingDays } from '../src/saying-days.ts';
import { claimsIn, found } from './support.ts';

/** Reports of Wednesday, 12 March 2031. */
const daysIn = (text: string) => sayingDays(found(claimsIn(text)[0]));

describe('the day on which words were spoken', () => {
  test.each([
    '“Nobody will drive over this bridge before May,” Ruth Amsel said on Tuesday.',
    '“Nobody will drive over this bridge before May,” Ruth Amsel said Tuesday.',
    '“Nobody will drive over this bridge before May,” Ruth Amsel told reporters on Tuesday.',
    '“Nobody will drive over this bridge before May,” Ruth Amsel said at a news conference on Tuesday.',
    '“Nobody will drive over this bridge before May,” Ruth Amsel told the Courier in an interview on Tuesday.',
    '“Nobody will drive over this bridge before May,” Ruth Amsel told the Harlow Evening Courier on Tuesday.',
    'On Tuesday, Ruth Amsel said: “Nobody will drive over this bridge before May.”',
  ])('%s', (text) => {
    expect(daysIn(text)).toEqual(['2031-03-11']);
  });

  test.each([
    [
      'what is quoted',
      '“Nobody has driven over this bridge since we said so on Tuesday,” she said.',
    ],
    [
      'what the words are of',
      '“Nobody was there at all, not one of us,” she said of the vote on Tuesday.',
    ],
    ['what was said', '“Nobody was there, not one of us,” she said after the fall on Tuesday.'],
    [
      'what somebody is told',
      '“Nobody was there, not one of us,” she told the men of the fall on Tuesday.',
    ],
    ['no day', '“Nobody will drive over this bridge for a while,” Ruth Amsel said.'],
  ])('is not that of %s', (_, text) => {
    expect(daysIn(text)).toEqual([]);
  });
});
