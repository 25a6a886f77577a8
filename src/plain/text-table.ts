/** Spaces between columns. */
const GAP = 2;

/** In less, words read badly: a column that gives way keeps so much. */
const NARROWEST = 24;

/**
 * How wide the columns of a table are: as their longest cell where all fit, else with the widest giving
 * way, or several of them alike. Nothing where that would leave them too narrow to read.
 *
 * @param rows Texts of the cells.
 */
export function columnWidths(
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] | null {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((cells) => lengthOf(cells[column] ?? ''))),
  );
  const free = width - GAP * (count - 1);
  for (let most = Math.max(free, NARROWEST); most >= NARROWEST; most -= 1) {
    const cut = widths.map((own) => Math.min(own, most));
    if (cut.reduce((sum, own) => sum + own, 0) <= free) return cut;
  }
  return null;
}

/**
 * Set a table: a line under its first row, and rows apart where any has several lines.
 *
 * @param rows Texts of the cells, broken to the widths of their columns.
 */
export function tableOf(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const set = rows.map((cells) => rowOf(cells, widths));
  const [head = '', ...body] = set;
  const rule = widths.map((width) => '-'.repeat(width)).join(' '.repeat(GAP));
  const apart = body.some((row) => row.includes('\n')) ? '\n\n' : '\n';
  return [head, rule, ...(body.length > 0 ? [body.join(apart)] : [])].join('\n');
}

function rowOf(cells: readonly string[], widths: readonly number[]): string {
  const columns = widths.map((_, column) => (cells[column] ?? '').split('\n'));
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((lines, column) => {
        const text = lines[line] ?? '';
        return text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - lengthOf(text)));
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  ).join('\n');
}

const lengthOf = (text: string): number => Array.from(text).length;
