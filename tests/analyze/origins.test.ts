import { describe, expect, test } from 'vitest';
import { originsOf } from '../../src/analyze/origins.ts';
import type { Voices } from '../../src/analyze/voices.ts';
import type { Attribution, Claim } from '../../src/types.ts';
import { claimsIn, factOf, found } from '../support.ts';

const VOICES: Voices = new Map([
  ['r1', { name: 'Brennick Courier', agency: null, copies: [] }],
  ['r2', { name: 'Report 2', agency: null, copies: [] }],
]);

const named = (name: string, kind: Attribution['kind'] = 'person'): Attribution => ({ name, kind });

/** Claims of as many reports, each with a chain of who says so. */
const claimsBy = (...chains: readonly (readonly Attribution[])[]): readonly Claim[] =>
  claimsIn(...chains.map((_, index) => `It was closed for reason ${index}.`)).map(
    (claim, index) => ({ ...claim, attribution: found(chains[index]) }),
  );

const originNames = (...chains: readonly (readonly Attribution[])[]) =>
  originsOf(factOf(claimsBy(...chains)), VOICES).map(({ name }) => name);

const OFFICIAL = named('unnamed official', 'unnamed');
const DIPLOMAT = named('unnamed diplomat', 'unnamed');
const WIRE = named('Tolva Wire', 'agency');

