import { describe, expect, test } from 'vitest';
import { voicesOf } from '../../src/analyze/voices.ts';
import type { SharedText } from '../../src/types.ts';
import { briefingOf } from '../support.ts';

const TEXTS = { 'a.txt': 'It rained.', 'b.txt': 'It snowed.', 'c.txt': 'It thawed.' };

const COPIES: readonly SharedText[] = [
  { a: 'a', b: 'b', ofA: 1, ofB: 1, words: 30 },
  { a: 'b', b: 'c', ofA: 1, ofB: 1, words: 30 },
];

describe('voicesOf', () => {
  test('names a report as the reader does, with the agency of its dateline', async () => {
    const { reports } = await briefingOf(TEXTS, {
      config: 'reports: { a.txt: { outlet: Lisk Herald } }',
    });
    const agency = { value: 'Tolva Wire', basis: 'stated', because: 'dateline' } as const;
    const [first, ...rest] = reports.map((report, index) =>
      index === 1 ? { ...report, metadata: { ...report.metadata, agency } } : report,
    );
    const voices = voicesOf(first ? [first, ...rest] : [], []);
    expect(voices.get('a')).toEqual({ name: 'Lisk Herald', agency: null, copies: [] });
    expect(voices.get('b')).toEqual({ name: 'Report 2', agency: 'Tolva Wire', copies: [] });
  });

  test('orders reports by the day of publication, those without one last', async () => {
    const { reports } = await briefingOf(TEXTS, {
      config: 'reports: { b.txt: { published: 2031-03-12 }, c.txt: { published: 2031-03-11 } }',
    });
    expect([...voicesOf(reports, []).keys()]).toEqual(['c', 'b', 'a']);
  });

  test('knows which others are one text with a report', async () => {
    const voices = voicesOf((await briefingOf(TEXTS)).reports, COPIES);
    expect(Array.from(voices, ([id, { copies }]) => [id, copies])).toEqual([
      ['a', ['b']],
      ['b', ['a', 'c']],
      ['c', ['b']],
    ]);
  });
});
