import { expect, test } from 'vitest';
import { withReasons } from '../../src/analyze/origin-reasons.ts';
import { originsOf } from '../../src/analyze/origins.ts';
import type { Voices } from '../../src/analyze/voices.ts';
import type { Attribution } from '../../src/types.ts';
import { claimsIn, factOf, found } from '../support.ts';

const named = (name: string, kind: Attribution['kind'] = 'person'): Attribution => ({ name, kind });

const OFFICIAL = named('unnamed official', 'unnamed');
const OFFICIALS = named('unnamed officials', 'unnamed');
const WIRE = named('Tolva Wire', 'agency');
const LETTER = named('letter', 'document');

const voices = (
  name: (number: number) => string,
  agency: string | null,
  copies: string[],
): Voices =>
  new Map([1, 2, 3].map((number) => [`r${number}`, { name: name(number), agency, copies }]));

const NUMBERED = voices((number) => `Report ${number}`, null, []);

function reasons(given: Voices, ...chains: readonly (readonly Attribution[])[]) {
  const claims = claimsIn(...chains.map((_, index) => `It was closed for reason ${index}.`)).map(
    (claim, index) => ({ ...claim, attribution: found(chains[index]) }),
  );
  const fact = factOf(claims);
  return withReasons(fact, originsOf(fact, given), given).map(({ because }) => because);
}

test.each([
  {
    name: 'a voice of its own',
    given: NUMBERED,
    chains: [[]],
    because: ['Report 1 says so in its own voice.'],
  },
  {
    name: 'one report from a source',
    given: NUMBERED,
    chains: [[OFFICIAL, WIRE]],
    because: ['Report 1 (through Tolva Wire) has it from an unnamed official.'],
  },
  {
    name: 'a person in several reports',
    given: NUMBERED,
    chains: [[named('Ruth Amsel'), LETTER], [named('Ruth Amsel')]],
    because: ['Reports 1 (in a letter) and 2 have it from Ruth Amsel.'],
  },
  {
    name: 'sources without a name',
    given: NUMBERED,
    chains: [[OFFICIALS, WIRE], [OFFICIAL], []],
    because: [
      'Reports 1 (through Tolva Wire) and 2 have it from unnamed officials: sources without a name cannot be told apart, and count as one.',
      'Report 3 says so in its own voice.',
    ],
  },
  {
    name: 'outlets by their names',
    given: voices((number) => ['Courier', 'Post', 'Echo'][number - 1] ?? '', null, []),
    chains: [[named('Ruth Amsel')], [named('Ruth Amsel')]],
    because: ['Courier and Post have it from Ruth Amsel.'],
  },
  {
    name: 'one text',
    given: voices((number) => `Report ${number}`, null, ['r1', 'r2']),
    chains: [[], []],
    because: ['Reports 1 and 2 say so in their own voice: they are largely one text.'],
  },
  {
    name: 'copy of one agency',
    given: voices((number) => `Report ${number}`, 'Tolva Wire', []),
    chains: [[], []],
    because: ['Reports 1 and 2 say so in their own voice: all are copy of one agency.'],
  },
])('$name', ({ given, chains, because }) => {
  expect(reasons(given, ...chains)).toEqual(because);
});
