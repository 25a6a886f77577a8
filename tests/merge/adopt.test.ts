import { describe, expect, test } from 'vitest';
import { adopt } from '../../src/merge/adopt.ts';

/** Similarities by pair ("0 1"); pairs that are not listed are never compared. */
const similarity =
  (known: Readonly<Record<string, number>>) =>
  (a: number, b: number): number | undefined =>
    known[`${Math.min(a, b)} ${Math.max(a, b)}`];

describe('adopt', () => {
  const cases: readonly {
    name: string;
    groups: readonly (readonly number[])[];
    known: Readonly<Record<string, number>>;
    guests: readonly (readonly number[])[];
  }[] = [
    { name: 'no groups', groups: [], known: {}, guests: [] },
    {
      name: 'a claim that is likely to state what a group states',
      groups: [[0, 1], [2]],
      known: { '0 2': 0.6, '1 2': 0.4 },
      guests: [[2], []],
    },
    {
      name: 'not one whose mean falls short',
      groups: [[0, 1], [2]],
      known: { '0 2': 0.6, '1 2': 0.375 },
      guests: [[], []],
    },
    {
      name: 'nobody into a group of one',
      groups: [[0], [1]],
      known: { '0 1': 1 },
      guests: [[], []],
    },
    {
      name: 'a claim of a group into another too',
      groups: [
        [0, 1],
        [2, 3],
      ],
      known: { '0 2': 0.8, '1 2': 0.8, '0 3': 0, '1 3': 0 },
      guests: [[2], []],
    },
    {
      name: 'one claim into several groups',
      groups: [[0, 1], [2, 3], [4]],
      known: { '0 4': 0.9, '1 4': 0.9, '2 4': 0.8, '3 4': 0.8 },
      guests: [[4], [4], []],
    },
    {
      name: 'members that are never compared do not count against it',
      groups: [[0, 1], [2]],
      known: { '0 2': 0.6 },
      guests: [[2], []],
    },
    {
      name: 'not one that is compared with no member',
      groups: [[0, 1], [2]],
      known: {},
      guests: [[], []],
    },
    {
      name: 'guests in order',
      groups: [[1, 3], [2], [0]],
      known: { '0 1': 0.9, '0 3': 0.9, '1 2': 0.9, '2 3': 0.9 },
      guests: [[0, 2], [], []],
    },
  ];
  test.each(cases)('$name', ({ groups, known, guests }) => {
    expect(adopt(groups, similarity(known), 0.5)).toEqual(guests);
  });

  test('no group takes in its own', () => {
    expect(
      adopt(
        [
          [0, 1],
          [2, 3],
        ],
        () => 1,
        0.5,
      ),
    ).toEqual([
      [2, 3],
      [0, 1],
    ]);
  });
});
