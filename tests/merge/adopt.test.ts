import { describe, expect, test } from 'vitest';
import { adopt } from '../../src/merge/adopt.ts';
import { matrixOf } from '../../src/merge/matrix.ts';

/** Let items in by how alike pairs are ("0 1": 0.9); all others are not. */
function adoptWith(
  groups: readonly (readonly number[])[],
  known: Readonly<Record<string, number>>,
  reports: Readonly<Record<number, string>> = {},
) {
  const pairs = Object.keys(known).map((key) => key.split(' ').map(Number));
  const alike = matrixOf(Math.max(0, ...groups.flat()) + 1, {
    a: pairs.map(([a = 0]) => a),
    b: pairs.map(([, b = 0]) => b),
    values: Object.values(known),
  });
  return adopt(groups, alike, {
    threshold: 0.5,
    lone: 0.75,
    of: (item) => reports[item] ?? `${item}`,
  });
}

describe('adopt', () => {
  const cases: readonly {
    name: string;
    groups: readonly (readonly number[])[];
    known: Readonly<Record<string, number>>;
    /** Of items that are of a report together with others. */
    reports?: Readonly<Record<number, string>>;
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
      name: 'one of a group with a claim that is alone',
      groups: [[0, 1], [2], [3]],
      known: { '0 2': 0.8, '0 3': 0.7 },
      guests: [[], [0], []],
    },
    {
      name: 'not with one that is in that group as a guest',
      groups: [[0, 1], [2]],
      known: { '0 2': 0.8, '1 2': 0.4 },
      guests: [[2], []],
    },
    {
      name: 'no claim that is alone with another',
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
      name: 'members of its own report do not count against it',
      groups: [[0, 1], [2]],
      known: { '0 2': 0.6 },
      reports: { 1: 'a', 2: 'a' },
      guests: [[2], []],
    },
    {
      name: 'nor do members that it can never come together with',
      groups: [[0, 1], [2]],
      known: { '0 2': 0.6, '1 2': Number.NEGATIVE_INFINITY },
      reports: { 1: 'a', 2: 'a' },
      guests: [[2], []],
    },
    {
      name: 'members of other reports that it has nothing in common with do',
      groups: [[0, 1], [2]],
      known: { '0 2': 0.6 },
      guests: [[], []],
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
  test.each(cases)('$name', ({ groups, known, reports, guests }) => {
    expect(adoptWith(groups, known, reports)).toEqual(guests);
  });

  test('no group takes in its own', () => {
    const groups = [
      [0, 1],
      [2, 3],
    ];
    const all = { '0 1': 1, '0 2': 1, '0 3': 1, '1 2': 1, '1 3': 1, '2 3': 1 };
    expect(adoptWith(groups, all)).toEqual([...groups].reverse());
  });
});
