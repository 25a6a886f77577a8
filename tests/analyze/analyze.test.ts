import { describe, expect, test } from 'vitest';
import {
  distinct,
  divergencesOf,
  type Question,
  type Telling,
} from '../../src/analyze/divergence.ts';
import type { Divergence } from '../../src/types.ts';
import { BRIDGE, briefingOf, claimsIn, factOf, nonEmpty } from '../support.ts';

describe('divergencesOf', () => {
  const asking =
    (...sides: readonly (readonly string[])[]): Question =>
    () => [
      {
        kind: 'number',
        about: '',
        status: 'open',
        note: 'They differ.',
        sides: sides.map((claims, index) => ({ value: `${index}`, claims: nonEmpty(claims) })),
      },
    ];
  const claims = claimsIn('It was closed. It was shut.', 'It was barred.');
  const fact = factOf(claims);
  const telling: Telling = { facts: [fact], published: new Map(), present: undefined };
  const [first = '', second = '', other = ''] = claims.map(({ id }) => id);

  test('names a difference between reports', () => {
    const [found, ...more] = divergencesOf(telling, [asking([first, second], [other])], []);
    expect(found).toMatchObject({ kind: 'number', status: 'open', facts: [fact.id] });
    expect(found?.id).toMatch(/^d-[0-9a-f]{12}$/u);
    expect(more).toEqual([]);
  });

  test('leaves out a difference within one report', () => {
    expect(divergencesOf(telling, [asking([first], [second])], [])).toEqual([]);
  });

  test('leaves out what has only one side', () => {
    expect(divergencesOf(telling, [asking([first, other])], [])).toEqual([]);
  });

  test('asks every question', () => {
    const kinds = (['number', 'date'] as const).map(
      (kind): Question =>
        () => [
          {
            kind,
            about: '',
            status: 'open',
            note: 'They differ.',
            sides: [
              { value: 'a', claims: [first] },
              { value: 'b', claims: [other] },
            ],
          },
        ],
    );
    const found = divergencesOf(telling, kinds, []);
    expect(found.map(({ kind }) => kind)).toEqual(['number', 'date']);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });
});

describe('distinct', () => {
  const difference = (
    id: string,
    kind: Divergence['kind'],
    ...[a, b, about = '']: readonly [readonly string[], readonly string[], string?]
  ): Divergence => ({
    id,
    kind,
    status: 'open',
    about,
    facts: [`f-${id}`],
    note: 'They differ.',
    sides: [
      { value: 'a', claims: nonEmpty(a) },
      { value: 'b', claims: nonEmpty(b) },
    ],
  });
  const first = difference('1', 'number', ['c1'], ['c2', 'c3']);
  const cases: readonly { name: string; next: Divergence; kept: boolean }[] = [
    {
      name: 'between the same claims in another fact is the same',
      next: difference('2', 'number', ['c1'], ['c2']),
      kept: false,
    },
    {
      name: 'between the same claims, the sides the other way round, is the same',
      next: difference('2', 'number', ['c3', 'c4'], ['c1']),
      kept: false,
    },
    {
      name: 'of another kind is another',
      next: difference('2', 'date', ['c1'], ['c2']),
      kept: true,
    },
    {
      name: 'of which only the one says what it is about is the same',
      next: difference('2', 'number', ['c1'], ['c2'], 'people'),
      kept: false,
    },
    {
      name: 'between other claims is another',
      next: difference('2', 'number', ['c4'], ['c5']),
      kept: true,
    },
    {
      name: 'of which only one side is known is another',
      next: difference('2', 'number', ['c1'], ['c5']),
      kept: true,
    },
    {
      name: 'between claims that stood on one side is another',
      next: difference('2', 'number', ['c2'], ['c3']),
      kept: true,
    },
  ];
  test.each(cases)('a difference $name', ({ next, kept }) => {
    expect(distinct([first, next])).toEqual(kept ? [first, next] : [first]);
  });

  test('of none there are none', () => {
    expect(distinct([])).toEqual([]);
  });
});

describe('the analysis of three reports', () => {
  test('says of every fact how it stands and where it comes from', async () => {
    const { facts, analysis } = await briefingOf(BRIDGE);
    const ids = facts.map(({ id }) => id).sort();
    expect(Object.keys(analysis.standing).sort()).toEqual(ids);
    expect(Object.keys(analysis.origins).sort()).toEqual(ids);
  });

  test.each([
    ['will cost 4 million dollars', 'disputed'],
    ['“Nobody will drive', 'one-origin'],
    ['built in 1911', 'single-source'],
    ['vehicles cross the bridge', 'corroborated'],
  ])('%s: %s', async (words, standing) => {
    const { facts, analysis } = await briefingOf(BRIDGE);
    const fact = facts.find(({ statement }) => statement.text.includes(words));
    expect(analysis.standing[fact?.id ?? '']).toBe(standing);
  });

  test('finds the figure and the wording in which they differ', async () => {
    const { analysis } = await briefingOf(BRIDGE);
    expect(
      analysis.divergences.map(({ kind, status, sides }) => [
        kind,
        status,
        ...sides.map(({ value }) => value),
      ]),
    ).toEqual([
      ['number', 'open', '4 million dollars', '6 million dollars'],
      [
        'quote-wording',
        'wording',
        '“Nobody will drive over this bridge until I can promise that it holds”',
        '“Nobody will drive over this bridge until I can promise it holds”',
      ],
    ]);
  });

  test('points only at claims of the fact that it speaks of', async () => {
    const { facts, analysis } = await briefingOf(BRIDGE);
    const idsOf = (id: string) =>
      facts.find((fact) => fact.id === id)?.claims.map((claim) => claim.id) ?? [];
    const told = new Map(facts.map((fact) => [fact.id, fact.claims.map((claim) => claim.id)]));
    for (const { facts: ids, sides } of analysis.divergences) {
      const claims = ids.flatMap((id) => told.get(id) ?? []);
      expect(claims).toEqual(expect.arrayContaining(sides.flatMap((side) => side.claims)));
    }
    const pointed = [
      ...analysis.timeline.flatMap(({ fact, claims }) =>
        claims.map((claim) => [fact, claim] as const),
      ),
      ...Object.entries(analysis.origins).flatMap(([fact, origins]) =>
        origins.flatMap(({ claims }) => claims.map((claim) => [fact, claim] as const)),
      ),
    ];
    expect(pointed.length).toBeGreaterThan(10);
    expect(pointed.filter(([fact, claim]) => !idsOf(fact).includes(claim))).toEqual([]);
  });
});
