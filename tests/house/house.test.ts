import { describe, expect, test } from 'vitest';
import { HOUSE_RULES } from '../../src/house/index.ts';
import { verify } from '../../src/verify/index.ts';
import { briefingOf, FOLDER, PUBLISHED, type Texts } from '../support.ts';

const SECOND = 'Nothing happened in Tolva.';

/** What a briefing of reports of one day prints, and what its proof says. */
async function printed(texts: Texts, config = '') {
  const dated = Object.keys(texts).map((name) => `  ${name}: { published: ${PUBLISHED} }`);
  const made = await briefingOf(texts, { config: `${config}\nreports:\n${dated.join('\n')}` });
  const messages = await verify(made.briefing, FOLDER, made.files);
  return { ...made, messages: messages.map(({ reason }) => reason) };
}

const statementIn = async (sentence: string, config: string) => {
  const { briefing, messages } = await printed({ 'a.txt': sentence, 'b.txt': SECOND }, config);
  expect(messages).toEqual([]);
  const [first] = briefing.facts.filter(({ claims }) => claims[0].report === 'a');
  return first?.statement.text;
};

describe.each(HOUSE_RULES)('house rule $id', ({ examples }) => {
  test.each(examples)('%s: %s → %s', async (config, sentence, expected) => {
    expect(await statementIn(sentence, config)).toBe(expected);
  });
});
