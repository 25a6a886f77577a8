import { describe, expect, test } from 'vitest';
import { html, sanitize } from '../../src/markup.ts';
import { drawnOf, MOST } from '../../src/page/reliance-choice.ts';
import { relianceDrawing } from '../../src/page/reliance-drawing.ts';
import { linesOf, planOf } from '../../src/page/reliance-layout.ts';
import { relianceGroups, relianceRows } from '../../src/page/reliance-table.ts';
import type { RelianceEdge, RelianceNode } from '../../src/types.ts';

const report = (id: string): RelianceNode => ({
  id: `report ${id}`,
  name: `Report ${id}`,
  kind: 'report',
  report: id,
});
const source = (name: string, kind: RelianceNode['kind'] = 'person'): RelianceNode => ({
  id: `source ${name}`,
  name,
  kind,
  report: null,
});
const line = (
  from: RelianceNode,
  to: RelianceNode,
  claims = 1,
  how: RelianceEdge['how'] = 'cites',
): RelianceEdge => ({
  from: from.id,
  to: to.id,
  how,
  claims,
  facts: ['f-1'],
});

const [ONE, TWO] = [report('1'), report('2')] as const;
const WIRE = source('Tolva Wire', 'agency');
const OFFICIAL = source('unnamed official', 'unnamed');
const NODES = [ONE, TWO, WIRE, OFFICIAL];
const EDGES = [line(ONE, WIRE, 3), line(TWO, OFFICIAL), line(WIRE, OFFICIAL)];

describe('what is drawn', () => {
  test('all, where it is little', () => {
    expect(drawnOf({ nodes: NODES, edges: EDGES })).toEqual({
      nodes: NODES,
      edges: EDGES,
      left: 0,
    });
  });

  test('of many sources those that several have something from, then the first', () => {
    const many = Array.from({ length: MOST + 5 }, (_, at) => source(`Person ${at}`));
    const last = source('Shared');
    const edges = [...many.map((one) => line(ONE, one)), line(ONE, last), line(TWO, last)];
    const drawn = drawnOf({ nodes: [ONE, TWO, ...many, last], edges });
    expect(drawn.left).toBe(6);
    expect(drawn.nodes).toHaveLength(2 + MOST);
    expect(drawn.nodes).toContain(last);
    expect(drawn.nodes).not.toContain(many.at(-1));
  });

  test('no report that nothing leads from', () => {
    expect(drawnOf({ nodes: [ONE, TWO, WIRE], edges: [line(ONE, WIRE)] }).nodes).toEqual([
      ONE,
      WIRE,
    ]);
  });
});

describe('where it stands', () => {
  const plan = planOf(NODES, EDGES);
  const box = (node: RelianceNode) => plan.boxes.find((one) => one.node === node);

  test('reports at the left in their order, whom they have it from at the right', () => {
    expect(box(ONE)?.x).toBe(box(TWO)?.x);
    expect(box(ONE)?.y).toBeLessThan(box(TWO)?.y ?? 0);
    expect(box(WIRE)?.x).toBeGreaterThan(box(ONE)?.x ?? 0);
    expect(box(OFFICIAL)?.x).toBeGreaterThan(box(WIRE)?.x ?? 0);
  });

  test('all of it within the frame, and no box on another', () => {
    const { x, y, width, height } = plan.frame;
    for (const point of plan.ways.flatMap(({ points }) => points)) {
      expect(point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height).toBe(
        true,
      );
    }
    for (const a of plan.boxes)
      for (const b of plan.boxes)
        expect(
          a === b ||
            Math.abs(a.x - b.x) >= (a.width + b.width) / 2 ||
            Math.abs(a.y - b.y) >= (a.height + b.height) / 2,
        ).toBe(true);
  });

  test('the same each time', () => {
    expect(planOf(NODES, EDGES)).toEqual(plan);
  });

  test('what joins two reports of one text goes by their left', () => {
    const shared = planOf(NODES, [...EDGES, line(TWO, ONE, 2, 'shares-text')]);
    const left = Math.min(...shared.boxes.map(({ x, width }) => x - width / 2));
    expect(shared.ways.at(-1)?.points[1]?.x).toBeLessThan(left);
    expect(shared.boxes[0]?.x).toBe(shared.boxes[1]?.x);
  });

  test('a circle has its place as well', () => {
    const circle = planOf([ONE, TWO], [line(ONE, TWO), line(TWO, ONE)]);
    expect(circle.ways.every(({ points }) => points.length > 1)).toBe(true);
  });

  test.each([
    ['Tolva Wire', ['Tolva Wire']],
    ['unnamed officials of the harbor', ['unnamed officials of', 'the harbor']],
    [
      'unnamed former and current officials of the harbor master',
      ['unnamed former and', 'current officials of …'],
    ],
    ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschifffahrt…']],
  ])('the label of %s', (name, lines) => {
    expect(linesOf(name)).toEqual(lines);
  });
});

