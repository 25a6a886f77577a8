import type { Element, Root } from 'hast';
import { textOf } from '../trees.ts';
import { named } from './elements.ts';

/**
 * Name each cell of a table after the head of its column. On a narrow screen the styles show a table as
 * a list, in which cells stand below one another without a head.
 */
export function labelCells(tree: Root | Element): void {
  for (const table of named(tree, 'table')) {
    const rows = named(table, 'tr');
    const heads = rows.flatMap((row) => named(row, 'th')).filter(isColumn);
    const names = heads.map((head) => textOf([head]).trim());
    for (const row of rows) {
      const cells = row.children.filter((child) => child.type === 'element');
      for (const [column, cell] of cells.entries()) {
        if (cell.tagName === 'td') cell.properties['dataLabel'] = names[column] ?? '';
      }
    }
  }
}

const isColumn = ({ properties }: Element): boolean => properties['scope'] === 'col';
