import type { Matrix } from './matrix.ts';

/** What decides who is let into further groups. */
export interface Adoption {
  /** Mean likeness to a group's members from which an item is let in; above 0. */
  readonly threshold: number;
  /** What an item belongs to; it is never compared with others of it: a report does not support itself. */
  readonly of: (item: number) => string;
}

/**
 * Let claims into further groups. A claim is put into one group, but a sentence often states two
 * things; where it is likely to state what another group states, it supports that one too.
 *
 * @param groups Item numbers; groups of one take nobody in.
 * @param alike How alike items are, 0–1; an empty place counts as 0, and so does a negative number
 *   for two that may not come together.
 * @returns For each group, the items that are let in, in order.
 */
export function adopt(
  groups: readonly (readonly number[])[],
  alike: Matrix,
  { threshold, of }: Adoption,
): readonly (readonly number[])[] {
  return groups.map((group) => {
    if (group.length < 2) return [];
    const members = new Set(group);
    const own = countBy(group, of);
    const isLetIn = ([item, sum]: readonly [number, number]) =>
      !members.has(item) && sum / (group.length - (own.get(of(item)) ?? 0)) >= threshold;
    return [...sumsWith(group, alike)]
      .filter(isLetIn)
      .map(([item]) => item)
      .sort((a, b) => a - b);
  });
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
