import { isSize, type Row, sizeOf } from './lines.ts';

/** How finely columns are looked for; in points. */
const STEP = 1;
/** Least width of the white between columns, in parts of the size; half of it on either side. */
const GUTTER = 0.6;
/** The longer of two columns has more rows; the last one of a text may have a single row. */
const MIN_ROWS = 4;
/** Letters of a row, on average: what stands left of a list or a table has fewer. */
const MIN_LETTERS = 12;
/** No page has more columns beside and above one another. */
const MAX_CUTS = 8;

/** A stretch of rows that a strip of white runs through. */
interface Gutter {
  readonly from: number;
  readonly to: number;
  /** The middle of the strip, in points. */
  readonly at: number;
  readonly letters: number;
}

/** Take rows apart at the strips of white that run through them. */
export function inColumns(rows: readonly Row[], depth = 0): readonly (readonly Row[])[] {
  const gutter = depth < MAX_CUTS ? widest(rows) : undefined;
  if (!gutter) return rows.length > 0 ? [rows] : [];
  const { at, to } = gutter;
  const from = gutter.from + headRows(rows.slice(gutter.from, to), at);
  const across = rows.slice(from, to);
  const left = across.map((row) => row.filter(({ x }) => x < at)).filter(isFull);
  const right = across.map((row) => row.filter(({ x }) => x >= at)).filter(isFull);
  return [rows.slice(0, from), left, right, rows.slice(to)].flatMap((part) =>
    inColumns(part, depth + 1),
  );
}

/**
 * How many rows stand above a left column and are none of it: the last line of a headline over
 * several columns is often short.
 */
function headRows(rows: readonly Row[], at: number): number {
  const size = sizeOf(rows.flat());
  const isColumn = (row: Row) => row.some(({ x }) => x >= at) || isSize(sizeOf(row), size);
  return Math.max(0, rows.findIndex(isColumn));
}

/** The strip of white that parts the most letters. */
function widest(rows: readonly Row[]): Gutter | undefined {
  const right = rows.flat().reduce((most, { x, width }) => Math.max(most, x + width), 0);
  const steps = Math.min(MAX_STEPS, Math.ceil(right / STEP));
  const sides = rows.map((row) => sidesOf(row, steps));
  let best: Gutter | undefined;
  for (let step = 0; step < steps; step++) {
    for (const gutter of guttersAt(sides, step)) {
      if (!best || isBetter(gutter, best)) best = gutter;
    }
  }
  return best;
}

/** The longer one of two that part the same letters has the last lines of both columns. */
const isBetter = (one: Gutter, other: Gutter): boolean =>
  one.letters > other.letters ||
  (one.letters === other.letters && one.to - one.from > other.to - other.from);

/** Pages are not wider; in steps. */
const MAX_STEPS = 3000;

/** How many letters of a row begin before each step, and whether the row is white there. */
interface Sides {
  readonly isWhite: readonly boolean[];
  readonly before: readonly number[];
  readonly letters: number;
}

function sidesOf(row: Row, steps: number): Sides {
  const isWhite = new Array<boolean>(steps).fill(true);
  const begin = new Array<number>(steps).fill(0);
  let letters = 0;
  const stepAt = (x: number) => Math.min(steps - 1, Math.max(0, Math.round(x / STEP)));
  for (const { text, x, width, size } of row) {
    if (text.trim() === '') continue;
    const near = (GUTTER / 2) * size;
    isWhite.fill(false, stepAt(x - near), stepAt(x + width + near) + 1);
    begin[stepAt(x)] = (begin[stepAt(x)] ?? 0) + text.length;
    letters += text.length;
  }
  let sum = 0;
  const before = begin.map((count) => {
    sum += count;
    return sum;
  });
  return { isWhite, before, letters };
}

/** The stretches of rows that are white at a step, and have a column on either side of it. */
function guttersAt(sides: readonly Sides[], step: number): readonly Gutter[] {
  const gutters: Gutter[] = [];
  for (let from = 0; from < sides.length; from++) {
    let [to, left, right, leftRows, rightRows] = [from, 0, 0, 0, 0];
    for (let row = sides[to]; row?.isWhite[step]; row = sides[++to]) {
      const before = row.before[step] ?? 0;
      left += before;
      right += row.letters - before;
      leftRows += before > 0 ? 1 : 0;
      rightRows += row.letters > before ? 1 : 0;
    }
    const letters = Math.min(left, right);
    const areColumns = left >= MIN_LETTERS * leftRows && right >= MIN_LETTERS * rightRows;
    if (letters > 0 && areColumns && Math.max(leftRows, rightRows) >= MIN_ROWS) {
      gutters.push({ from, to, at: step * STEP, letters });
    }
    from = to;
  }
  return gutters;
}

const isFull = (row: readonly unknown[]): boolean => row.length > 0;
