import { describe, expect, test } from 'vitest';
import { fold } from '../src/characters.ts';
import { explain } from '../src/explain.ts';
import { nodeSystem } from '../src/system/index.ts';
import { BRIDGE, FOLDER, found, memoryFiles, modelSaying, only, type Texts } from './support.ts';

/** @param chances Of the pairs, by a model of the user's own. Default: words alone tell. */
const ask = (texts: Texts, wanted: string, chances?: readonly number[]) => {
  const own = chances ? { 'briefing.yaml': 'scorer: { url: "http://127.0.0.1/" }' } : {};
  const named = Object.entries({ ...texts, ...own }).map(([name, text]) => [
    `${FOLDER}/${name}`,
    text,
  ]);
  const files = memoryFiles(Object.fromEntries(named));
  const system = {
    ...nodeSystem(),
    files,
    openOwnModel: async () => modelSaying(...(chances ?? [])),
  };
  return explain({ folder: FOLDER, wanted, scorer: chances ? 'own' : 'lexical' }, system);
};

const failures = async (texts: Texts, wanted: string) =>
  (await ask(texts, wanted)).messages.filter(({ fatal }) => fatal);

const WORDS = 'closed to all traffic on Tuesday';

describe('what is meant', () => {
  test('by words of a passage, the fact that it states', async () => {
    const { explanation } = await ask(BRIDGE, WORDS);
    const { fact } = found(explanation);
    expect(fact.claims.map(({ exact }) => exact).join('\n')).toContain(WORDS);
  });

  test('by the id of a fact, or its beginning', async () => {
    const { fact } = found((await ask(BRIDGE, WORDS)).explanation);
    for (const id of [fact.id, fact.id.slice(0, 8)]) {
      expect((await ask(BRIDGE, id)).explanation?.fact.id).toBe(fact.id);
    }
  });

  test('by words that are folded as the proof folds them', async () => {
    const straight = await ask(
      BRIDGE,
      '"Nobody will drive over this bridge until I can promise that',
    );
    expect(straight.explanation?.fact.statement.text).toContain('Nobody will drive');
  });

  test('is not said by an id of no fact', async () => {
    const unknown = only(await failures(BRIDGE, 'f-0000'));
    expect(unknown).toMatchObject({ ruleId: 'fact-unknown', file: FOLDER });
  });

  test('is not said by the beginning of several ids: they are listed', async () => {
    const { ruleId, expected } = only(await failures(BRIDGE, 'f-'));
    expect(ruleId).toBe('fact-ambiguous');
    expect(only(found(expected))).toMatch(/^one of f-[0-9a-f]{12}, f-/u);
  });

  test('is not said by words of several facts: their places are listed', async () => {
    const places = await failures(
      {
        'a.txt': 'The dam held through the night, and no street was under water.',
        'b.txt': 'It rained.\n\nThe dam is old: engineers wrote in 2019 that it leaks.',
      },
      'The dam',
    );
    expect(places.map(({ ruleId, file, line }) => [ruleId, file, line])).toEqual([
      ['fact-ambiguous', 'a.txt', 1],
      ['fact-ambiguous', 'b.txt', 3],
    ]);
  });

  test('is not said by words that no report has', async () => {
    expect(only(await failures(BRIDGE, 'no such words')).ruleId).toBe('fact-unknown');
  });

  test('is not said by words that were left out: the reason is told', async () => {
    const texts = {
      'a.txt': 'WHAT WE KNOW\n\nThe dam held, the town said.',
      'b.txt': 'The dam held.',
    };
    const left = only(await failures(texts, 'WHAT WE KNOW'));
    expect(left).toMatchObject({ ruleId: 'fact-unknown', file: 'a.txt' });
    expect(left.reason).toContain('left out (headline)');
  });

  test('a folder that is not there is a message', async () => {
    const { messages } = await explain({ folder: 'none', wanted: 'f-0' }, nodeSystem());
    expect(only(messages).ruleId).toBe('folder-missing');
  });
});

describe('why', () => {
  test('each passage is told with its place and its part in the fact', async () => {
    const { members } = found((await ask(BRIDGE, WORDS)).explanation);
    expect(members.filter(({ role }) => role === 'statement')).toHaveLength(1);
    for (const { claim, file, role, line, comparison } of members) {
      const text = found(BRIDGE[file as keyof typeof BRIDGE]).split('\n')[line - 1] ?? '';
      expect(fold(text)).toContain(fold(claim.exact.slice(0, 20)));
      expect(comparison === null).toBe(role === 'statement');
    }
  });

  test('what speaks for two passages and against makes up the probability', async () => {
    const { members } = found((await ask(BRIDGE, WORDS)).explanation);
    for (const { comparison } of members.filter(({ role }) => role !== 'statement')) {
      const { grounds } = found(comparison);
      for (const { logOdds, values } of found(grounds)) {
        const sum = values.reduce((all, value) => all + value.logOdds, 0);
        expect(logOdds).toBeCloseTo(sum, 10);
      }
    }
  });

  test('a model of the user’s own tells no more than a probability', async () => {
    const { members } = found((await ask(BRIDGE, WORDS, [0.9])).explanation);
    const comparisons = members.flatMap(({ comparison }) => comparison ?? []);
    expect(comparisons.length).toBeGreaterThan(0);
    expect(Math.max(...comparisons.map(({ probability }) => probability))).toBeCloseTo(0.9, 5);
    expect(comparisons.filter(({ grounds }) => grounds !== null)).toEqual([]);
  });

  test('of a single report there is nothing near', async () => {
    const { explanation, messages } = await ask(
      { 'a.txt': 'The dam held. It rained.' },
      'It rained',
    );
    expect(found(explanation).neighbors).toEqual([]);
    expect(messages.map(({ ruleId }) => ruleId)).toContain('one-report');
  });

  const DAMS = { 'a.txt': 'The dam held.', 'b.txt': 'The dam broke.', 'c.txt': 'A dam is old.' };

  test.each([
    { name: 'unlikely', wanted: 'dam held', texts: DAMS, list: [0.1, 0, 0], apart: 'unlikely' },
    {
      name: 'closer to another fact',
      wanted: 'dam held',
      texts: DAMS,
      list: [0.3, 0.1, 0.9],
      apart: 'other-fact',
    },
    {
      name: 'unlike its other passages',
      wanted: 'dam held',
      texts: DAMS,
      list: [0.9, 0.3, 0.01],
      apart: 'average',
    },
    {
      name: 'kept apart by a guard',
      wanted: 'Ruth Amsel',
      texts: {
        'a.txt': '“The dam is old,” Ruth Amsel said.',
        'b.txt': '“The dam is new,” Ilsa Korr said.',
      },
      list: [0.9],
      apart: 'guard',
    },
  ])('a passage is not joined: $name', async ({ wanted, texts, list, apart }) => {
    const { explanation } = await ask(texts, wanted, list);
    expect(found(explanation).neighbors[0]?.apart).toBe(apart);
  });
});
