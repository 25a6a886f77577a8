import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../src/analyze/coverage.ts';
import { BRIDGE, briefingOf } from '../support.ts';

describe('coverageOf', () => {
  test('counts sentences, and facts that others state too or nobody else', async () => {
    const texts = {
      'a.txt': 'The old bridge was closed because of cracks. Ferries sail at noon.',
      'b.txt': 'The old bridge was closed because of cracks. Towers lean. Trains wait.',
    };
    const { reports, sentences, facts } = await briefingOf(texts);
    expect(coverageOf({ reports, sentences, facts, divergences: new Map() }).reports).toEqual({
      a: { sentences: 2, shared: 1, alone: 1, missing: [] },
      b: { sentences: 3, shared: 1, alone: 2, missing: [] },
    });
  });

  test('does not count what a report perhaps says', async () => {
    const texts = {
      'a.txt': 'The town may use the old bridge.',
      'b.txt': 'The town may not use the old bridge.',
    };
    const { analysis } = await briefingOf(texts, { score: async (_, pairs) => pairs.map(() => 1) });
    const { a, b } = analysis.coverage.reports;
    expect([a, b].map((counts) => [counts?.shared, counts?.alone]).sort()).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  test('adds up to the facts', async () => {
    const { reports, facts, analysis } = await briefingOf(BRIDGE);
    const counts = Object.values(analysis.coverage.reports);
    expect(Object.keys(analysis.coverage.reports)).toEqual(reports.map(({ id }) => id));
    const alone = facts.filter(({ id }) => analysis.standing[id] === 'single-source');
    expect(counts.reduce((sum, { alone: own }) => sum + own, 0)).toBe(alone.length);
  });

  test('sets facts that two reports state against all, and tells what most have and one has not', async () => {
    const shared = 'The old bridge was closed because of cracks.';
    const texts = { 'a.txt': shared, 'b.txt': `${shared} Trains wait.`, 'c.txt': 'Ferries sail.' };
    const { facts, analysis } = await briefingOf(texts, {
      config: 'reports: { c.txt: { include: true } }',
    });
    const [fact] = facts;
    expect(analysis.coverage.facts).toEqual([
      { fact: fact?.id, states: ['a', 'b'], differs: [], close: [] },
    ]);
    const missing = Object.entries(analysis.coverage.reports).map(([id, counts]) => [
      id,
      counts.missing,
    ]);
    expect(missing).toEqual([
      ['a', []],
      ['b', []],
      ['c', [fact?.id]],
    ]);
  });

  test('a report without sentences has nothing', () => {
    expect(
      coverageOf({ reports: [], sentences: new Map(), facts: [], divergences: new Map() }).reports,
    ).toEqual({});
  });
});
