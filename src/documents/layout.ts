import type { BlockKind } from '../types.ts';
import type { Stretch } from './document.ts';

/** Letters that stand together on a page. Sizes and places in points, from below left. */
export interface Item {
  readonly text: string;
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Whether they stand upright; others run along the edge of a page, or across it. */
  readonly isUpright: boolean;
}

/** Letters of one line. */
interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Of the first word. */
  readonly firstWidth: number;
  readonly page: number;
}

/** A text made from a layout, and the stretches that it is made of. */
export interface Laid {
  readonly source: string;
  readonly stretches: readonly Stretch[];
}

/**
 * Make a running text of pages: columns one after the other, paragraphs joined over the ends of
 * columns and pages. Lines that stand on every page (running heads, numbers of pages) come last,
 * so that they part no paragraph.
 */
export function reflow(pages: readonly (readonly Item[])[]): Laid {
  const rows = pages.map((items, page) => rowsOf(items, page));
  const around = furniture(rows);
  const columns = rows.flatMap((page) =>
    inColumns(page.filter(([item]) => item && !around.has(item))),
  );
  const body = sizeOf(columns.flat().flat());
  const paragraphs = joined(columns.flatMap((column) => paragraphsIn(column, body)));
  const outside = rows.flat().filter(([item]) => item && around.has(item));
  const turned = pages.flat().filter(({ isUpright, text }) => !isUpright && text.trim() !== '');
  const headline = headlineAmong(paragraphs, body);
  return written([
    ...paragraphs.map((paragraph) => ({
      lines: paragraph,
      kind: kindOf(paragraph, headline, body),
    })),
    ...outside.map((row) => ({ lines: [lineOf(row)], kind: 'furniture' as const })),
    ...turned.map((item) => ({
      lines: [lineOf([{ ...item, page: 0 }])],
      kind: 'furniture' as const,
    })),
  ]);
}

// ---------------------------------------------------------------------------------------------
// Rows

/** A placed item; the page counts from 0. */
type Placed = Item & { readonly page: number };
type Row = readonly Placed[];

const isFull = (row: readonly unknown[]): boolean => row.length > 0;

/** Items belong to one row where their lines are this near, in parts of their size. */
const SAME_ROW = 0.4;

/** The rows of a page from above, each from left to right. What was drawn twice stands once. */
function rowsOf(items: readonly Item[], page: number): readonly Row[] {
  const sorted = items
    .filter(({ text, isUpright }) => text !== '' && isUpright)
    .map((item) => ({ ...item, page }))
    .sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Placed[][] = [];
  let y = Number.POSITIVE_INFINITY;
  for (const item of sorted) {
    if (y - item.y > SAME_ROW * item.size) {
      rows.push([]);
      y = item.y;
    }
    rows.at(-1)?.push(item);
  }
  return rows.map(inOrder).filter((row) => row.some(({ text }) => text.trim() !== ''));
}

function inOrder(row: readonly Placed[]): Row {
  const sorted = [...row].sort((a, b) => a.x - b.x);
  return sorted.filter((item, index) => {
    const before = sorted[index - 1];
    // Letters are made bold by drawing them twice.
    return !(before?.text === item.text && item.x - before.x < 1 && item.text.trim() !== '');
  });
}

// ---------------------------------------------------------------------------------------------
// Running heads and numbers of pages

/** Rows from an edge of the page that may stand on every page. */
const EDGE_ROWS = 3;
/** Share of the pages that have a running head. Left and right pages may have different ones. */
const REPEATED = 0.4;

/** A number of a page alone, or the address that browsers print. */
const FOLIO = /^(?:(?:page|p\.)\s*)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|\/)\s*\d{1,4})?$/iu;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+(?:\s+\d{1,4}\s*\/\s*\d{1,4})?$/iu;
/** The moment of printing, with which browsers begin the line above a page. */
const PRINTED = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}\b/u;
const AROUND = [FOLIO, ADDRESS, PRINTED];