describe('originsOf', () => {
  test.each([
    {
      name: 'a report that names no source is its own origin',
      chains: [[], []],
      origins: ['Brennick Courier', 'Report 2'],
    },
    {
      name: 'who said it, whoever passed it on',
      chains: [[named('Ruth Amsel'), WIRE], [named('Ruth Amsel')]],
      origins: ['Ruth Amsel'],
    },
    {
      name: 'a person whose name is spelled in two ways',
      chains: [[named('Antony Vale')], [named('Anthony Vale')]],
      origins: ['Antony Vale'],
    },
    {
      name: 'a person whose first name one leaves out',
      chains: [[named('Antony Vale')], [named('Mr. Vale')]],
      origins: ['Antony Vale'],
    },
    {
      name: 'two people of one surname are two origins',
      chains: [[named('Jon Vale')], [named('Ruth Vale')]],
      origins: ['Jon Vale', 'Ruth Vale'],
    },
    {
      name: 'a report, and another one that cites it',
      chains: [[], [named('Courier', 'outlet')]],
      origins: ['Brennick Courier'],
    },
    {
      name: 'a body and its initials',
      chains: [[named('TW', 'organization')], [named('the Tolva Wire', 'agency')]],
      origins: ['TW'],
    },
    {
      name: 'two people are two origins',
      chains: [[named('Ruth Amsel')], [named('Jon Vale')]],
      origins: ['Ruth Amsel', 'Jon Vale'],
    },
    {
      name: 'unnamed sources cannot be told apart',
      chains: [[OFFICIAL], [DIPLOMAT], [OFFICIAL, WIRE]],
      origins: ['unnamed official'],
    },
    {
      name: 'an unnamed source beside a named one',
      chains: [[OFFICIAL], [named('Ruth Amsel')]],
      origins: ['unnamed official', 'Ruth Amsel'],
    },
    {
      name: 'the same body in other letters',
      chains: [
        [named('the U.D. Ministry', 'organization')],
        [named('UD ministry', 'organization')],
      ],
      origins: ['the U.D. Ministry'],
    },
    {
      name: 'an agency cited by two reports is one origin',
      chains: [[WIRE], [WIRE]],
      origins: ['Tolva Wire'],
    },
    {
      name: 'a person is no body of the same name',
      chains: [[named('Vale')], [named('Vale', 'organization')]],
      origins: ['Vale', 'Vale'],
    },
  ])('$name', ({ chains, origins }) => {
    expect(originNames(...chains)).toEqual(origins);
  });

  test('those of most claims come first', () => {
    expect(originNames([OFFICIAL], [named('Jon Vale')], [named('Jon Vale')])).toEqual([
      'Jon Vale',
      'unnamed official',
    ]);
  });

  test('each claim has one origin', () => {
    const claims = claimsBy([OFFICIAL], [], [DIPLOMAT]);
    const [first, second, third] = claims.map(({ id }) => id);
    expect(originsOf(factOf(claims), VOICES)).toEqual([
      { name: 'unnamed official', kind: 'unnamed', claims: [first, third] },
      { name: 'Report 2', kind: 'report', claims: [second] },
    ]);
  });

  test('claims that are perhaps of another fact add none', () => {
    const claims = claimsBy([OFFICIAL], [named('Jon Vale')]);
    const fact = factOf(claims, { uncertain: [found(claims[1]).id] });
    expect(originsOf(fact, VOICES).map(({ name }) => name)).toEqual(['unnamed official']);
  });

  test('two claims of one report are one origin', () => {
    const claims = claimsIn('It was closed. It was shut.', 'Ferries sail.').slice(0, 2);
    const [origin, ...more] = originsOf(factOf(claims), VOICES);
    expect(origin?.claims).toEqual(claims.map(({ id }) => id));
    expect(more).toEqual([]);
  });

  test('a headline counts only where its report says no more', () => {
    const claims = claimsBy([], [OFFICIAL], []).map((claim, index) => ({
      ...claim,
      kind: index === 1 ? claim.kind : ('headline' as const),
      report: index === 2 ? 'r2' : 'r1',
    }));
    const [, body, headline] = claims.map(({ id }) => id);
    expect(originsOf(factOf(claims), VOICES)).toEqual([
      { name: 'unnamed official', kind: 'unnamed', claims: [body] },
      { name: 'Report 2', kind: 'report', claims: [headline] },
    ]);
  });

  test('a report’s own voice adds nothing to whom it says that it has it from', () => {
    const claims = claimsBy([OFFICIAL], [], [named('Jon Vale')]).map((claim, index) => ({
      ...claim,
      report: index === 2 ? 'r2' : 'r1',
    }));
    expect(originsOf(factOf(claims), VOICES).map(({ name }) => name)).toEqual([
      'unnamed official',
      'Jon Vale',
    ]);
  });

  test('of real reports: who says so is read in the sentence', () => {
    const claims = claimsIn(
      'The bridge was closed, officials said.',
      'The bridge was closed, a diplomat said.',
      'The bridge was closed, Mayor Ruth Amsel said.',
    );
    expect(originsOf(factOf(claims), VOICES).map(({ claims: ids }) => ids.length)).toEqual([2, 1]);
  });

  describe('of reports that are one text, or an agency’s', () => {
    const AGENCY = 'Tolva Wire';
    /**
     * Four reports, the third published first. The second took from it and from the fourth, which
     * have nothing from each other.
     */
    const COPIES: Readonly<Record<string, readonly string[]>> = {
      r3: ['r2'],
      r1: [],
      r2: ['r3', 'r4'],
      r4: ['r2'],
    };
    const voices = (agencies: Readonly<Record<string, string>> = {}): Voices =>
      new Map(
        Object.entries(COPIES).map(([id, copies]) => [
          id,
          { name: `Report ${id.slice(1)}`, agency: agencies[id] ?? null, copies },
        ]),
      );
    const origins = (
      agencies: Readonly<Record<string, string>>,
      ...chains: readonly (readonly Attribution[])[]
    ) =>
      originsOf(factOf(claimsBy(...chains)), voices(agencies)).map(
        ({ name, kind, claims }) => `${kind} ${name}: ${claims.length}`,
      );

    test.each([
      {
        name: 'one text counts once, under the report that was published first',
        agencies: {},
        chains: [[], [], []],
        origins: ['report Report 3 (text shared with Report 2): 2', 'report Report 1: 1'],
      },
      {
        name: 'an agency that the dateline of either names is its origin',
        agencies: { r3: AGENCY },
        chains: [[], [], []],
        origins: ['agency Tolva Wire: 2', 'report Report 1: 1'],
      },
      {
        name: 'two datelines of one agency count once',
        agencies: { r1: AGENCY, r4: AGENCY },
        chains: [[], [OFFICIAL], [OFFICIAL], []],
        origins: ['agency Tolva Wire: 2', 'unnamed unnamed official: 2'],
      },
      {
        name: 'a dateline, and another report that cites the agency',
        agencies: { r1: AGENCY },
        chains: [[], [named('TW', 'organization')]],
        origins: ['agency Tolva Wire: 2'],
      },
      {
        name: 'what others cite under the names of both is one',
        agencies: {},
        chains: [[named('Report 3', 'outlet')], [], [OFFICIAL], [named('Report 2', 'outlet')]],
        origins: ['report Report 2: 3', 'unnamed unnamed official: 1'],
      },
      {
        name: 'whom both quote stays who says so',
        agencies: { r3: AGENCY },
        chains: [[], [named('Ruth Amsel')], [named('Ruth Amsel')]],
        origins: ['person Ruth Amsel: 2', 'report Report 1: 1'],
      },
      {
        name: 'what a third took from both does not make one text of these',
        agencies: {},
        chains: [[OFFICIAL], [OFFICIAL], [], []],
        origins: ['unnamed unnamed official: 2', 'report Report 3: 1', 'report Report 4: 1'],
      },
      {
        name: 'a third that took from both is neither’s confirmation',
        agencies: {},
        chains: [[OFFICIAL], [], [], []],
        origins: [
          'report Report 2 (text shared with Report 3 and Report 4): 3',
          'unnamed unnamed official: 1',
        ],
      },
      {
        name: 'what only one of the two states is its own, and claims nothing of the other',
        agencies: { r3: AGENCY },
        chains: [[], []],
        origins: ['report Report 1: 1', 'report Report 2: 1'],
      },
    ])('$name', ({ agencies, chains, origins: expected }) => {
      expect(origins(agencies, ...chains)).toEqual(expected);
    });
  });
});
