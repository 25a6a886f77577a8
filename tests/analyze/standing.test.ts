import { describe, expect, test } from 'vitest';
import { STANDING_RULES, standingOf } from '../../src/analyze/standing.ts';
import type { Divergence, Fact, Origin, Standing } from '../../src/types.ts';
import { claimsIn, factOf, found, nonEmpty } from '../support.ts';

const CLAIMS = claimsIn('It was closed.', 'It was shut.');
const TWO = factOf(CLAIMS);
const ONE = factOf(CLAIMS.slice(0, 1));
const PERHAPS_TWO = factOf(CLAIMS, { uncertain: [found(CLAIMS[1]).id] });

const IDS = nonEmpty(CLAIMS.map(({ id }) => id));

const origin = (name: string): Origin => ({
  name,
  kind: 'person',
  claims: IDS,
  because: '',
});

const divergence = (status: Divergence['status']): Divergence => ({
  id: `d-${status}`,
  kind: 'number',
  status,
  about: '',
  facts: [TWO.id],
  note: 'The reports give different figures.',
  sides: [
    { value: '12', claims: IDS },
    { value: '14', claims: IDS },
  ],
});

describe('standingOf', () => {
  const cases: readonly {
    name: string;
    fact: Fact;
    origins: readonly string[];
    statuses: readonly Divergence['status'][];
    standing: Standing;
  }[] = [
    {
      name: 'several reports from two origins',
      fact: TWO,
      origins: ['Ruth Amsel', 'Jon Vale'],
      statuses: [],
      standing: 'corroborated',
    },
    {
      name: 'several reports from one origin',
      fact: TWO,
      origins: ['Ruth Amsel'],
      statuses: [],
      standing: 'one-origin',
    },
    {
      name: 'one report',
      fact: ONE,
      origins: ['Ruth Amsel'],
      statuses: [],
      standing: 'single-source',
    },
    {
      name: 'one report with two origins',
      fact: ONE,
      origins: ['Ruth Amsel', 'Jon Vale'],
      statuses: [],
      standing: 'single-source',
    },
    {
      name: 'one report, and one that perhaps says the same',
      fact: PERHAPS_TWO,
      origins: ['Ruth Amsel'],
      statuses: [],
      standing: 'single-source',
    },
    {
      name: 'different values',
      fact: TWO,
      origins: ['Ruth Amsel', 'Jon Vale'],
      statuses: ['open'],
      standing: 'disputed',
    },
    {
      name: 'different values from one origin',
      fact: TWO,
      origins: ['Ruth Amsel'],
      statuses: ['open'],
      standing: 'disputed',
    },
    {
      name: 'a value that a later report settles',
      fact: TWO,
      origins: ['Ruth Amsel', 'Jon Vale'],
      statuses: ['superseded'],
      standing: 'superseded',
    },
    {
      name: 'one value that is settled, and one that is not',
      fact: TWO,
      origins: ['Ruth Amsel'],
      statuses: ['superseded', 'open'],
      standing: 'disputed',
    },
    {
      name: 'other words for the same',
      fact: TWO,
      origins: ['Ruth Amsel', 'Jon Vale'],
      statuses: ['wording'],
      standing: 'corroborated',
    },
  ];
  test.each(cases)('$name: $standing', ({ fact, origins, statuses, standing }) => {
    const evidence = {
      fact,
      origins: origins.map(origin),
      divergences: statuses.map(divergence),
    };
    expect(standingOf(evidence)).toBe(standing);
  });

  test('every standing has one rule, with its reason', () => {
    expect(STANDING_RULES.map(({ standing }) => standing).sort()).toEqual([
      'corroborated',
      'disputed',
      'one-origin',
      'single-source',
      'superseded',
    ]);
    expect(STANDING_RULES.filter(({ because }) => because.trim() === '')).toEqual([]);
  });
});
