import { describe, expect, test } from 'vitest';
import { copiesOf, FEWEST_WORDS, SHORTEST_RUN, sharedTexts } from '../../src/analyze/copies.ts';
import { briefingOf, type Texts } from '../support.ts';

const PARAGRAPHS = [
  'The dam above Lisk burst on Monday evening after three days of rain, and the water reached the lower town within an hour of the first warning.',
  'Firemen carried forty people out of their houses by boat while the bridge to the station stood under water until the morning.',
  '“We heard the water before we saw it, and nobody in our street had time to take more than a coat,” said Ada Venn, who keeps a shop in the lower town.',
  'The owner of the dam had asked for money to repair the northern wall in each of the last four years, and had been refused every time.',
];

const WIRE = PARAGRAPHS.join('\n\n');

/** The same event told by somebody else, who was told the same by the same woman. */
const OWN = [
  'Water from a broken dam ran through Lisk on Monday night, and forty residents had to be rescued.',
  '“We heard the water before we saw it, and nobody in our street had time to take more than a coat,” Ada Venn told this newspaper at her shop.',
  'Until the morning no train could be reached, since the bridge was flooded. Four requests to pay for a new northern wall had come to nothing, its owner said.',
].join('\n\n');

const reportsOf = async (texts: Texts) => (await briefingOf(texts)).reports;

const pairsOf = async (texts: Texts) =>
  copiesOf(await reportsOf(texts)).map(({ a, b }) => `${a} ${b}`);

describe('copiesOf', () => {
  test.each<{ name: string; text: string }>([
    { name: 'the same text', text: `${WIRE}\n\nMore follows.` },
    { name: 'its first half', text: PARAGRAPHS.slice(0, 2).join('\n\n') },
    { name: 'another order', text: [...PARAGRAPHS].reverse().join('\n\n') },
    { name: 'a dateline', text: `LISK (TW) - ${WIRE}` },
    { name: 'another headline', text: `Water in the town\n\n${WIRE}` },
    { name: 'other marks', text: WIRE.replaceAll(/[“”]/gu, '"').replaceAll(', ', ' – ') },
    {
      name: 'every second sentence written anew',
      text: [PARAGRAPHS[0], 'Boats took many people to safety.', PARAGRAPHS[3]].join('\n\n'),
    },
    {
      name: 'as much of its own',
      text: `${WIRE}\n\n${WIRE.replaceAll(/\p{L}+/gu, (word) => word.toUpperCase() + word)}`,
    },
  ])('a reprint is found: $name', async ({ text }) => {
    expect(await pairsOf({ 'a.txt': WIRE, 'b.txt': text, 'c.txt': OWN })).toEqual(['a b']);
  });

  test('who quotes the same words has not copied', async () => {
    expect(await pairsOf({ 'a.txt': WIRE, 'b.txt': OWN })).toEqual([]);
  });

  test('a sentence from one statement makes no copy', async () => {
    const [first = ''] = PARAGRAPHS;
    const short = first
      .split(' ')
      .slice(0, FEWEST_WORDS - 1)
      .join(' ');
    const texts = { 'a.txt': WIRE, 'b.txt': `${short}.` };
    const [pair] = sharedTexts(await reportsOf(texts));
    expect(pair?.ofB).toBe(1);
    expect(await pairsOf(texts)).toEqual([]);
  });

  test('two that a third took from are no copies of each other', async () => {
    const texts = { 'a.txt': WIRE, 'b.txt': OWN, 'c.txt': `${OWN}\n\n${WIRE}` };
    expect(await pairsOf(texts)).toEqual(['a c', 'b c']);
  });

  test('two texts, each printed twice', async () => {
    const texts = { 'a.txt': WIRE, 'b.txt': OWN, 'c.txt': `${OWN} Fin.`, 'd.txt': `${WIRE} Fin.` };
    expect(await pairsOf(texts)).toEqual(['a d', 'b c']);
  });
});

describe('sharedTexts', () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ');
  const report = (id: string, text: string) => ({
    id,
    blocks: [{ kind: 'paragraph' as const, content: { text, runs: [] } }],
  });
  const shareOf = (a: string, b: string) => sharedTexts([report('a', a), report('b', b)]);

  test('gives the share of each report’s words that stand in common runs', () => {
    expect(shareOf(words(0, 40), words(20, 100))).toEqual([
      { a: 'a', b: 'b', ofA: 0.5, ofB: 0.25, words: 20 },
    ]);
  });

  test('shorter runs do not count', () => {
    expect(shareOf(words(0, 40), `x ${words(10, 10 + SHORTEST_RUN - 1)} y`)).toEqual([]);
    expect(shareOf(words(0, 40), `x ${words(10, 10 + SHORTEST_RUN)} y`)).toHaveLength(1);
  });

  test('a run that one of the two has twice is counted where it stands', () => {
    const [pair] = shareOf(words(0, 10), `${words(0, 10)} x ${words(0, 10)}`);
    expect([pair?.ofA, pair?.ofB]).toEqual([1, 20 / 21]);
  });

  test('quotations are neither shared nor among the words', () => {
    const quoted = `“${words(50, 90)}”`;
    expect(shareOf(`x ${quoted} y`, `z ${quoted} w`)).toEqual([]);
    const [pair] = shareOf(`${words(0, 10)} ${quoted}`, `${words(0, 10)} ‘${words(70, 80)}’`);
    expect([pair?.ofA, pair?.ofB]).toEqual([1, 1]);
  });

  test('an apostrophe opens no quotation', () => {
    const [pair] = shareOf(`the town’s ${words(0, 10)} the owners’ wall`, words(0, 10));
    expect(pair?.ofB).toBe(1);
  });

  test('takes long reports in little time', () => {
    const long = Array.from({ length: 12 }, (_, index) =>
      report(`r${index}`, `${words(index * 10, index * 10 + 20_000)}`),
    );
    const start = performance.now();
    expect(sharedTexts(long)).toHaveLength(66);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
