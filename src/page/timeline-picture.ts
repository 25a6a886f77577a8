import type { Element, ElementContent } from 'hast';
import { s } from 'hastscript';
import { bucketsOf } from '../buckets.ts';
import { shortMonth } from '../dates.ts';
import { whenLabel } from '../event-times.ts';
import { daysBetween } from '../language/calendar.ts';
import { html } from '../markup.ts';
import type { TimelineEntry } from '../types.ts';
import type { Lookup } from './lookup.ts';

/**
 * The timeline as a drawing: a dot an entry, above its date on an axis that is broken where nothing
 * happened for some days, and goes on in another line where it is full.
 */

/** Days without an entry before the axis is broken. */
const GAP = 4;
/** With fewer dates there is nothing to see that the list does not show. */
const MIN_DATES = 3;
/** More dots than these are told by their number. */
const MOST_DOTS = 8;

/** Measures in pixels. */
const DAY = 30;
const BREAK = 34;
const MARGIN = 20;
const RADIUS = 4.5;
const DOT = 11.5;
const LANE = 7;
const LABELS = 34;
/** How far the labels below a day, and below a month or year, reach to its left and right. */
const REACH = { day: [8, 52], other: [16, 16] } as const;
/** Between two labels. */
const SPACE = 8;

/** Widths of the drawing, in pixels: for a page, and for a telephone. */
const WIDTHS = { broad: 720, narrow: 330 };

/** The timeline drawn, once for each width; nothing where there is too little to draw. */
export function picturesOf(entries: readonly TimelineEntry[], lookup: Lookup) {
  const { locale } = lookup.briefing.house;
  const last = entries.at(-1);
  const [first] = entries;
  if (!first || !last) return [];
  const isShared = ({ claims }: TimelineEntry) =>
    new Set(claims.map((id) => lookup.claim(id)?.report)).size > 1;
  return Object.entries(WIDTHS).flatMap(([name, width]) => {
    const drawn = timelinePicture(entries, {
      id: `timeline-${name}`,
      width,
      isShared,
      title: `${entries.length} dated events, ${whenLabel(first, locale)} to ${whenLabel(last, locale)}`,
      description:
        'Each dot is an event of the list below, above its date; it is filled where several reports tell it. The axis is broken where nothing is dated for some days.',
    });
    return drawn ? [{ name, drawing: html([drawn]) }] : [];
  });
}

/** What stands at one place of the axis. */
interface Point {
  /** First day that it may be. */
  readonly day: string;
  readonly date: string;
  readonly entries: readonly TimelineEntry[];
}

/** A point, and where it is drawn. */
interface Placed extends Point {
  readonly x: number;
  /** Whether the axis is broken before it. */
  readonly broken: boolean;
  /** Whether its month, or year, is written below it. */
  readonly headed: boolean;
}

/** How it is drawn, and what it is called. */
interface Picture {
  readonly id: string;
  readonly width: number;
  /** Whether several reports tell an entry. */
  readonly isShared: (entry: TimelineEntry) => boolean;
  readonly title: string;
  readonly description: string;
}

/** Draw a timeline; nothing where it has too few dates for a picture. */
function timelinePicture(entries: readonly TimelineEntry[], picture: Picture): Element | undefined {
  const points = pointsOf(entries.filter(({ until }) => until === null));
  if (points.length < MIN_DATES) return undefined;
  const stretches = entries.filter(({ until }) => until !== null);
  const drawn: Element[] = [];
  let y = 0;
  for (const line of linesOf(points, picture.width)) {
    const { element, height } = drawLine(line, stretches, y, picture);
    drawn.push(element);
    y += height;
  }
  const { id, width, title, description } = picture;
  return s(
    'svg',
    {
      className: ['picture'],
      viewBox: `0 0 ${width} ${Math.ceil(y)}`,
      width,
      height: Math.ceil(y),
      role: 'img',
      ariaLabelledBy: `${id}-title ${id}-desc`,
    },
    [
      s('title', { id: `${id}-title` }, title),
      s('desc', { id: `${id}-desc` }, description),
      ...drawn,
    ],
  );
}

function pointsOf(entries: readonly TimelineEntry[]): readonly Point[] {
  const points = bucketsOf(entries, ({ date }) => [date]);
  return [...points].map(([date, told]) => ({
    date,
    day: date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date,
    entries: told,
  }));
}

/** Days from one point to the next; that of a month or year is its last day. */
function gap(a: Point, b: Point): number {
  if (a.date.length < 10 || b.date.length < 10) return Number.POSITIVE_INFINITY;
  return daysBetween(a.day, b.day);
}

