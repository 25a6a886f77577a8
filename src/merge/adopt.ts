/**
 * Let claims into further groups. A claim is put into one group, but a sentence often states two
 * things; where it is likely to state what another group states, it supports that one too.
 *
 * @param groups Item numbers; groups of one take nobody in.
 * @param similarity 0–1, and undefined for items that are never compared: a report does not
 *   support itself.
 * @param threshold Mean similarity to a group's members from which an item is let in.
 * @returns For each group, the items that are let in, in order.
 */
export function adopt(
  groups: readonly (readonly number[])[],
  similarity: (a: number, b: number) => number | undefined,
  threshold: number,
): readonly (readonly number[])[] {
  const items = groups.flat().sort((a, b) => a - b);
  return groups.map((group) => {
    if (group.length < 2) return [];
    const members = new Set(group);
    return items.filter((item) => !members.has(item) && mean(item, group, similarity) >= threshold);
  });
}

function mean(
  item: number,
  group: readonly number[],
  similarity: (a: number, b: number) => number | undefined,
): number {
  const known = group.flatMap((member) => similarity(item, member) ?? []);
  return known.reduce((sum, value) => sum + value, 0) / (known.length || 1);
}
