import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { relianceOf } from '../../src/analyze/reliance.ts';
import { voicesOf } from '../../src/analyze/voices.ts';
import type { Fact, Report, SharedText } from '../../src/types.ts';
import { briefingOf, factOf } from '../support.ts';

/** Edges as "from → to how claims" by the names of the nodes. */
function edgesOf(facts: readonly Fact[], reports: readonly Report[], copies: SharedText[] = []) {
  const { nodes, edges } = relianceOf(facts, {
    reports,
    voices: voicesOf(reports, copies),
    copies,
  });
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name;
  return edges.map(
    ({ from, to, how, claims }) => `${nameOf(from)} → ${nameOf(to)} ${how} ${claims}`,
  );
}

async function edgesIn(texts: Readonly<Record<string, string>>, config = '') {
  const { facts, reports } = await briefingOf(texts, { config });
  return edgesOf(facts, reports);
}

const OUTLETS = 'reports:\n  a.txt: {outlet: Harlow Courier}\n  b.txt: {outlet: Brennick Post}\n';

describe('who relies on whom', () => {
  test('from the report over who handed it on to who said it', async () => {
    expect(
      await edgesIn({
        'a.txt': 'The bridge is shut, an official told Reuters. It is old, Reuters reported.',
        'b.txt': 'Ruth Amsel said in a written statement that the ferry sails.',
      }),
    ).toEqual([
      'Report 1 → Reuters cites 2',
      'Report 2 → Ruth Amsel cites 1',
      'Reuters → unnamed official cites 1',
    ]);
  });

  test('an outlet of the folder is its report', async () => {
    expect(
      await edgesIn(
        {
          'a.txt': 'The bridge is shut, the Brennick Post reported.',
          'b.txt': 'The ferry sails on Monday. The town has two of them.',
        },
        OUTLETS,
      ),
    ).toEqual(['Harlow Courier → Brennick Post cites 1']);
  });

  test('a report does not rely on itself', async () => {
    expect(
      await edgesIn(
        {
          'a.txt': 'The bridge is shut, Ruth Amsel told the Harlow Courier.',
          'b.txt': 'The ferry sails on Monday. The town has two of them.',
        },
        OUTLETS,
      ),
    ).toEqual(['Harlow Courier → Ruth Amsel cites 1']);
  });

  test('agency copy relies on the agency for what it says in its own voice', async () => {
    expect(
      await edgesIn({
        'a.txt': 'HARLOW (Reuters) - The bridge is shut, and the town is quiet.',
        'b.txt': 'The ferry sails on Monday. The town has two of them.',
      }),
    ).toEqual(['Report 1 → Reuters copy-of 1']);
  });

  test('one text in two reports: the later has it from the earlier', async () => {
    const { facts, reports } = await briefingOf(
      {
        'a.txt': 'The old bridge over the Wend is shut.',
        'b.txt': 'The old bridge over the Wend is shut.\n\nThe ferry sails.',
      },
      { config: 'reports:\n  a.txt: {published: 2031-03-12}\n  b.txt: {published: 2031-03-11}\n' },
    );
    const [a = '', b = ''] = reports.map(({ id }) => id);
    expect(edgesOf(facts, reports, [{ a, b, ofA: 1, ofB: 0.5, words: 8 }])).toEqual([
      'Report 1 → Report 2 shares-text 1',
    ]);
  });

  test('a claim counts once, however many facts it supports', async () => {
    const { facts, reports } = await briefingOf({
      'a.txt': 'The bridge is shut, an official said.',
      'b.txt': 'The ferry sails on Monday.',
    });
    const [claim] = facts.flatMap(({ claims }) => claims);
    const again = claim ? factOf([claim], { id: 'f-other', elsewhere: [claim.id] }) : undefined;
    expect(edgesOf([...facts, ...(again ? [again] : [])], reports)).toEqual([
      'Report 1 → unnamed official cites 1',
    ]);
  });

  test('every edge joins two nodes, and every fact of it is one', async () => {
    const { facts, reports, sentences } = await briefingOf({
      'a.txt': 'The bridge is shut, an official told Reuters. Ruth Amsel said that it is old.',
      'b.txt': 'The bridge is shut, AP reported, citing officials.',
    });
    const { nodes, edges } = analyze(facts, reports, sentences).reliance;
    const ids = nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(edges.length).toBeGreaterThan(3);
    for (const edge of edges) {
      expect(ids).toEqual(expect.arrayContaining([edge.from, edge.to]));
      expect(facts.map(({ id }) => id)).toEqual(expect.arrayContaining([...edge.facts]));
    }
  });
});
