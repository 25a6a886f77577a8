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

/** A placed item; the page counts from 0. */
export type Placed = Item & { readonly page: number };
export type Row = readonly Placed[];

/** Letters of one line. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Of the first word. */
  readonly firstWidth: number;
  readonly page: number;
}

/** Lines that run on. */
export type Paragraph = readonly [Line, ...Line[]];

/** A gap between letters that is a space, in parts of their size. */
export const SPACE = 0.2;

/** The text of a row, and where it stands. */
export function lineOf(row: Row): Line {
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
export function sizeOf(items: readonly { readonly text: string; readonly size: number }[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of items) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...letters].sort(([a, one], [b, other]) => other - one || b - a);
  return most?.[0] ?? 0;
}

/** Letters whose size differs by more are another kind of text. */
const OTHER_SIZE = 1.08;

/** Whether two sizes are that of one kind of text. */
export const isSize = (a: number, b: number): boolean =>
  Math.max(a, b) <= OTHER_SIZE * Math.min(a, b);

/** How a sentence ends. */
export const ENDED = /[.!?…:]["'”’)\]]*$/u;
