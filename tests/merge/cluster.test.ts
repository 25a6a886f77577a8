import { describe, expect, test } from 'vitest';
import { cluster } from '../../src/merge/cluster.ts';
import { type Matrix, matrixOf } from '../../src/merge/matrix.ts';
import { randomFrom } from '../support.ts';

type Groups = readonly (readonly number[])[];
type Pairs = Readonly<Record<string, number>>;

/** Cluster items of which a few pairs are alike ("0 1": 0.9); all others are not. */
function clusterPairs(size: number, alike: Pairs, threshold: number, apart: Pairs = {}): Groups {
  const key = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  return clusterCase({
    size,
    of: (a, b) => alike[key(a, b)] ?? 0,
    apart: (a, b) => key(a, b) in apart,
    threshold,
  });
}

/** Cluster the items of a case, ranked as they come. */
const clusterCase = (one: Case): Groups =>
  cluster(matrixFor(one), { threshold: one.threshold, ranks: placesOf(one.size) });

/** What is not alike at all has no place. */
function matrixFor({ size, of, apart }: Case): Matrix {
  const pairs = placesOf(size).flatMap((a) =>
    placesOf(a).map((b) => ({ a, b, value: apart(a, b) ? Number.NEGATIVE_INFINITY : of(a, b) })),
  );
  const filled = pairs.filter(({ value }) => value !== 0);
  return matrixOf(size, {
    a: filled.map(({ a }) => a),
    b: filled.map(({ b }) => b),
    values: filled.map(({ value }) => value),
  });
}

const placesOf = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i);

describe('cluster', () => {
  const cases: readonly {
    name: string;
    size: number;
    alike: Pairs;
    threshold?: number;
    apart?: Pairs;
    groups: Groups;
  }[] = [
    { name: 'nothing', size: 0, alike: {}, groups: [] },
    { name: 'a single item', size: 1, alike: {}, groups: [[0]] },
    { name: 'items that are not alike', size: 3, alike: {}, groups: [[0], [1], [2]] },
    { name: 'a pair, in order', size: 3, alike: { '0 2': 0.9 }, groups: [[0, 2], [1]] },
    {
      name: 'all that are alike',
      size: 3,
      alike: { '0 1': 0.9, '0 2': 0.8, '1 2': 0.7 },
      groups: [[0, 1, 2]],
    },
    {
      name: 'a chain, which is not one group',
      size: 5,
      alike: { '0 1': 0.9, '1 2': 0.9, '2 3': 0.9, '3 4': 0.9 },
      groups: [[0, 1], [2, 3], [4]],
    },
    {
      name: 'the pair that is most alike first',
      size: 3,
      alike: { '0 1': 0.6, '1 2': 0.9 },
      groups: [[0], [1, 2]],
    },
    {
      name: 'ties, which go to the earlier items',
      size: 3,
      alike: { '0 2': 0.9, '1 2': 0.9 },
      groups: [[0, 2], [1]],
    },
    {
      name: 'an average that reaches the threshold exactly',
      size: 3,
      alike: { '0 1': 1, '0 2': 0.75, '1 2': 0.25 },
      groups: [[0, 1, 2]],
    },
    {
      name: 'an average that does not reach it',
      size: 3,
      alike: { '0 1': 1, '0 2': 0.75, '1 2': 0.125 },
      groups: [[0, 1], [2]],
    },
    {
      name: 'items that may not come together, however alike',
      size: 2,
      alike: { '0 1': 1 },
      apart: { '0 1': 1 },
      groups: [[0], [1]],
    },
    {
      name: 'items that may not come together by way of a third',
      size: 3,
      alike: { '0 1': 1, '0 2': 1, '1 2': 1 },
      apart: { '0 1': 1 },
      groups: [[0, 2], [1]],
    },
    {
      name: 'items that may not come together even where nothing is asked',
      size: 2,
      alike: { '0 1': 1 },
      threshold: 0.001,
      apart: { '0 1': 1 },
      groups: [[0], [1]],
    },
  ];
  test.each(cases)('$name', ({ size, alike, threshold = 0.5, apart, groups }) => {
    expect(clusterPairs(size, alike, threshold, apart)).toEqual(groups);
  });

  test('every item is in one group, groups and items in order', () => {
    for (const one of [...randomCases(), ...casesWithTies()]) {
      const groups = clusterCase(one);
      expect(groups.flat().sort((a, b) => a - b)).toEqual(placesOf(one.size));
      expect(groups).toEqual(inOrder(groups));
    }
  });

  test('no group holds two that may not come together', () => {
    for (const one of [...randomCases(), ...casesWithTies()]) {
      const together = clusterCase(one).flatMap((group) =>
        group.flatMap((a) => group.filter((b) => b !== a && one.apart(a, b))),
      );
      expect(together).toEqual([]);
    }
  });

  test('does what joining the two best groups of all, again and again, does', () => {
    for (const one of [...randomCases(), ...casesWithTies()]) {
      expect(clusterCase(one)).toEqual(slowCluster(one));
    }
  });

  test('does not depend on the order of the items, equal likenesses or not', () => {
    const random = randomFrom(3);
    for (const one of [...randomCases(), ...casesWithTies()]) {
      const order = shuffled(one.size, random);
      const place = (item: number) => order[item] ?? 0;
      const renamed = cluster(
        matrixFor({
          ...one,
          of: (a, b) => one.of(place(a), place(b)),
          apart: (a, b) => one.apart(place(a), place(b)),
        }),
        { threshold: one.threshold, ranks: order },
      );
      expect(inOrder(renamed.map((group) => group.map(place)))).toEqual(clusterCase(one));
    }
  });

  test('a place of 0 is the same as no place', () => {
    for (const one of casesWithTies()) {
      const { size, of, apart, threshold } = one;
      const pairs = placesOf(size).flatMap((a) => placesOf(a).map((b) => [a, b] as const));
      const full = matrixOf(size, {
        a: pairs.map(([a]) => a),
        b: pairs.map(([, b]) => b),
        values: pairs.map(([a, b]) => (apart(a, b) ? Number.NEGATIVE_INFINITY : of(a, b))),
      });
      expect(cluster(full, { threshold, ranks: placesOf(size) })).toEqual(clusterCase(one));
    }
  });

  test('a long chain of neighbors that are alike is not one group', () => {
    const size = 200;
    const alike = Object.fromEntries(placesOf(size - 1).map((a) => [`${a} ${a + 1}`, 0.9]));
    for (const group of clusterPairs(size, alike, 0.5)) expect(group.length).toBeLessThan(3);
  });

  test('where all are equally alike all are one group, whatever their number', () => {
    const size = 300;
    const all = { size, of: () => 0.5, apart: () => false, threshold: 0.5 };
    expect(clusterCase(all)).toEqual([placesOf(size)]);
  });

  test('a higher threshold never joins what a lower one leaves apart', () => {
    for (const one of randomCases()) {
      const [loose, strict] = [
        clusterCase({ ...one, threshold: 0.4 }),
        clusterCase({ ...one, threshold: 0.7 }),
      ];
      const split = strict.filter(
        (group) => !loose.some((other) => group.every((item) => other.includes(item))),
      );
      expect(split).toEqual([]);
    }
  });
});

