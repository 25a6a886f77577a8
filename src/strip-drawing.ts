import type { ElementContent } from 'hast';
import { s } from 'hastscript';

/** What a report has to do with a fact. */
type Cell = 'states' | 'differs' | 'close' | 'silent';

/** With more reports than these a cell each is too narrow to be seen, and a page of them too long. */
const MANY = 20;

/** Measures in pixels; a cell of a hundred is a pixel wide. */
const [WIDTH, HEIGHT] = [100, 12];
/** Of those that give another value: told by shape, as color alone would not do. */
const LOW = 5;
/** A single cell must still be seen. */
const MIN_WIDTH = 2;

export const areMany = (reports: number): boolean => reports > MANY;

/** Draw the strip of a fact with many reports: what is said side by side in one piece, silence not at all. */
export function stripDrawing(cells: readonly Cell[]): ElementContent {
  const step = WIDTH / cells.length;
  return s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, ariaHidden: 'true' },
    [
      s('rect', { className: ['all'], x: 0, y: 0, width: WIDTH, height: HEIGHT }),
      ...runsOf(cells).map(({ cell, from, length }) =>
        s('rect', {
          className: [cell],
          x: rounded(from * step),
          y: cell === 'differs' ? HEIGHT - LOW : cell === 'close' ? LOW : 0,
          width: rounded(Math.max(length * step, MIN_WIDTH)),
          height: cell === 'differs' ? LOW : cell === 'close' ? MIN_WIDTH : HEIGHT,
        }),
      ),
    ],
  );
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Cells of one kind side by side, those left out that say nothing. */
function runsOf(cells: readonly Cell[]) {
  const runs: { cell: Cell; from: number; length: number }[] = [];
  for (const [from, cell] of cells.entries()) {
    const last = runs.at(-1);
    if (last?.cell === cell) last.length += 1;
    else runs.push({ cell, from, length: 1 });
  }
  return runs.filter(({ cell }) => cell !== 'silent');
}
