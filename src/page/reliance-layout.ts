import { Graph, layout } from '@dagrejs/dagre';
import type { RelianceEdge, RelianceNode } from '../types.ts';

/** A place in the drawing, in its own units: a pixel of a screen each. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node in its place, which is that of its middle. */
export interface Box extends Point {
  readonly node: RelianceNode;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** A line with the points that it goes through. */
export interface Way {
  readonly edge: RelianceEdge;
  readonly points: readonly Point[];
}

/** Everything in its place. */
export interface Plan {
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
  readonly frame: Point & { readonly width: number; readonly height: number };
}

/** Width of a letter of a label and height of its line; space around labels and the whole. */
const LETTER = 6.7;
export const LINE = 16;
const PADDING = 9;
const MARGIN = 4;

/** Longest line of a label, in letters; a label has two lines at most. */
const LONGEST = 22;

/** Distance between two lines that end at one box. */
const PORT = 7;

/** The reports hang on a point that is not drawn. No node has this id: they all have a space in it. */
const ROOT = 'root';

/** Place the nodes: reports at the left, whom they have it from at the right of them. */
export function planOf(nodes: readonly RelianceNode[], edges: readonly RelianceEdge[]): Plan {
  const graph = laidOut(nodes, edges);
  const places = new Map(nodes.map(({ id }) => [id, graph.node(id)]));
  const turn = isUpsideDown(nodes, places) ? -1 : 1;
  const turned = ({ x, y }: Point): Point => ({ x, y: turn * y });
  const boxes = nodes.map((node): Box => {
    const { x, y, width, height } = graph.node(node.id);
    return { ...turned({ x, y }), node, width, height, lines: linesOf(node.name) };
  });
  const wayOf = waysBetween(boxes, edges);
  const ways = edges.map((edge): Way => {
    const points = graph.edge(edge.from, edge.to, edge.how)?.points ?? [];
    return { edge, points: wayOf(edge, points.map(turned)) };
  });
  return { boxes, ways, frame: frameOf(boxes, ways) };
}

function laidOut(nodes: readonly RelianceNode[], edges: readonly RelianceEdge[]): Graph {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 14, edgesep: 12, ranksep: 90 });
  graph.setNode(ROOT, { width: 0, height: 0 });
  for (const { id, name, kind } of nodes) {
    const lines = linesOf(name);
    const longest = Math.max(...lines.map(lettersIn));
    graph.setNode(id, {
      width: Math.ceil(longest * LETTER) + 2 * PADDING,
      height: lines.length * LINE + PADDING,
    });
    if (kind === 'report') graph.setEdge(ROOT, id, { weight: 50 }, ROOT);
  }
  for (const { from, to, how } of edges) {
    if (how !== 'shares-text') graph.setEdge(from, to, {}, how);
  }
  layout(graph);
  return graph;
}

/** How many letters wide a line is: characters of some scripts take the room of two. */
const lettersIn = (line: string): number => line.length + (line.match(WIDE)?.length ?? 0);

const WIDE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/gu;

/** Whether the first report stands below the last one: which end is up is chance. */
function isUpsideDown(
  nodes: readonly RelianceNode[],
  places: ReadonlyMap<string, Point | undefined>,
): boolean {
  const heights = nodes
    .filter(({ kind }) => kind === 'report')
    .map(({ id }) => places.get(id)?.y ?? 0);
  return (heights[0] ?? 0) > (heights.at(-1) ?? 0);
}

/**
 * Lead each line from the right side of a box to the left side of another, beside the others that
 * begin or end there.
 */
function waysBetween(boxes: readonly Box[], edges: readonly RelianceEdge[]) {
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const starts = portsOf(edges, byId, 'from', 'to');
  const stops = portsOf(edges, byId, 'to', 'from');
  return (edge: RelianceEdge, points: readonly Point[]): readonly Point[] => {
    const [a, b] = [byId.get(edge.from), byId.get(edge.to)];
    if (!a || !b) return points;
    if (edge.how === 'shares-text') return aroundLeft(a, b);
    const start = { x: a.x + a.width / 2, y: a.y + (starts.get(edge) ?? 0) };
    const stop = { x: b.x - b.width / 2, y: b.y + (stops.get(edge) ?? 0) };
    // One that leads back, as in a circle, keeps the way around the boxes.
    if (stop.x <= start.x) return points;
    const between = points.slice(1, -1);
    return [start, ...(between.length > 1 ? between : []), stop];
  };
}

/** Between two reports of one text: out at the left of both, where no other line is. */
function aroundLeft(a: Box, b: Box): readonly Point[] {
  const [start, stop] = [a, b].map(({ x, y, width }) => ({ x: x - width / 2, y }));
  if (!start || !stop) return [];
  const out = Math.min(start.x, stop.x) - Math.min(80, 16 + Math.abs(a.y - b.y) / 6);
  return [start, { x: out, y: (start.y + stop.y) / 2 }, stop];
}

type End = 'from' | 'to';

/** How far from the middle of its box each line ends, in the order of where they come from. */
function portsOf(
  edges: readonly RelianceEdge[],
  boxes: ReadonlyMap<string, Box>,
  here: End,
  there: End,
): ReadonlyMap<RelianceEdge, number> {
  const groups = new Map<string, RelianceEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[here]);
    if (group) group.push(edge);
    else groups.set(edge[here], [edge]);
  }
  const heightOf = (id: string) => boxes.get(id)?.y ?? 0;
  return new Map(
    [...groups].flatMap(([id, group]) => {
      const room = (boxes.get(id)?.height ?? 0) - PADDING;
      const step = Math.min(PORT, room / group.length);
      return [...group]
        .sort((a, b) => heightOf(a[there]) - heightOf(b[there]))
        .map((edge, index) => [edge, (index - (group.length - 1) / 2) * step] as const);
    }),
  );
}

/** What holds all boxes and lines. */
function frameOf(boxes: readonly Box[], ways: readonly Way[]): Plan['frame'] {
  const corners = boxes.flatMap(({ x, y, width, height }) => [
    { x: x - width / 2, y: y - height / 2 },
    { x: x + width / 2, y: y + height / 2 },
  ]);
  const all = [...corners, ...ways.flatMap(({ points }) => points)];
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return {
    x: Math.floor(left),
    y: Math.floor(top),
    width: Math.ceil(Math.max(...xs) + MARGIN - left) + 1,
    height: Math.ceil(Math.max(...ys) + MARGIN - top) + 1,
  };
}

/** A label in one line or two, broken between words; what does not fit is in the table. */
export function linesOf(name: string): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LONGEST)
      lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  const [first = '', second, ...more] = lines;
  if (second === undefined) return [shortened(first)];
  return [
    shortened(first),
    more.length > 0 ? `${shortened(second, LONGEST - 2)} …` : shortened(second),
  ];
}

function shortened(line: string, longest = LONGEST): string {
  const letters = [...line];
  return letters.length <= longest ? line : `${letters.slice(0, longest - 1).join('')}…`;
}
