/** A symmetric matrix of which most places are empty. */
export interface Matrix {
  readonly rows: readonly Row[];
}

/** The places of a row that are not empty. */
export interface Row {
  /** Ascending. */
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** A row whose places are all empty. */
export const NO_ROW: Row = { columns: new Int32Array(), values: new Float64Array() };

/** Values at places of a matrix; each pair of different items once, in either order. */
export interface Entries {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** Put values into a matrix. */
export function matrixOf(size: number, { a, b, values }: Entries): Matrix {
  const lengths = new Int32Array(size);
  for (let at = 0; at < values.length; at++) {
    for (const item of [a[at] ?? 0, b[at] ?? 0]) lengths[item] = (lengths[item] ?? 0) + 1;
  }
  const rows = Array.from(lengths, (length): Row => {
    return { columns: new Int32Array(length), values: new Float64Array(length) };
  });
  const filled = new Int32Array(size);
  const put = (item: number, column: number, value: number) => {
    const [row, at] = [rows[item], filled[item] ?? 0];
    if (!row) return;
    row.columns[at] = column;
    row.values[at] = value;
    filled[item] = at + 1;
  };
  for (let at = 0; at < values.length; at++) {
    put(a[at] ?? 0, b[at] ?? 0, values[at] ?? 0);
    put(b[at] ?? 0, a[at] ?? 0, values[at] ?? 0);
  }
  return { rows: rows.map(inOrder) };
}

/** What stands in a matrix, each pair once, the smaller item first. */
export function entriesOf({ rows }: Matrix): Entries {
  const [a, b, values]: [number[], number[], number[]] = [[], [], []];
  for (const [item, row] of rows.entries()) {
    row.columns.forEach((column, at) => {
      if (item >= column) return;
      a.push(item);
      b.push(column);
      values.push(row.values[at] ?? 0);
    });
  }
  return { a, b, values };
}

/** Two lists of entries as one. No pair may stand in both. */
export const joined = (one: Entries, other: Entries): Entries => ({
  a: [...Array.from(one.a), ...Array.from(other.a)],
  b: [...Array.from(one.b), ...Array.from(other.b)],
  values: [...Array.from(one.values), ...Array.from(other.values)],
});

/** The value at a place; nothing where it is empty. */
export function valueAt({ rows }: Matrix, a: number, b: number): number | undefined {
  const row = rows[a];
  if (!row) return undefined;
  let [low, high] = [0, row.columns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row.columns[middle] ?? 0) < b) low = middle + 1;
    else high = middle;
  }
  return row.columns[low] === b ? row.values[low] : undefined;
}

function inOrder({ columns, values }: Row): Row {
  if (columns.every((column, at) => at === 0 || (columns[at - 1] ?? 0) < column)) {
    return { columns, values };
  }
  const places = Int32Array.from(columns.keys()).sort(
    (x, y) => (columns[x] ?? 0) - (columns[y] ?? 0),
  );
  return {
    columns: places.map((at) => columns[at] ?? 0),
    values: Float64Array.from(places, (at) => values[at] ?? 0),
  };
}
