import { describe, expect, test } from 'vitest';
import { cluster } from '../../src/merge/cluster.ts';
import { randomFrom } from '../support.ts';

type Groups = readonly (readonly number[])[];
type Pairs = Readonly<Record<string, number>>;

/** Cluster items of which a few pairs are alike ("0 1": 0.9); all others are not. */
function clusterPairs(size: number, alike: Pairs, threshold: number, apart: Pairs = {}): Groups {
  const key = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  return cluster(
    {
      size,
      of: (a, b) => alike[key(a, b)] ?? 0,
      apart: (a, b) => key(a, b) in apart,
    },
    threshold,
  );
}

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
      threshold: 0,
      apart: { '0 1': 1 },
      groups: [[0], [1]],
    },
  ];
  test.each(cases)('$name', ({ size, alike, threshold = 0.5, apart, groups }) => {
    expect(clusterPairs(size, alike, threshold, apart)).toEqual(groups);
  });

  test('every item is in one group, groups and items in order', () => {
    for (const { size, of, apart, threshold } of randomCases()) {
      const groups = cluster({ size, of, apart }, threshold);
      expect(groups.flat().sort((a, b) => a - b)).toEqual(
        Array.from({ length: size }, (_, i) => i),
      );
      expect(groups).toEqual(inOrder(groups));
    }
  });

  test('no group holds two that may not come together', () => {
    for (const { size, of, apart, threshold } of randomCases()) {
      const groups = cluster({ size, of, apart }, threshold);
      const together = groups.flatMap((group) =>
        group.flatMap((a) => group.filter((b) => b !== a && apart(a, b))),
      );
      expect(together).toEqual([]);
    }
  });

  test('does what joining the two best groups, again and again, does', () => {
    for (const { size, of, apart, threshold } of randomCases()) {
      expect(cluster({ size, of, apart }, threshold)).toEqual(
        slowCluster(size, of, apart, threshold),
      );
    }
  });

  test('does not depend on the order of the items', () => {
    const random = randomFrom(3);
    for (const { size, of, apart, threshold } of randomCases()) {
      const order = shuffled(size, random);
      const place = (item: number) => order[item] ?? 0;
      const renamed = cluster(
        {
          size,
          of: (a, b) => of(place(a), place(b)),
          apart: (a, b) => apart(place(a), place(b)),
        },
        threshold,
      );
      expect(inOrder(renamed.map((group) => group.map(place)))).toEqual(
        cluster({ size, of, apart }, threshold),
      );
    }
  });

  test('a higher threshold never joins what a lower one leaves apart', () => {
    for (const { size, of, apart } of randomCases()) {
      const [loose, strict] = [
        cluster({ size, of, apart }, 0.4),
        cluster({ size, of, apart }, 0.7),
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

function slowCluster(
  size: number,
  of: Case['of'],
  apart: Case['apart'],
  threshold: number,
): Groups {
  let groups: Groups = Array.from({ length: size }, (_, item) => [item]);
  for (;;) {
    const pairs = groups.flatMap((a, i) =>
      groups.slice(i + 1).map((b) => ({ a, b, alike: average(a, b, of, apart) })),
    );
    const best = pairs.reduce<(typeof pairs)[number] | undefined>(
      (most, pair) => (most && most.alike >= pair.alike ? most : pair),
      undefined,
    );
    if (!best || best.alike < threshold) return inOrder(groups);
    groups = [
      ...groups.filter((group) => group !== best.a && group !== best.b),
      [...best.a, ...best.b],
    ];
  }
}

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