interface Case {
  readonly size: number;
  readonly of: (a: number, b: number) => number;
  readonly apart: (a: number, b: number) => boolean;
  readonly threshold: number;
}

/** Similarities of which no two are equal, so that there is one right result. */
function randomCases(): readonly Case[] {
  const random = randomFrom(5);
  return Array.from({ length: 40 }, () => {
    const size = Math.floor(random() * 12);
    const values = Array.from({ length: size * size }, random);
    const links = Array.from({ length: size * size }, () => random() < 0.1);
    const place = (a: number, b: number) => Math.min(a, b) * size + Math.max(a, b);
    return {
      size,
      of: (a, b) => values[place(a, b)] ?? 0,
      apart: (a, b) => links[place(a, b)] ?? false,
      threshold: 0.3 + random() * 0.4,
    };
  });
}

/** Likenesses of which most are equal or 0, so that ties are everywhere. */
function casesWithTies(): readonly Case[] {
  const random = randomFrom(8);
  return randomCases().map((one) => {
    const levels = Array.from({ length: one.size * one.size }, () => Math.floor(random() * 4) / 4);
    return {
      ...one,
      of: (a, b) => levels[Math.min(a, b) * one.size + Math.max(a, b)] ?? 0,
      threshold: 0.25 + Math.floor(random() * 3) / 8,
    };
  });
}

/** Among equal averages the pair with the lowest ranks, which are the places. */
function slowCluster({ size, of, apart, threshold }: Case): Groups {
  let groups: Groups = placesOf(size).map((item) => [item]);
  for (;;) {
    const pairs = groups.flatMap((a, i) =>
      groups.slice(i + 1).map((b) => ({ a, b, alike: average(a, b, of, apart) })),
    );
    const [best] = pairs.sort(
      (x, y) => y.alike - x.alike || lowest(x.a) - lowest(y.a) || lowest(x.b) - lowest(y.b),
    );
    if (!best || best.alike < threshold) return groups;
    const joined = [...best.a, ...best.b];
    groups = inOrder([...groups.filter((group) => group !== best.a && group !== best.b), joined]);
  }
}

const lowest = (group: readonly number[]) => Math.min(...group);

function average(
  a: readonly number[],
  b: readonly number[],
  of: Case['of'],
  apart: Case['apart'],
): number {
  const pairs = a.flatMap((x) => b.map((y) => (apart(x, y) ? Number.NEGATIVE_INFINITY : of(x, y))));
  return pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
}

const inOrder = (groups: Groups): Groups =>
  groups.map((group) => [...group].sort((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b);

function shuffled(size: number, random: () => number): readonly number[] {
  return Array.from({ length: size }, (_, item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
