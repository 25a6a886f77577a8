import type { Matrix } from './matrix.ts';

/** What decides who is let into further groups. */
export interface Adoption {
  /** Mean likeness to a group's members from which an item is let in; above 0. */
  readonly threshold: number;
  /** Likeness to an item that is alone from which one of a group is let in with it; above 0. */
  readonly lone: number;
  /** What an item belongs to; it is never compared with others of it: a report does not support itself. */
  readonly of: (item: number) => string;
}

/**
 * Let claims into further groups. A claim is put into one group, but a sentence often states two
 * things; where it is likely to state what another group states, it supports that one too. And where
 * it is likely to state what a claim states that met no other, it supports that: what they share may
 * be what the rest of its own group does not say.
 *
 * @param groups Item numbers; groups of one take in only what is in a group of several.
 * @param alike How alike items are, 0–1; an empty place counts as 0, and so does a negative number
 *   for two that may not come together.
 * @returns For each group, the items that are let in, in order.
 */
export function adopt(
  groups: readonly (readonly number[])[],
  alike: Matrix,
  { threshold, lone, of }: Adoption,
): readonly (readonly number[])[] {
  const visits = groups.map((group) =>
    group.length > 1 ? visitorsOf(group, alike, { threshold, of }) : [],
  );
  const metWith = meetings(groups, visits);
  return groups.map((group, at) => {
    const [item, ...others] = group;
    if (item === undefined || others.length > 0) return visits[at] ?? [];
    const isHost = (host: number) => metWith.get(host)?.has(item) === false;
    return visitorsOf(group, alike, { threshold: lone, of }).filter(isHost);
  });
}

/** Each item of a group of several → all that are in it, guests among them. */
function meetings(
  groups: readonly (readonly number[])[],
  visits: readonly (readonly number[])[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const several = groups.flatMap((group, at) => {
    const all = new Set([...group, ...(visits[at] ?? [])]);
    return group.length > 1 ? group.map((item) => [item, all] as const) : [];
  });
  return new Map(several);
}

/** Items outside a group that are on average so like its members, in order. */
function visitorsOf(
  group: readonly number[],
  alike: Matrix,
  { threshold, of }: Pick<Adoption, 'threshold' | 'of'>,
): readonly number[] {
  const members = new Set(group);
  const own = countBy(group, of);
  const isLetIn = ([item, sum]: readonly [number, number]) =>
    !members.has(item) && sum / (group.length - (own.get(of(item)) ?? 0)) >= threshold;
  return [...sumsWith(group, alike)]
    .filter(isLetIn)
    .map(([item]) => item)
    .sort((a, b) => a - b);
}

/** Item → sum of its likenesses to the members of a group. */
function sumsWith(group: readonly number[], { rows }: Matrix): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const member of group) {
    const row = rows[member];
    row?.columns.forEach((item, at) => {
      sums.set(item, (sums.get(item) ?? 0) + Math.max(0, row.values[at] ?? 0));
    });
  }
  return sums;
}

function countBy(
  group: readonly number[],
  of: (item: number) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of group) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return counts;
}