/** Place points from left to right, a new line where one is full. */
function linesOf(points: readonly Point[], width: number): readonly (readonly Placed[])[] {
  const lines: Placed[][] = [[]];
  let labeled = 0;
  for (const [index, point] of points.entries()) {
    const last = lines.at(-1)?.at(-1);
    const [left, right] = reachOf(point);
    const next = behind(last, point, { before: points[index - 1], free: labeled + SPACE + left });
    const full = next.x + (next.headed ? right : left) > width;
    const placed = full ? { ...next, x: MARGIN, headed: true } : next;
    if (full) lines.push([placed]);
    else lines.at(-1)?.push(placed);
    if (placed.headed) labeled = placed.x + right;
  }
  return lines;
}

const reachOf = ({ date }: Point) => REACH[date.length === 10 ? 'day' : 'other'];

/**
 * Place a point behind the last one of a line.
 *
 * @param at The point before it, on whatever line, and from where on there is room for a label.
 */
function behind(
  last: Placed | undefined,
  point: Point,
  { before, free }: { readonly before: Point | undefined; readonly free: number },
): Placed {
  const days = before ? gap(before, point) : 0;
  const broken = before !== undefined && days > GAP;
  const headed = !last || broken || before?.date.slice(0, 7) !== point.date.slice(0, 7);
  const step = broken ? BREAK : days * DAY;
  const x = last ? Math.max(last.x + step, headed ? free : 0) : MARGIN;
  return { ...point, x, broken, headed };
}

function drawLine(
  line: readonly Placed[],
  stretches: readonly TimelineEntry[],
  top: number,
  picture: Picture,
): { readonly element: Element; readonly height: number } {
  const most = Math.max(...line.map(({ entries }) => Math.min(entries.length, MOST_DOTS + 1)));
  const axis = top + (most + 0.5) * DOT;
  const bars = stretches.flatMap((entry) => {
    const place = barOf(entry, line);
    return place ? [{ ...place, fact: entry.fact }] : [];
  });
  const below = axis + bars.length * LANE;
  const children = [
    ...axisOf(line, axis),
    ...bars.map(({ from, to, fact }, lane) =>
      s('rect', {
        className: ['stretch'],
        x: from,
        y: axis + LANE * (lane + 0.6),
        width: Math.max(to - from, DOT),
        height: 3,
        rx: 1.5,
        dataFact: fact,
      }),
    ),
    ...line.flatMap((point) => [...dotsOf(point, axis, picture), ...labelsOf(point, below)]),
  ];
  return { element: s('g', children), height: below + LABELS - top };
}

/** Where the days of an entry lie on a line; nothing where its first day is not among them. */
function barOf({ date, until }: TimelineEntry, line: readonly Placed[]) {
  const within = line.filter(
    (point) => point.date.length === 10 && point.date >= date && until && point.date <= until,
  );
  const [first] = within;
  const last = within.at(-1);
  return first && last ? { from: first.x - RADIUS, to: last.x + RADIUS } : undefined;
}

/** The axis from point to point, open where it is broken. */
function axisOf(line: readonly Placed[], y: number): readonly Element[] {
  return line.slice(1).flatMap((point, index) => {
    const from = line[index]?.x ?? 0;
    const middle = (from + point.x) / 2;
    const stroke = (x1: number, x2: number) =>
      s('line', { className: ['axis'], x1, y1: y, x2, y2: y });
    if (!point.broken) return [stroke(from, point.x)];
    const slash = (x: number) =>
      s('line', { className: ['axis'], x1: x - 2, y1: y + 4, x2: x + 2, y2: y - 4 });
    return [
      stroke(from, middle - 3),
      slash(middle - 2.5),
      slash(middle + 2.5),
      stroke(middle + 3, point.x),
    ];
  });
}

function dotsOf({ x, entries }: Placed, axis: number, { isShared }: Picture): readonly Element[] {
  const shown = entries.slice(0, MOST_DOTS);
  const more = entries.length - shown.length;
  const dots = shown.map((entry, index) =>
    s('circle', {
      className: ['dot', isShared(entry) ? 'shared' : 'alone', ...(entry.about ? ['about'] : [])],
      cx: x,
      cy: axis - DOT * (index + 0.5) - 1,
      r: RADIUS,
      dataFact: entry.fact,
    }),
  );
  const rest = s('text', { x, y: axis - DOT * MOST_DOTS - 4, textAnchor: 'middle' }, `+${more}`);
  return more > 0 ? [...dots, rest] : dots;
}

/** The day, or month, or year; below it what the next to the right have in common with it. */
function labelsOf({ x, date, headed }: Placed, y: number): readonly ElementContent[] {
  const [year = '', month, day] = date.split('-');
  const label = day ? String(Number(day)) : month ? shortMonth(date) : year;
  const head = day ? `${shortMonth(date)} ${year}` : month ? year : '';
  // A month is centered on its point; that of several days begins with the first of them.
  const below = day ? { x: x - 8, y: y + 27 } : { x, y: y + 27, textAnchor: 'middle' };
  return [
    s('text', { className: ['date'], x, y: y + 14, textAnchor: 'middle' }, label),
    ...(headed && head ? [s('text', below, head)] : []),
  ];
}
