import type { Element } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { textOf } from '../trees.ts';

/** A row of a table, with a cell in every column: Word asks for as many in each. */
export interface Row {
  readonly tree: Element;
  readonly isHead: boolean;
  readonly cells: readonly Cell[];
}

/** A cell in its place. */
export interface Cell {
  /** Nothing where the row has no cell of its own there. */
  readonly tree: Element | null;
  readonly column: number;
  /** How many columns it is wide. */
  readonly span: number;
  /** Whether it goes on from the row above, or in the row below. */
  readonly joins: 'above' | 'below' | null;
}

/** Put the cells of a table into rows and columns. */
export function gridOf(table: Element): readonly Row[] {
  const rows: Row[] = [];
  let reaching: readonly Reaching[] = [];
  visit(table, 'element', (tree, _, parent) => {
    if (tree !== table && tree.tagName === 'table') return SKIP;
    if (tree.tagName !== 'tr') return undefined;
    const isHead = parent?.type === 'element' && parent.tagName === 'thead';
    const placed = placedIn(tree, reaching);
    reaching = placed.filter(({ below }) => below > 0);
    rows.push({ tree, isHead, cells: placed });
    return undefined;
  });
  const columns = Math.max(0, ...rows.map(({ cells }) => endOf(cells)));
  return rows.map((row) => ({ ...row, cells: padded(row.cells, columns) }));
}

/** A cell that reaches down to so many rows below. */
interface Reaching extends Cell {
  readonly below: number;
}

/** The cells of a row, between those that reach down from the row above. */
function placedIn(row: Element, above: readonly Reaching[]): readonly Reaching[] {
  const cells: Reaching[] = above.map((cell) => ({
    ...cell,
    tree: null,
    joins: 'above',
    below: cell.below - 1,
  }));
  for (const tree of row.children) {
    if (tree.type !== 'element' || !/^t[dh]$/u.test(tree.tagName)) continue;
    const span = spanOf(tree.properties['colSpan']);
    const below = spanOf(tree.properties['rowSpan']) - 1;
    const joins = below > 0 ? 'below' : null;
    cells.push({ tree, column: freeColumn(cells, span), span, joins, below });
  }
  return cells.sort((a, b) => a.column - b.column);
}

/** More rows or columns no table of a briefing has: who says so is mistaken, or means harm. */
const MOST_SPANNED = 100;

function spanOf(said: unknown): number {
  const span = Math.trunc(Number(said ?? 1));
  return span >= 1 && span <= MOST_SPANNED ? span : 1;
}

/** The first column from which so many are free. */
function freeColumn(cells: readonly Cell[], span: number): number {
  const isFree = (from: number) =>
    cells.every((cell) => from + span <= cell.column || from >= endOf([cell]));
  return [0, ...cells.map((cell) => endOf([cell]))].filter(isFree).reduce((a, b) => Math.min(a, b));
}

/** The column behind the last. */
const endOf = (cells: readonly Cell[]): number =>
  Math.max(0, ...cells.map(({ column, span }) => column + span));

function padded(cells: readonly Cell[], columns: number): readonly Cell[] {
  const all: Cell[] = [];
  for (let column = 0; column < columns; ) {
    const cell = cells.find((candidate) => candidate.column === column);
    all.push(cell ?? { tree: null, column, span: 1, joins: null });
    column += cell?.span ?? 1;
  }
  return all;
}

/** Fewer or more characters than these make a column no narrower or wider. */
const NARROWEST = 3;
const WIDEST = 40;

/** The air beside the words of a cell, in characters. */
const AIR = 3;

/**
 * Share a width among columns by what they hold: the longest text of the body, the longest word of the
 * head.
 *
 * @param width In twentieths of a point, as what is given.
 */
export function widthsOf(rows: readonly Row[], width: number): readonly number[] {
  const columns = Math.max(0, ...rows.map(({ cells }) => endOf(cells)));
  const weights = Array.from({ length: columns }, (_, column) => weightOf(rows, column));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.floor((width * weight) / sum));
}

function weightOf(rows: readonly Row[], column: number): number {
  const lengths = rows.flatMap(({ cells, isHead }) => {
    const cell = cells.find((one) => one.column === column && one.span === 1);
    const text = cell?.tree ? textOf([cell.tree]).trim() : '';
    return isHead ? text.split(/\s+/u).map(({ length }) => length) : text.length;
  });
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  return AIR + Math.min(WIDEST, Math.max(NARROWEST, longest));
}
