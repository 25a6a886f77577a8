import { describe, expect, test } from 'vitest';
import { talliesThatDiffer } from '../../src/analyze/tallies.ts';
import { claimsIn, factOf } from '../support.ts';

const differences = (...texts: readonly string[]) =>
  talliesThatDiffer({
    facts: claimsIn(...texts).map((claim) => factOf([claim])),
    present: '2031-03',
  }).map(({ kind, sides }) => [kind, ...sides.map(({ value }) => value)]);

describe('talliesThatDiffer', () => {
  test.each([
    [
      'by the verb',
      'The flood damaged some 40 houses.',
      'Around the mill 300 houses were damaged.',
    ],
    [
      'by the words around it',
      'On Monday 20,000 people took to the streets.',
      'Some 50,000 people took to the streets, the union said.',
    ],
  ])('compares what two facts count %s', (_, a, b) => {
    expect(differences(a, b)).toHaveLength(1);
    expect(differences(b, a)).toHaveLength(1);
  });

  test('tells figures of two places apart', () => {
    expect(
      differences(
        'The flood damaged 40 houses in Harlow.',
        'The flood damaged 300 houses in Lisk.',
      ),
    ).toEqual([['scope', '40 houses', '300 houses']]);
  });

  test.each([
    ['other things', 'The flood damaged 40 houses.', 'The flood damaged 300 bridges.'],
    ['what was done otherwise', 'They spotted five boats.', 'They seized three boats.'],
    ['money, of which it is hard to tell what it is of', 'It cost $5.', 'It cost $9.'],
    ['what rounding explains', 'It damaged about 40 houses.', 'It damaged 38 houses.'],
    ['other years', 'In 2019 it damaged 40 houses.', 'It damaged 300 houses.'],
  ])('compares no figures of %s', (_, a, b) => {
    expect(differences(a, b)).toEqual([]);
  });
});
