import { expect, test } from 'vitest';
import { dot } from '../../src/render/dot.ts';
import type { Shared } from '../../src/render/renderer.ts';
import type { Reliance } from '../../src/types.ts';
import { briefingOf } from '../support.ts';

/** A renderer that needs nothing is given nothing. */
const NO_TOOLS = {} as Shared;

const TEXTS = {
  'a.txt': 'The bridge is shut, an official told Reuters.',
  'b.txt': 'The ferry sails on Monday. The town has two of them.',
};

const dotOf = async (reliance?: Reliance, title = 'Harlow') => {
  const { briefing } = await briefingOf(TEXTS, { config: `title: ${JSON.stringify(title)}\n` });
  const analysis = { ...briefing.analysis, ...(reliance && { reliance }) };
  const { bytes } = await dot.render({ ...briefing, analysis }, NO_TOOLS);
  return new TextDecoder().decode(bytes);
};

test('reports are boxes, and lines bear the number of claims', async () => {
  expect(await dotOf()).toBe(`digraph "Harlow" {
  rankdir=LR;
  n1 [label="Report 1", shape=box];
  n2 [label="Report 2", shape=box];
  n3 [label="Reuters", shape=ellipse];
  n4 [label="unnamed official", shape=ellipse];
  n1 -> n3 [label="1", style=solid];
  n3 -> n4 [label="1", style=solid];
}
`);
});

test('what has a meaning in the language is escaped', async () => {
  const node = { id: 'a', kind: 'outlet', report: null } as const;
  const name = 'The "Post"\\N; }\n digraph';
  const text = await dotOf({ nodes: [{ ...node, name }], edges: [] }, 'A "title"');
  expect(text).toContain('digraph "A \\"title\\"" {');
  expect(text).toContain('n1 [label="The \\"Post\\"\\\\N; } digraph", shape=ellipse];');
});
