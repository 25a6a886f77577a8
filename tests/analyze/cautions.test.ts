import { describe, expect, test } from 'vitest';
import { cautionsOf, circlesIn } from '../../src/analyze/cautions.ts';
import { briefingOf, sectionOf } from '../support.ts';

async function rulesOf(texts: Readonly<Record<string, string>>, config = '') {
  const { facts, reports, analysis, briefing } = await briefingOf(texts, { config });
  const leading = briefing.sections.some(({ kind }) => kind === 'bottom-line')
    ? sectionOf(briefing, 'bottom-line').facts
    : [];
  return cautionsOf({ facts, reports, analysis, leading });
}

const SHUT = 'The old bridge over the Wend will stay shut until Friday';

describe('what looks better founded than it is', () => {
  test('all reports of a leading fact rest on one origin', async () => {
    const [caution, ...more] = await rulesOf({
      'a.txt': `${SHUT}, Ruth Amsel said.`,
      'b.txt': `${SHUT}, Ruth Amsel told Reuters.`,
    });
    expect(more).toEqual([]);
    expect(caution?.ruleId).toBe('one-origin');
    expect(caution?.file).toBe('a.txt');
    expect(caution?.reason).toContain('Ruth Amsel) of a.txt and b.txt');
  });

  test('nothing where there are two', async () => {
    expect(
      await rulesOf({
        'a.txt': `${SHUT}, Ruth Amsel said.`,
        'b.txt': `${SHUT}, Jon Vale said.`,
      }),
    ).toEqual([]);
  });

  test('officials in one report are one official in another', async () => {
    const cautions = await rulesOf({
      'a.txt': `${SHUT}, officials said.`,
      'b.txt': `${SHUT}, an official said.`,
    });
    expect(cautions.map(({ ruleId }) => ruleId)).toEqual(['one-origin', 'plural-of-one']);
    expect(cautions[1]?.reason).toContain('"unnamed officials" in a.txt');
  });

  test('reports that have it from each other', async () => {
    const cautions = await rulesOf(
      {
        'a.txt': `${SHUT}, the Brennick Post reported.`,
        'b.txt': `${SHUT}, the Harlow Courier reported.`,
      },
      'reports:\n  a.txt: {outlet: Harlow Courier}\n  b.txt: {outlet: Brennick Post}\n',
    );
    const circle = cautions.find(({ ruleId }) => ruleId === 'circular-reports');
    expect(circle?.reason).toContain('circle of a.txt and b.txt');
  });
});

describe('circlesIn', () => {
  test.each([
    { name: 'a line', edges: ['ab', 'bc'], circles: [] },
    { name: 'two that cite each other', edges: ['ab', 'ba'], circles: ['ab'] },
    { name: 'three in a row', edges: ['ca', 'ab', 'bc', 'cd'], circles: ['abc'] },
    { name: 'two circles', edges: ['ab', 'ba', 'bc', 'cd', 'dc'], circles: ['cd', 'ab'] },
    { name: 'two ways to one end', edges: ['ab', 'ac', 'bd', 'cd'], circles: [] },
  ])('$name', ({ edges, circles }) => {
    const pairs = edges.map(([from = '', to = '']) => [from, to] as const);
    expect(circlesIn(pairs).map((members) => members.join(''))).toEqual(circles);
  });

  test('grows with the edges', () => {
    const chain = Array.from({ length: 1000 }, (_, at) => [`${at}`, `${at + 1}`] as const);
    const before = performance.now();
    expect(circlesIn([...chain, ['1000', '0']])[0]).toHaveLength(1001);
    expect(performance.now() - before).toBeLessThan(500);
  });
});
