import { describe, expect, test } from 'vitest';
import { datesThatDiffer } from '../../src/analyze/dates.ts';
import { claimsIn, factOf, found, only } from '../support.ts';

const differences = (...texts: readonly string[]) =>
  datesThatDiffer(factOf(claimsIn(...texts))).map(({ sides }) => sides.map(({ value }) => value));

describe('datesThatDiffer', () => {
  test.each([
    ['the same weekday', 'It fell on Tuesday because of rain.', 'On Tuesday it fell.'],
    ['the same day in other words', 'It fell yesterday.', 'It fell on Tuesday because of rain.'],
    ['the same day by its date', 'It fell on March 11.', 'It fell on Tuesday because of rain.'],
    ['a day and its month', 'It fell in March 2031.', 'It fell on Tuesday because of rain.'],
    ['the day of saying so', 'He warned on Monday that it fell.', 'It fell yesterday.'],
    ['a bound', 'It was closed from Monday because of rain.', 'It was closed yesterday.'],
    [
      'a day next to one that counts from the hour of writing',
      'It fell on Monday.',
      'It fell yesterday.',
    ],
    ['the days of two deeds', 'They closed it on Monday.', 'On Tuesday they opened it.'],
    [
      'the days of what lasts',
      'The ship remained in port on Monday.',
      'The ship remained in port on Tuesday.',
    ],
    ['a day and no day', 'It fell.', 'It fell on Tuesday because of rain.'],
    ['a claim with two days', 'It rained on Sunday or Monday.', 'It rained yesterday.'],
  ])('finds no difference: %s', (_, a, b) => {
    expect(differences(a, b)).toEqual([]);
    expect(differences(b, a)).toEqual([]);
  });

  test('finds different days, the earlier first, with the claims that give them', () => {
    const claims = claimsIn(
      'It fell on Tuesday because of rain.',
      'It fell on Monday because of rain.',
      'It fell yesterday.',
    );
    const [first, second, third] = claims.map(({ id }) => id);
    const { kind, status, sides } = only(datesThatDiffer(factOf(claims)));
    expect({ kind, status, sides }).toEqual({
      kind: 'date',
      status: 'open',
      sides: [
        { value: 'Monday', claims: [second] },
        { value: 'Tuesday', claims: [first, third] },
      ],
    });
  });

  test('finds different days of one act of saying', () => {
    const warned = ['He warned on Monday that it fell.', 'He had warned on Tuesday that it fell.'];
    expect(differences(...warned)).toEqual([['Monday', 'Tuesday']]);
    expect(
      differences('He said on Monday that it fell.', 'He said on Tuesday that it fell.'),
    ).toEqual([]);
  });

  test('asks only claims that are certain', () => {
    const claims = claimsIn('It fell on Monday because of rain.', 'It fell yesterday.');
    const uncertain = [found(claims[1]).id];
    expect(datesThatDiffer(factOf(claims, { uncertain }))).toEqual([]);
  });

  test('asks claims that their day alone keeps from counting', () => {
    const claims = claimsIn('It fell on Monday because of rain.', 'It fell today.');
    const { id } = found(claims[1]);
    const guarded = [{ claim: id, guard: 'day', values: ['Monday', 'today'] }] as const;
    expect(datesThatDiffer(factOf(claims, { uncertain: [id], guarded }))).toHaveLength(1);
  });
});
