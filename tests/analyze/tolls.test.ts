import { describe, expect, test } from 'vitest';
import { tollsThatDiffer } from '../../src/analyze/tolls.ts';
import { claimsIn, factOf } from '../support.ts';

/** Kind, status and values of each difference in tolls, one fact a claim, one report a text. */
const differences = (texts: Readonly<Record<string, string | undefined>>) => {
  const claims = claimsIn(...Object.keys(texts));
  const days = Object.values(texts).flatMap((day, index) =>
    day === undefined ? [] : [[`r${index + 1}`, day] as const],
  );
  const telling = {
    facts: claims.map((claim) => factOf([claim])),
    published: new Map(days),
    present: '2031-03',
  };
  return tollsThatDiffer(telling).map(({ kind, status, about, sides }) => ({
    kind,
    status,
    about,
    values: sides.map(({ value }) => value),
  }));
};

describe('tollsThatDiffer', () => {
  test('takes a count that rises from day to day for an update, in its order', () => {
    expect(
      differences({
        'The death toll rose to 12.': '2031-03-13',
        'The fire killed at least three people.': '2031-03-11',
        'Five people were killed by the fire.': '2031-03-12',
      }),
    ).toEqual([
      {
        kind: 'update',
        status: 'superseded',
        about: 'people killed',
        values: ['at least three people', 'Five people', 'death toll rose to 12'],
      },
    ]);
  });

  test('takes the greatest count of each report: the others are of a part', () => {
    expect(
      differences({
        'The fire killed three people. In the mill two people were killed.': '2031-03-11',
        'The fire killed three people.': '2031-03-12',
      }),
    ).toEqual([]);
  });

  test('finds counts that exclude each other where they do not rise', () => {
    expect(
      differences({
        'The fire killed 14 people.': '2031-03-11',
        'The fire killed 12 people.': '2031-03-12',
      }),
    ).toEqual([
      {
        kind: 'number',
        status: 'open',
        about: 'people killed',
        values: ['14 people', '12 people'],
      },
    ]);
  });

  test('finds them where nobody knows which report is the later one', () => {
    const found = differences({
      'The fire killed 12 people.': '2031-03-11',
      'The fire killed 14 people.': undefined,
    });
    expect(found.map(({ kind, status }) => [kind, status])).toEqual([['number', 'open']]);
  });

  test('tells counts of two places apart', () => {
    const found = differences({
      'The flood killed 12 people in the province.': undefined,
      'The flood killed 14 people in the city.': undefined,
    });
    expect(found.map(({ kind, status }) => [kind, status])).toEqual([['scope', 'wording']]);
  });

  test.each([
    ['of other years', 'The fire killed three people.', 'In 2019 a fire killed 12 people.'],
    ['that a bound covers', 'The fire killed at least three people.', 'The fire killed 12 people.'],
    ['of whom other things happened', 'The fire killed 3 people.', 'The fire injured 12 people.'],
    [
      'that no event reaches from one report to the next',
      'The fire killed 1 person.',
      'Fires killed 20,000 people.',
    ],
  ])('compares no counts %s', (_, a, b) => {
    expect(differences({ [a]: undefined, [b]: undefined })).toEqual([]);
  });
});