/** The items of lines at the edges of pages that are not part of the text. */
function furniture(pages: readonly (readonly Row[])[]): ReadonlySet<Placed> {
  const edges = pages.map((rows) => [
    ...new Set([...rows.slice(0, EDGE_ROWS), ...rows.slice(-EDGE_ROWS)]),
  ]);
  const counts = new Map<string, number>();
  for (const rows of edges) {
    for (const key of new Set(rows.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, REPEATED * pages.length);
  const isAround = (row: Row) => {
    const text = lineOf(row).text;
    const isRepeated = (counts.get(keyOf(row)) ?? 0) >= least;
    return isRepeated || AROUND.some((pattern) => pattern.test(text));
  };
  return new Set(edges.flat().filter(isAround).flat());
}

/** The same for lines that differ in their numbers alone and stand in one place. */
function keyOf(row: Row): string {
  const { text, y } = lineOf(row);
  return `${Math.round(y / 10)} ${text.replace(/\d+/gu, '#')}`;
}

// ---------------------------------------------------------------------------------------------
// Columns

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
function inColumns(rows: readonly Row[], depth = 0): readonly (readonly Row[])[] {
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

// ---------------------------------------------------------------------------------------------
// Lines and paragraphs

/** A gap between letters that is a space, in parts of their size. */
const SPACE = 0.2;

function lineOf(row: Row): Line {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const item of row) {
    const isApart = item.x - end > SPACE * item.size && text !== '';
    if (isApart && !/^\s|^$/u.test(item.text) && !/\s$/u.test(text)) text += ' ';
    text += item.text;
    end = Math.max(end, item.x + item.width);
  }
  const clean = text.replace(/\s+/gu, ' ').trim();
  const words = row.filter((item) => item.text.trim() !== '');
  const [first] = words;
  const left = first?.x ?? 0;
  const right = words.reduce((most, { x, width }) => Math.max(most, x + width), left);
  const firstWord = /^\S*/u.exec(clean)?.[0].length ?? 0;
  return {
    text: clean,
    left,
    right,
    y: first?.y ?? 0,
    size: sizeOf(words),
    firstWidth: ((right - left) * firstWord) / Math.max(1, clean.length),
    page: first?.page ?? 0,
  };
}

/** The size that most letters have. */
function sizeOf(items: readonly { readonly text: string; readonly size: number }[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of items) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...letters].sort(([a, one], [b, other]) => other - one || b - a);
  return most?.[0] ?? 0;
}

type Paragraph = readonly [Line, ...Line[]];

/** What a column is like where nothing is special. */
interface Measure {
  readonly left: number;
  readonly right: number;
  /** From line to line. */
  readonly leading: number;
  /** The size of the text, in all columns. */
  readonly body: number;
}

function measureOf(lines: readonly Line[]): Omit<Measure, 'body'> {
  const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
  const at = (numbers: readonly number[], share: number) =>
    sorted(numbers)[Math.floor(share * (numbers.length - 1))] ?? 0;
  const steps = lines.slice(1).map(({ y }, index) => (lines[index]?.y ?? 0) - y);
  return {
    left: at(
      lines.map(({ left }) => left),
      0.2,
    ),
    // The longest line may stand out of the measure.
    right: at(
      lines.map(({ right }) => right),
      0.9,
    ),
    leading: at(steps, 0.3),
  };
}

function paragraphsIn(column: readonly Row[], body: number): Paragraph[] {
  const lines = column.map(lineOf);
  const measure = { ...measureOf(lines), body };
  const paragraphs: [Line, ...Line[]][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || begins(line, before, measure)) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

/** A gap between lines that parts paragraphs, in parts of the usual one. */
const GAP = 1.3;
/** An indentation, in parts of the size. */
const INDENT = 0.7;
/** Letters whose size differs by more are another kind of text. */
const OTHER_SIZE = 1.08;

/** Whether a line begins a paragraph, after the line before it. */
function begins(line: Line, before: Line, measure: Measure): boolean {
  const { left, right, leading, body } = measure;
  if (!isSize(line.size, before.size) || BULLET.test(line.text)) return true;
  if (before.y - line.y > GAP * Math.max(leading, line.size)) return true;
  const isIndented = (one: Line) => one.left - left > INDENT * one.size;
  // Two indented lines in a row are two paragraphs, or lines of a block that is set in.
  if (isIndented(line) && (!isIndented(before) || ENDED.test(before.text))) return true;
  // Headlines are broken where it looks well; names and dates stand in lines of their own.
  const isShort = isSize(line.size, body) && right - before.right > SHORT * (right - left);
  return (isShort || ENDED.test(before.text)) && hasRoom(before, line, right);
}

/** A line that leaves more of its column empty was ended on purpose. */
const SHORT = 0.5;

const isSize = (a: number, b: number): boolean => Math.max(a, b) <= OTHER_SIZE * Math.min(a, b);

const BULLET = /^[•▪◦‣●■]\s*/u;

/** How a sentence ends. */
const ENDED = /[.!?…:]["'”’)\]]*$/u;

/** Whether the first word of a line would have found room in the line before. */
const hasRoom = (before: Line, { firstWidth, size }: Line, right: number): boolean =>
  right - before.right > firstWidth + SPACE * size + size;

/** Join what the end of a column or a page parts. */
function joined(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const whole: [Line, ...Line[]][] = [];
  for (const paragraph of paragraphs) {
    const before = whole.at(-1);
    if (before && goesOn(paragraph, before)) before.push(...paragraph);
    else whole.push([...paragraph]);
  }
  return whole;
}

function goesOn([first]: Paragraph, before: Paragraph): boolean {
  const last = before.at(-1) ?? before[0];
  const isBelow = first.page === last.page && first.y <= last.y;
  if (
    isBelow ||
    !isSize(first.size, last.size) ||
    BULLET.test(first.text) ||
    ENDED.test(last.text)
  ) {
    return false;
  }
  const right = Math.max(...before.map((line) => line.right));
  const isFilled = before.length > 1 && !hasRoom(last, first, right);
  return isFilled || /^\p{Ll}/u.test(first.text);
}

// ---------------------------------------------------------------------------------------------
// Kinds

/** Type that is larger than that of the text by this much is a headline, or a heading. */
const HEADLINE_SIZE = 1.25;
const HEADING_SIZE = 1.1;
/** Neither of them is longer; in letters. */
const MAX_HEADING = 200;
/** A headline has more words than the name of a paper. */
const MIN_HEADLINE_WORDS = 3;

const textOf = (paragraph: Paragraph): string => paragraph.map(({ text }) => text).join('\n');

/** The paragraph in the largest type of the first page that has any. */
function headlineAmong(paragraphs: readonly Paragraph[], body: number): Paragraph | undefined {
  const [start] = paragraphs;
  const large = paragraphs.filter(
    (paragraph) =>
      paragraph[0].page === start?.[0].page &&
      paragraph[0].size >= HEADLINE_SIZE * body &&
      textOf(paragraph).length <= MAX_HEADING &&
      textOf(paragraph).split(/\s+/u).length >= MIN_HEADLINE_WORDS,
  );
  const largest = Math.max(...large.map(([{ size }]) => size));
  return large.find(([{ size }]) => size === largest);
}

function kindOf(paragraph: Paragraph, headline: Paragraph | undefined, body: number): BlockKind {
  if (paragraph === headline) return 'headline';
  const text = textOf(paragraph);
  const isLarge = paragraph[0].size >= HEADING_SIZE * body;
  return isLarge && text.length <= MAX_HEADING && !ENDED.test(text) ? 'heading' : 'paragraph';
}

// ---------------------------------------------------------------------------------------------
// Text

interface Part {
  readonly lines: readonly Line[];
  readonly kind: BlockKind;
}

/** Write out the parts: a line a line, and an empty line between parts. */
function written(parts: readonly Part[]): Laid {
  const stretches: Stretch[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const { lines, kind } of parts) {
    const text = lines.map((line) => line.text).join('\n');
    stretches.push({ kind, start: at, end: at + text.length });
    texts.push(text);
    at += text.length + PART_BREAK.length;
  }
  return { source: texts.join(PART_BREAK), stretches };
}

const PART_BREAK = '\n\n';
