import { PDFArray, type PDFDict, type PDFDocument, PDFNumber } from '@cantoo/pdf-lib';
import { bucketsOf } from '../buckets.ts';
import { attribute, idOf, textAt } from './attributes.ts';
import { type Part, partsOf, setKids, typeOf } from './structure.ts';

/**
 * Give rows the cells that a browser leaves out because nothing is drawn in them: read aloud, what
 * stands right of them would belong to other columns.
 */
export function completeRows(document: PDFDocument): void {
  const parts = partsOf(document);
  const cells = bucketsOf(
    parts.filter((part) => ['TH', 'TD'].includes(typeOf(part))),
    ({ parent }) => [parent?.ref],
  );
  const rows = bucketsOf(
    parts.filter((part) => typeOf(part) === 'TR'),
    (row) => [tableOf(row)?.ref],
  );
  for (const list of rows.values())
    completeTable(document, list, (row) => cells.get(row.ref) ?? []);
}

const tableOf = (part: Part): Part | undefined =>
  part.parent && typeOf(part.parent) !== 'Table' ? tableOf(part.parent) : part.parent;

/** Only tables without cells over several rows: what is left out of others cannot be told. */
function completeTable(
  document: PDFDocument,
  rows: readonly Part[],
  cellsOf: (row: Part) => readonly Part[],
): void {
  const [head, ...others] = rows;
  if (!head || rows.some((row) => cellsOf(row).some((cell) => spanOf(cell, 'RowSpan') > 1))) return;
  const heads = cellsOf(head);
  if (heads.some((cell) => typeOf(cell) !== 'TH' || spanOf(cell, 'ColSpan') > 1)) return;
  const empty = (row: Part) => document.context.register(emptyCell(document, row));
  // Above the rows' own heads, whose head is often for the ear alone and so not drawn.
  const offset = Number(
    others.length > 0 && others.every((row) => isAmiss(cellsOf(row), heads, columnIds(heads))),
  );
  if (offset > 0) setKids(head, [empty(head), ...heads.map(({ ref }) => ref)]);
  const columns = columnIds(heads, offset);
  const width = heads.length + offset;
  for (const row of others) {
    const cells = cellsOf(row);
    if (cells.reduce((sum, cell) => sum + spanOf(cell, 'ColSpan'), 0) >= width) continue;
    const filled = fill(cells, (cell) => columnOf(cell, columns), width);
    setKids(
      row,
      filled.map((cell) => cell?.ref ?? empty(row)),
    );
  }
}

/** Whether a row begins with its own head, which is in none of the columns that have heads. */
function isAmiss(
  [first, ...rest]: readonly Part[],
  heads: readonly Part[],
  columns: ReadonlyMap<string | undefined, number>,
): boolean {
  if (!first || typeOf(first) !== 'TH' || columnOf(first, columns) !== undefined) return false;
  return rest.length >= heads.length || rest.some((cell) => columnOf(cell, columns) === 0);
}

const columnIds = (heads: readonly Part[], offset = 0): ReadonlyMap<string | undefined, number> =>
  new Map(heads.map((cell, index) => [idOf(cell), index + offset]));

/** Put cells into their columns; what has none of its own comes right behind what is before it. */
function fill(
  cells: readonly Part[],
  columnIn: (cell: Part) => number | undefined,
  columns: number,
): readonly (Part | undefined)[] {
  const filled: (Part | undefined)[] = [];
  for (const cell of cells) {
    const column = columnIn(cell) ?? filled.length;
    while (filled.length < column) filled.push(undefined);
    filled.push(cell);
  }
  while (filled.length < columns) filled.push(undefined);
  return filled;
}

const emptyCell = ({ context }: PDFDocument, row: Part): PDFDict =>
  context.obj({ Type: 'StructElem', S: 'TD', P: row.ref });

/** The column of a cell, from the heads that it names; undefined: it names none of a column. */
function columnOf(cell: Part, columns: ReadonlyMap<string | undefined, number>) {
  const heads = attribute(cell, 'Headers');
  const list = heads instanceof PDFArray ? heads.asArray() : [];
  return list.map((id) => columns.get(textAt(id))).find((column) => column !== undefined);
}

function spanOf(cell: Part, name: 'ColSpan' | 'RowSpan'): number {
  const value = attribute(cell, name);
  return value instanceof PDFNumber ? value.asNumber() : 1;
}
