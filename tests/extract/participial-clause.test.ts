import { describe, expect, test } from 'vitest';
import { parts } from './parts.ts';

const staysWhole = (text: string) => expect(parts(text)).toEqual([]);

describe('a participle at the end', () => {
  test.each([
    [
      'A bomb exploded on Monday, killing 12 people.',
      ['A bomb exploded on Monday', '[A bomb exploded] killing 12 people.'],
    ],
    [
      'Soldiers shelled the bridge on Tuesday, wounding two engineers from Lisk.',
      [
        'Soldiers shelled the bridge on Tuesday',
        '[Soldiers shelled the bridge] wounding two engineers from Lisk.',
      ],
    ],
    [
      'The town sued the railway on Friday, claiming that it owed two million.',
      [
        'The town sued the railway on Friday',
        '[The town sued the railway] claiming that it owed two million.',
      ],
    ],
    [
      'A bomb exploded on Monday, killing 12 people, police said.',
      ['A bomb exploded on Monday', '[A bomb exploded] killing 12 people, police said.'],
    ],
  ])('goes on about the subject: %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    ['is a preposition', 'The town closed three bridges on Monday, including the old one.'],
    ['says on whose word the rest stands', 'The town closed the bridge on Monday, citing experts.'],
    ['says what it means', 'The town closed the bridge on Monday, meaning the ferry is full.'],
    ['goes with what is to come', 'The town will close the bridge on Monday, leaving a ferry.'],
    ['goes with what was denied', 'The town did not close the bridge on Monday, leaving it open.'],
    ['goes with what may be', 'The town may close the bridge on Monday, leaving a ferry.'],
    ['may be of somebody else', 'The mayor said the bridge fell on Monday, killing 12 people.'],
    ['would only repeat the sentence', 'The council voted for the plan, ending a long quarrel.'],
    ['hangs on a condition', 'The bridge fell on Monday if it rained, killing 12 people.'],
    ['is the only verb', 'A bomb on Monday, killing 12 people.'],
    ['hardly tells anything', 'The town closed the bridge on Monday, leaving.'],
  ])('is left where it is where it %s', (_, text) => {
    staysWhole(text);
  });
});
