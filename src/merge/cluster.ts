import { type Matrix, NO_ROW, type Row } from './matrix.ts';

/** What decides how items are grouped. */
export interface Clustering {
  /** Average likeness from which two groups are joined; above 0. */
  readonly threshold: number;
  /** A rank of each item, no two the same: among equal averages the lower ranks are joined. */
  readonly ranks: ArrayLike<number>;
}

/**
 * Group items by average linkage: the two groups whose members are most alike on average are
 * joined, until none are alike enough. Single linkage would chain from one sentence to the next.
 *
 * Groups are followed from nearest to nearest until two are nearest to one another, and those are
 * joined: the groups come out that joining the two nearest of all would give, in quadratic time
 * (Murtagh 1983, "A survey of recent advances in hierarchical clustering algorithms"). It rests on
 * this: a joined group is no nearer to a third than the nearer of its halves was. The order of the
 * items decides nothing, as long as sums of likenesses are exact.
 *
 * @param alike How alike items are, 0–1; an empty place counts as 0. −∞ where two may never come
 *   together.
 * @returns Groups of item numbers, each in order, the groups in order of their first item.
 */
export function cluster(
  alike: Matrix,
  { threshold, ranks }: Clustering,
): readonly (readonly number[])[] {
  const forest = forestOf(alike, ranks);
  const { groups, current } = forest;
  // Joined groups are added at the end, and so followed in their turn.
  for (let id = 0; id < groups.length; id++) {
    const chain = current[id] === id ? [id] : [];
    for (let top = chain.pop(); top !== undefined; top = chain.pop()) {
      const nearest = nearestTo(top, forest, threshold);
      if (nearest === undefined) continue;
      if (nearest === chain.at(-1)) {
        chain.pop();
        join(top, nearest, forest);
      } else chain.push(top, nearest);
    }
  }
  return groups
    .filter(({ id }) => current[id] === id)
    .map(({ items }) => [...items].sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b);
}

interface Group {
  readonly id: number;
  readonly items: readonly number[];
  /** The lowest of its items' ranks. */
  readonly rank: number;
  /** Sums of the likenesses of its items to those of other groups, some of them joined since. */
  readonly row: Row;
}

interface Forest {
  /** By id: items first, then joined groups. */
  readonly groups: Group[];
  /** Id of a group → id of the group that it was joined into; its own while it stands alone. */
  readonly current: Int32Array;
  /** By id; all 0 between uses. */
  readonly sums: Float64Array;
}

function forestOf({ rows }: Matrix, ranks: ArrayLike<number>): Forest {
  return {
    groups: rows.map((row, id) => ({ id, items: [id], rank: ranks[id] ?? 0, row })),
    // A joined group has two halves at least: there are never twice as many as items.
    current: Int32Array.from({ length: 2 * rows.length }, (_, id) => id),
    sums: new Float64Array(2 * rows.length),
  };
}

/** The group that is nearest to a group, if it is near enough. */
function nearestTo(id: number, forest: Forest, threshold: number): number | undefined {
  const group = forest.groups[id];
  if (!group) return undefined;
  const row = summed([group], forest);
  forest.groups[id] = { ...group, row };
  let best: Group | undefined;
  let highest = threshold;
  for (let at = 0; at < row.columns.length; at++) {
    const other = forest.groups[row.columns[at] ?? 0];
    if (!other) continue;
    const average = (row.values[at] ?? 0) / (group.items.length * other.items.length);
    const isNearer =
      average > highest || (average === highest && other.rank < (best?.rank ?? Infinity));
    if (isNearer) [best, highest] = [other, average];
  }
  return best?.id;
}

/** Put two groups into a new one, behind all others. */
function join(a: number, b: number, forest: Forest): void {
  const { groups, current } = forest;
  const [one, other] = [groups[a], groups[b]];
  if (!one || !other) return;
  const id = groups.length;
  current[a] = id;
  current[b] = id;
  groups.push({
    id,
    items: [...one.items, ...other.items],
    rank: Math.min(one.rank, other.rank),
    row: summed([one, other], forest),
  });
  for (const half of [one, other]) groups[half.id] = { ...half, row: NO_ROW };
}

/** The rows of groups as one, by the groups that stand alone now, themselves left out. */
function summed(groups: readonly Group[], forest: Forest): Row {
  const { sums } = forest;
  const own = new Set(groups.map(({ id }) => standing(id, forest)));
  const columns: number[] = [];
  for (const { row } of groups) {
    for (let at = 0; at < row.columns.length; at++) {
      const [column, value] = [standing(row.columns[at] ?? 0, forest), row.values[at] ?? 0];
      if (value === 0 || own.has(column)) continue;
      if (sums[column] === 0) columns.push(column);
      sums[column] = (sums[column] ?? 0) + value;
    }
  }
  const row = {
    columns: Int32Array.from(columns),
    values: Float64Array.from(columns, (column) => sums[column] ?? 0),
  };
  for (const column of columns) sums[column] = 0;
  return row;
}

/** The group that a group was joined into, over however many steps. */
function standing(id: number, { current }: Forest): number {
  let at = id;
  for (let next = current[at] ?? at; next !== at; next = current[at] ?? at) at = next;
  return at;
}
