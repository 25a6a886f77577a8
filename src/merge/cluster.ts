/** Items and how alike they are, 0–1; symmetric. */
export interface Similarities {
  readonly size: number;
  readonly of: (a: number, b: number) => number;
  /** Items that may never come together. */
  readonly apart: (a: number, b: number) => boolean;
}

/**
 * Group items by average linkage: the two groups whose members are most alike on average are
 * joined, until none are alike enough. Single linkage would chain from one sentence to the next.
 *
 * The result does not depend on the order of equal similarities as long as the items come in one
 * fixed order: ties go to the earlier items. Time is cubic at worst, about quadratic in practice.
 *
 * @returns Groups of item numbers, each in order, the groups in order of their first item.
 */
export function cluster(
  { size, of, apart }: Similarities,
  threshold: number,
): readonly (readonly number[])[] {
  const similarity = matrix(size, (a, b) => (apart(a, b) ? Number.NEGATIVE_INFINITY : of(a, b)));
  const groups = Array.from({ length: size }, (_, item) => [item]);
  const alive = new Set(groups.keys());
  const nearest = groups.map((_, item) => findNearest(item, alive, similarity));
  for (;;) {
    const a = bestOf(alive, nearest);
    const partner = a === undefined ? undefined : nearest[a];
    if (a === undefined || !partner || partner.similarity < threshold) break;
    const [keep, drop] = a < partner.item ? [a, partner.item] : [partner.item, a];
    join(keep, drop, groups, alive, similarity);
    for (const item of alive) {
      const stale = nearest[item]?.item === keep || nearest[item]?.item === drop;
      if (item === keep || stale) nearest[item] = findNearest(item, alive, similarity);
    }
  }
  return [...alive].map((item) => (groups[item] ?? []).sort((x, y) => x - y));
}

interface Nearest {
  readonly item: number;
  readonly similarity: number;
}

function matrix(size: number, of: (a: number, b: number) => number): Float64Array[] {
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const value = of(a, b);
      set(rows, a, b, value);
    }
  }
  return rows;
}

function set(rows: Float64Array[], a: number, b: number, value: number): void {
  const [rowA, rowB] = [rows[a], rows[b]];
  if (rowA) rowA[b] = value;
  if (rowB) rowB[a] = value;
}

function findNearest(
  item: number,
  alive: ReadonlySet<number>,
  rows: readonly Float64Array[],
): Nearest | undefined {
  let best: Nearest | undefined;
  for (const other of alive) {
    if (other === item) continue;
    const similarity = rows[item]?.[other] ?? 0;
    if (!best || similarity > best.similarity) best = { item: other, similarity };
  }
  return best;
}

/** The earliest of the items that are nearest to another. */
function bestOf(
  alive: ReadonlySet<number>,
  nearest: readonly (Nearest | undefined)[],
): number | undefined {
  let best: number | undefined;
  for (const item of alive) {
    const similarity = nearest[item]?.similarity ?? Number.NEGATIVE_INFINITY;
    if (best === undefined || similarity > (nearest[best]?.similarity ?? Number.NEGATIVE_INFINITY))
      best = item;
  }
  return best;
}

/** Put one group into another; its similarity to the rest is the average over all members. */
function join(
  keep: number,
  drop: number,
  groups: number[][],
  alive: Set<number>,
  rows: Float64Array[],
): void {
  const [kept, dropped] = [groups[keep] ?? [], groups[drop] ?? []];
  alive.delete(drop);
  for (const other of alive) {
    if (other === keep) continue;
    const sum =
      (rows[keep]?.[other] ?? 0) * kept.length + (rows[drop]?.[other] ?? 0) * dropped.length;
    set(rows, keep, other, sum / (kept.length + dropped.length));
  }
  kept.push(...dropped);
}
