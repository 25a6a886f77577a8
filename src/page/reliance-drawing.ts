import type { Element, ElementContent } from 'hast';
import type { Box, Plan, Point, Way } from './reliance-layout.ts';

/** Length of an arrow’s head. */
const ARROW = 7;

/** Where on the last stretch of a line its figure stands: lines part in the middle. */
const NEAR = 0.5;

/**
 * Draw who relies on whom. Colors are the style sheet's; kinds are told by shape, so that it can be
 * read without.
 *
 * @param ids Of the elements that name and describe it.
 * @param leading Height of a line of a label.
 */
export function relianceDrawing(
  { boxes, ways, frame: { x, y, width, height } }: Plan,
  ids: { readonly title: string; readonly text: string },
  leading: number,
): Element {
  return element(
    'svg',
    {
      viewBox: `${x} ${y} ${width} ${height}`,
      width,
      height,
      role: 'img',
      ariaLabelledBy: [ids.title, ids.text],
    },
    [
      element('title', { id: ids.title }, [text('Who relies on whom')]),
      element('desc', { id: ids.text }, [
        text('Reports and their sources, joined by arrows; the table says the same in words.'),
      ]),
      ...ways.map(lineMark),
      ...boxes.map((box) => boxMark(box, leading)),
    ],
  );
}

function boxMark({ node, lines, x, y, width, height }: Box, leading: number): Element {
  const top = y - ((lines.length - 1) * leading) / 2;
  return element('g', { className: ['node', node.kind] }, [
    element('rect', {
      x: at(x - width / 2),
      y: at(y - height / 2),
      width: at(width),
      height: at(height),
      rx: at(node.kind === 'report' ? 0 : 8),
    }),
    ...lines.map((line, index) => words(line, { x, y: top + index * leading })),
  ]);
}

function lineMark({ edge: { how, claims }, points }: Way): Element {
  const last = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? last;
  // A line reaches a box level, save where it leads back.
  const from = last.x > before.x ? { x: last.x - 1, y: last.y } : before;
  const isShared = how === 'shares-text';
  const figure = isShared
    ? before
    : {
        x: last.x + (before.x - last.x) * NEAR,
        y: last.y + (before.y - last.y) * NEAR,
      };
  return element('g', { className: ['edge', how] }, [
    element('path', { className: ['line'], d: isShared ? bow(points) : curve(points) }),
    ...(isShared ? [] : [element('path', { className: ['arrow'], d: arrowAt(last, from) })]),
    // Its outline lies below it: the line gives way to it.
    ...(claims > 1 ? [words(String(claims), figure, { paintOrder: 'stroke' })] : []),
  ]);
}

/** Words around a point; letters stand a little lower than their middle. */
const words = (line: string, { x, y }: Point, more: Element['properties'] = {}): Element =>
  element('text', { x: at(x), y: at(y + 4), textAnchor: 'middle', ...more }, [text(line)]);

/** A line through points that leaves and reaches each of them level. */
function curve([first, ...rest]: readonly Point[]): string {
  if (!first) return '';
  const bends = rest.map((point, index) => {
    const before = rest[index - 1] ?? first;
    const middle = (before.x + point.x) / 2;
    return `C${pair({ x: middle, y: before.y })} ${pair({ x: middle, y: point.y })} ${pair(point)}`;
  });
  return [`M${pair(first)}`, ...bends].join(' ');
}

/** A line from one end to the other by a point beside both. */
function bow([start, out, stop]: readonly Point[]): string {
  if (!start || !out || !stop) return '';
  const turn = (y: number): Point => ({ x: out.x, y });
  return `M${pair(start)} Q${pair(turn(start.y))} ${pair(out)} Q${pair(turn(stop.y))} ${pair(stop)}`;
}

function arrowAt(tip: Point, from: Point): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const back = { x: tip.x - ARROW * dx, y: tip.y - ARROW * dy };
  const side = (sign: number) => ({
    x: back.x - (sign * dy * ARROW) / 2,
    y: back.y + (sign * dx * ARROW) / 2,
  });
  return `M${pair(tip)} L${pair(side(1))} L${pair(side(-1))} Z`;
}

const at = (value: number): string => String(Math.round(value * 10) / 10);

const pair = ({ x, y }: Point): string => `${at(x)} ${at(y)}`;

const text = (value: string): ElementContent => ({ type: 'text', value });

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children });
