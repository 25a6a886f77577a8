import { describe, expect, test } from 'vitest';
import { briefingOf } from '../support.ts';

describe('a headline', () => {
  test('that no sentence goes on to say is left out, with its place', async () => {
    const { briefing } = await briefingOf({
      'a.md': '# What we know about the bridge\n\nThe bridge of Wend was closed on Monday.',
      'b.txt': 'The bridge of Wend was closed on Monday.',
    });
    expect(briefing.facts.map(({ statement }) => statement.text)).toEqual([
      'The bridge of Wend was closed on Monday.',
    ]);
    expect(briefing.reports[0]?.leftOut).toEqual([
      { report: 'a', reason: 'headline', start: 2, end: 31, text: 'What we know about the bridge' },
    ]);
  });

  test('that others state too is one of their passages', async () => {
    const { briefing } = await briefingOf({
      'a.md': '# The bridge of Wend was closed on Monday\n\nIt rained frogs in Lisk.',
      'b.txt': 'The bridge of Wend was closed on Monday.',
    });
    expect(briefing.facts[0]?.claims.map(({ kind }) => kind)).toEqual(['headline', 'sentence']);
    expect(briefing.reports[0]?.leftOut).toEqual([]);
  });

  test('is kept where the report says nothing else', async () => {
    const { briefing } = await briefingOf({
      'a.md': '# The bridge of Wend was closed',
      'b.txt': 'It rained frogs in Lisk.',
    });
    expect(briefing.facts).toHaveLength(2);
  });
});
