import type { ElementContent } from 'hast';
import { s } from 'hastscript';
import { bucketsOf } from './buckets.ts';

/** What a report has to do with a fact. */
type Cell = 'states' | 'differs' | 'close' | 'silent';

/** With more reports than these a cell each is too narrow to be seen, and a page of them too long. */
const MANY = 20;

/** Measures in pixels; a cell of a hundred is a pixel wide. */
const [WIDTH, HEIGHT] = [100, 12];
/** Height of those that give another value. */
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
      ...Array.from(
        bucketsOf(runsOf(cells), ({ cell }) => [cell]),
        ([cell, runs]) =>
          // One shape for all of a kind: a page of a hundred reports has more than a thousand strips.
          s('path', { className: [cell], d: runs.map((run) => boxOf(run, step)).join('') }),
      ),
    ],
  );
}

function boxOf({ cell, from, length }: Run, step: number): string {
  const { y, height } = BOXES[cell];
  const width = rounded(Math.max(length * step, MIN_WIDTH));
  return `M${rounded(from * step)} ${y}h${width}v${height}h-${width}z`;
}

/** Where on the strip a cell stands, and how high it is: told by shape, as color alone would not do. */
const BOXES = {
  states: { y: 0, height: HEIGHT },
  differs: { y: HEIGHT - LOW, height: LOW },
  close: { y: LOW, height: MIN_WIDTH },
} as const;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Cells of one kind side by side. */
interface Run {
  readonly cell: Exclude<Cell, 'silent'>;
  readonly from: number;
  length: number;
}

/** Cells of one kind side by side, those left out that say nothing. */
function runsOf(cells: readonly Cell[]): readonly Run[] {
  const runs: Run[] = [];
  let before: Cell = 'silent';
  for (const [from, cell] of cells.entries()) {
    const last = runs.at(-1);
    if (cell !== 'silent' && cell === before && last) last.length += 1;
    else if (cell !== 'silent') runs.push({ cell, from, length: 1 });
    before = cell;
  }
  return runs;
}
