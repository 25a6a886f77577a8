import { FileChild, TableCell, TableProperties, TableRow } from 'docx';
import type { Element } from 'hast';
import { textOf } from '../trees.ts';
import { element, filled } from './elements.ts';
import { type Cell, gridOf, type Row, widthsOf } from './grid.ts';
import { paragraphOf } from './paragraphs.ts';
import type { At, Block, Writer } from './writer.ts';

/** A table, with its caption before it, as Word has it. */
export const table: Block = (tree, at, write) => {
  const rows = gridOf(tree);
  const captions = write.blocks(tree.children.filter(isCaption), { ...at, style: 'Caption' });
  const columns = rows[0]?.cells.reduce((sum, { span }) => sum + span, 0) ?? 0;
  if (columns === 0) return captions;
  // A note of Word's holds paragraphs alone here; and no table of Word's has more columns.
  if (at.part === 'footnotes' || columns > MOST_COLUMNS) {
    return [...captions, ...cellsOf(rows).flatMap(({ children }) => write.blocks(children, at))];
  }
  const widths = widthsOf(rows, at.width);
  const grid = widths.map((w) => element('gridCol', { w }));
  return [
    ...captions,
    filled(new FileChild('w:tbl'), [
      propertiesOf(widths),
      element('tblGrid', {}, grid),
      ...rows.map((row) => rowOf(row, widths, { at, write })),
    ]),
  ];
};

const MOST_COLUMNS = 63;

const isCaption = (node: Element['children'][number]): boolean =>
  node.type === 'element' && node.tagName === 'caption';

const cellsOf = (rows: readonly Row[]): readonly Element[] =>
  rows.flatMap(({ cells }) => cells.flatMap(({ tree }) => tree ?? []));

function propertiesOf(widths: readonly number[]): TableProperties {
  return new TableProperties({
    style: 'BriefingTable',
    width: { size: sumOf(widths), type: 'dxa' },
    layout: 'fixed',
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
  });
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Rows with more characters are broken over pages: they may not fit on one. */
const MOST_UNBROKEN = 1500;

function rowOf(row: Row, widths: readonly number[], { at, write }: { at: At; write: Writer }) {
  write.bookmarks.open(String(row.tree.properties['id'] ?? ''));
  const style = row.isHead ? 'TableHead' : 'TableText';
  const children = row.cells.map((cell) => {
    const width = sumOf(widths.slice(cell.column, cell.column + cell.span));
    return cellOf(cell, { ...at, style, width, depth: 0, numbered: null, rest: null }, write);
  });
  return new TableRow({
    ...(row.isHead ? { tableHeader: true } : {}),
    ...(textOf([row.tree]).length <= MOST_UNBROKEN ? { cantSplit: true } : {}),
    children,
  });
}

/** How a cell that goes over rows is joined in each of them. */
const JOINED = { above: 'continue', below: 'restart' } as const;

function cellOf({ tree, span, joins }: Cell, at: At, write: Writer): TableCell {
  write.bookmarks.open(String(tree?.properties['id'] ?? ''));
  const cell = new TableCell({
    children: [],
    width: { size: at.width, type: 'dxa' },
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(joins ? { verticalMerge: JOINED[joins] } : {}),
  });
  const told = write.blocks(tree?.children ?? [], at);
  return filled(cell, told.length > 0 ? told : [paragraphOf([], at, write)]);
}
