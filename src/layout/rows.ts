import type { Item, Placed, Row } from './lines.ts';

/** Items belong to one row where their lines are this near, in parts of their size. */
const SAME_ROW = 0.4;

/** The rows of a page from above, each from left to right. What was drawn twice stands once. */
export function rowsOf(items: readonly Item[], page: number): readonly Row[] {
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