describe('the drawing', () => {
  const ids = { title: 'a', text: 'b' };
  const markup = String(html([relianceDrawing(planOf(NODES, EDGES), ids, 16)]));

  test('passes the sanitizer whole', () => {
    expect(sanitize(markup)).toBe(markup);
  });

  test('is named, described, and has a figure where there is more than one claim', () => {
    expect(markup).toContain('role="img" aria-labelledby="a b"');
    expect(markup).toContain('<title id="a">');
    expect(markup).toContain('<desc id="b">');
    expect(markup.match(/>3<\/text>/gu)).toHaveLength(1);
    expect(markup).not.toContain('>1</text>');
  });

  test('a name is text, whatever it holds', () => {
    const evil = source('<script>alert(1)</script>');
    const made = String(html([relianceDrawing(planOf([ONE, evil], [line(ONE, evil)]), ids, 16)]));
    expect(made).not.toContain('<script');
  });
});

test('the table says each line in words', () => {
  const edges = [
    line(ONE, WIRE, 2),
    line(ONE, WIRE, 1, 'copy-of'),
    line(ONE, TWO, 4, 'shares-text'),
  ];
  expect(relianceRows(NODES, edges).map(({ from, to, how }) => `${from} | ${to} | ${how}`)).toEqual(
    [
      'Report 1 | Tolva Wire | 2 claims',
      'Report 1 | Tolva Wire | 1 claim, as its copy',
      'Report 1 | Report 2 | 4 claims in the same words; who has it from whom is not known',
    ],
  );
});

test('in print the table has a row a source, with all who have something from it', () => {
  const edges = [
    line(ONE, WIRE, 2),
    line(ONE, WIRE, 1, 'copy-of'),
    line(source('Ruth Amsel'), WIRE, 2),
    line(TWO, WIRE, 1),
    line(ONE, TWO, 4, 'shares-text'),
  ];
  expect(relianceGroups([...NODES, source('Ruth Amsel')], edges)).toEqual([
    {
      source: 'Report 2',
      by: 'Report 1 (4 claims, in the same words; who has it from whom is not known)',
    },
    {
      source: 'Tolva Wire',
      by: 'Reports 1 (2 claims), 1 (as its copy) and 2; Ruth Amsel (2 claims)',
    },
  ]);
});

describe('what a drawing may not hold', () => {
  test.each([
    ['<svg><script>alert(1)</script></svg>', '<svg></svg>'],
    ['<svg onload="alert(1)"></svg>', '<svg></svg>'],
    ['<svg><image href="https://a.example/x.png"></image></svg>', '<svg></svg>'],
    ['<svg><use href="#a"></use></svg>', '<svg></svg>'],
    ['<svg><foreignObject><p>a</p></foreignObject></svg>', '<svg><p>a</p></svg>'],
    [
      '<svg><path d="M0 0" style="fill:red" onclick="a()"></path></svg>',
      '<svg><path d="M0 0"></path></svg>',
    ],
    ['<svg><animate attributeName="x"></animate></svg>', '<svg></svg>'],
    ['<rect width="3"></rect>', ''],
    ['<p><desc>a</desc></p>', '<p>a</p>'],
  ])('%s', (given, left) => {
    expect(sanitize(given)).toBe(left);
  });
});

test('reports that are one text are told of as one, each as much as before', () => {
  const many = Array.from({ length: 25 }, (_, at) => report(String(at + 1)));
  const edges = many.flatMap((from, at) =>
    many.slice(0, at).map((to) => line(from, to, at === 24 ? 6 : 7, 'shares-text')),
  );
  const unknown = 'in the same words; who has it from whom is not known';
  const groups = relianceGroups(many, edges);
  expect(groups).toHaveLength(24);
  expect(groups[0]).toEqual({
    source: 'Report 1',
    by: `Report 25 (6 claims, ${unknown}); Reports 2–24 (7 claims each, ${unknown})`,
  });
  expect(groups.at(-1)?.by).toBe(`Report 25 (6 claims, ${unknown})`);
  const told = groups.map(({ by }) => by.length).reduce((a, b) => a + b, 0);
  expect(told).toBeLessThan(4000);
});

test('reports of other names, or with one missing between them, are told by name', () => {
  const [first, ...rest] = ['1', '2', '3', '5'].map(report);
  const named = { ...report('6'), name: 'Courier' };
  const to = first ?? ONE;
  const edges = [...rest.map((from) => line(from, to, 2)), line(WIRE, to)];
  const groupOf = (more: readonly RelianceNode[]) =>
    relianceGroups(
      [to, ...rest, ...more, WIRE],
      [...edges, ...more.map((one) => line(one, to, 2))],
    );
  expect(groupOf([]).map(({ by }) => by)).toEqual([
    'Reports 2, 3 and 5 (2 claims each); Tolva Wire',
  ]);
  expect(groupOf([named]).map(({ by }) => by)).toEqual([
    'Report 2, Report 3, Report 5 and Courier (2 claims each); Tolva Wire',
  ]);
});
