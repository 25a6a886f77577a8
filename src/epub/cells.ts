import type { Element, Root } from 'hast';
import { s } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/** Measures in units of the drawing; its size on the page follows that of the letters. */
const SIDE = 12;
const LOW = 5;
const DOT = 2;

/**
 * Draw the cells of strips. A page fills them by backgrounds and tells them apart by colors; readers of
 * e-books may take both away, so that "states it" would look like "not found in it". Shapes stay.
 */
export function drawCells(tree: Root | Element): void {
  visit(tree, 'element', (element, index, parent) => {
    const shape = shapeOf(element);
    if (!shape || index === undefined || !parent) return;
    parent.children[index] = s(
      'svg',
      { className: ['cell'], viewBox: `0 0 ${SIDE} ${SIDE}`, ariaHidden: 'true' },
      [s('rect', { className: ['all'], x: 1, y: 1, width: SIDE - 2, height: SIDE - 2 }), ...shape],
    );
    return SKIP;
  });
}

/** What a cell shows within its frame, as the strips of many reports do: full, low, a dot, nothing. */
const SHAPES: Readonly<Record<string, () => readonly Element[]>> = {
  states: () => [s('rect', { className: ['fill'], x: 1, y: 1, width: SIDE - 2, height: SIDE - 2 })],
  differs: () => [
    s('rect', { className: ['fill'], x: 1, y: SIDE - 1 - LOW, width: SIDE - 2, height: LOW }),
  ],
  close: () => [s('circle', { className: ['fill'], cx: SIDE / 2, cy: SIDE / 2, r: DOT })],
  silent: () => [],
};

function shapeOf({ tagName, properties: { className } }: Element) {
  if (tagName !== 'span' || !Array.isArray(className) || !className.includes('cell')) return null;
  const [kind] = className.map(String).filter((name) => Object.hasOwn(SHAPES, name));
  return kind === undefined ? null : (SHAPES[kind]?.() ?? null);
}
