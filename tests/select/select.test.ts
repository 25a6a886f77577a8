import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { viewOf } from '../../src/page/index.ts';
import { toJson } from '../../src/render/plain.ts';
import { unshared } from '../../src/select/index.ts';
import { bagOf, FEWEST_STEMS, groupsOf, KIN, likeness } from '../../src/select/kinship.ts';
import { briefingOf, found, type Texts } from '../support.ts';
import { FERRY, TAX } from './texts.ts';

const OTHER_TAX =
  'The bill that raises the tax on sugar was passed by parliament in Lisk on Thursday. Three members of the governing party abstained. School meals and dentists will be paid for with the money, the finance minister said, while bakers and growers who campaigned against the law were bitter.';

const INCLUDED = 'reports: { b0.txt: { include: true } }';

async function partedIn(texts: Texts, config = '') {
  const { briefing } = await briefingOf(texts, { config });
  return {
    used: briefing.reports.map(({ file, number }) => `${number} ${file}`),
    strangers: briefing.strangers.map(({ report }) => report.file),
  };
}

describe('reports about another event', () => {
  test('are set apart, and the others are numbered without them', async () => {
    expect(await partedIn({ ...FERRY, 'b0.txt': TAX })).toEqual({
      used: ['1 a.txt', '2 b.txt', '3 c.txt'],
      strangers: ['b0.txt'],
    });
  });

  test('stay where the editor includes them', async () => {
    expect(await partedIn({ ...FERRY, 'b0.txt': TAX }, INCLUDED)).toEqual({
      used: ['1 a.txt', '2 b.txt', '3 b0.txt', '4 c.txt'],
      strangers: [],
    });
  });

  test('are told, and shown among the sources, with what speaks against them', async () => {
    const { briefing } = await briefingOf({ ...FERRY, 'b0.txt': `Sugar tax rises\n\n${TAX}` });
    const [stranger] = toJson(briefing).strangers;
    expect(stranger).toMatchObject({ file: 'b0.txt', headline: 'Sugar tax rises' });
    expect(found(stranger).likeness).toBeLessThan(KIN);
    const { body } = found(viewOf(briefing, '1').sections.find(({ kind }) => kind === 'sources'));
    expect(body).toMatchObject({
      strangers: [
        { file: 'b0.txt', headline: 'Sugar tax rises', nearest: found(stranger).nearest },
      ],
    });
  });

  test.each<{ name: string; texts: Texts; config?: string; events: number }>([
    { name: 'one against one', texts: { 'a.txt': FERRY['a.txt'], 'b.txt': TAX }, events: 2 },
    {
      name: 'two against two',
      texts: { 'a.txt': FERRY['a.txt'], 'b.txt': FERRY['b.txt'], 'c.txt': TAX, 'd.txt': OTHER_TAX },
      events: 2,
    },
  ])('no event has most of the reports: $name', async ({ texts, events }) => {
    await expect(briefingOf(texts)).rejects.toThrow(`reports of ${events} events`);
  });

  test('what the editor includes decides between two of one size', async () => {
    const texts = {
      'a.txt': FERRY['a.txt'],
      'b.txt': FERRY['b.txt'],
      'b0.txt': TAX,
      'c0.txt': OTHER_TAX,
    };
    const both = 'reports: { b0.txt: { include: true }, c0.txt: { include: true } }';
    for (const config of [INCLUDED, both]) {
      expect(await partedIn(texts, config)).toEqual({
        used: ['1 b0.txt', '2 c0.txt'],
        strangers: ['a.txt', 'b.txt'],
      });
    }
  });

  test('where all are included, all are used', async () => {
    const texts = { 'a0.txt': FERRY['a.txt'], 'b0.txt': TAX };
    const config = 'reports: { a0.txt: { include: true }, b0.txt: { include: true } }';
    expect((await partedIn(texts, config)).used).toEqual(['1 a0.txt', '2 b0.txt']);
  });

  test('a report too short to tell stays', async () => {
    const short = 'Parliament in Lisk voted on Thursday to raise the tax on sugar.';
    expect((await partedIn({ ...FERRY, 'd.txt': short })).strangers).toEqual([]);
  });
});

describe('reports that share no fact', () => {
  const NONE = parseConfig('', 'briefing.yaml').config;

  test('are told, unless the editor included them', async () => {
    const { reports, facts } = await briefingOf({ ...FERRY, 'b0.txt': TAX }, { config: INCLUDED });
    expect(unshared(reports, facts, NONE).map(({ file, ruleId }) => [file, ruleId])).toEqual([
      ['b0.txt', 'no-shared-fact'],
    ]);
    expect(unshared(reports, facts, parseConfig(INCLUDED, 'briefing.yaml').config)).toEqual([]);
  });
});

describe('likeness', () => {
  const bag = (text: string) =>
    bagOf({ blocks: [{ kind: 'paragraph', content: { text, runs: [] } }] });

  test('is 1 for the same words in any order, and 0 for none in common', () => {
    const words = Array.from({ length: FEWEST_STEMS }, (_, index) => `word${index}`);
    const others = words.map((word) => `x${word}`);
    expect(likeness(bag(words.join(' ')), bag([...words].reverse().join(' ')))).toBeCloseTo(1);
    expect(likeness(bag(words.join(' ')), bag(others.join(' ')))).toBe(0);
  });

  test('does not count words without content', () => {
    expect(bag('The old bridge was closed by the town').size).toBe(4);
  });
});

describe('groupsOf', () => {
  const joined = (pairs: readonly string[]) => (a: string, b: string) =>
    pairs.includes(a + b) || pairs.includes(b + a);

  test.each([
    { pairs: [], groups: ['a', 'b', 'c', 'd'] },
    { pairs: ['ad', 'db'], groups: ['abd', 'c'] },
    { pairs: ['bc', 'cd'], groups: ['bcd', 'a'] },
    { pairs: ['cd', 'ab'], groups: ['ab', 'cd'] },
  ])('joins $pairs into $groups', ({ pairs, groups }) => {
    const found = groupsOf(['a', 'b', 'c', 'd'], joined(pairs));
    expect(found.map((group) => group.join(''))).toEqual(groups);
  });
});
