import { describe, expect, test } from 'vitest';
import { titleOf } from '../../src/compose/title.ts';
import { BRIDGE, briefingOf, claimsIn, factOf, found, sectionOf } from '../support.ts';

/** A fact that is stated in certain words. */
function stated(text: string) {
  const fact = factOf(claimsIn('It was closed.', 'Ferries sail.').slice(0, 1));
  return { ...fact, statement: { ...fact.statement, text } };
}

describe('the title', () => {
  test('is the editor’s', async () => {
    const { briefing } = await briefingOf(BRIDGE, { config: 'title: A bridge too old' });
    expect(briefing.title).toEqual({ text: 'A bridge too old', basis: 'editor', fact: null });
  });

  test('else is made from the first fact of the bottom line', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const [main] = sectionOf(briefing, 'bottom-line').facts;
    const fact = found(briefing.facts.find(({ id }) => id === main));
    expect(briefing.title.basis).toBe('fact');
    expect(briefing.title.fact).toBe(main);
    // A title has none of the days that are added in brackets.
    const words = fact.statement.text.replace(/ \[[^\]]*\]/gu, '');
    expect(words.startsWith(briefing.title.text)).toBe(true);
  });

  test('else from the first fact', async () => {
    const { briefing } = await briefingOf({ 'a.txt': 'Bridges crack.', 'b.txt': 'Ferries sail.' });
    expect(briefing.title).toEqual({
      text: 'Bridges crack',
      basis: 'fact',
      fact: briefing.facts[0]?.id,
    });
  });

  const LONG =
    'The old bridge over the river Wend at Brennick was closed to all traffic on Tuesday after inspectors found cracks in two of its pillars';

  test.each([
    ['The bridge was closed.', 'The bridge was closed'],
    ['The bridge was closed on Tuesday [11 March].', 'The bridge was closed on Tuesday'],
    ['Is the bridge safe?', 'Is the bridge safe?'],
    [
      'The old stone bridge of the town of Brennick was closed, which surprised all.',
      'The old stone bridge of the town of Brennick was closed, which surprised all',
    ],
    [`${LONG}.`, LONG],
    [
      'The old bridge over the river Wend at Brennick was closed to all traffic on Tuesday, the mayor said in the town hall, while the council was asleep.',
      'The old bridge over the river Wend at Brennick was closed to all traffic on Tuesday, the mayor said in the town hall',
    ],
    [`So, ${LONG}.`, `So, ${LONG}`],
    [
      'In Brennick the council closed the old bridge, the ferry, the market hall, the mill, the mint, the tower, the two schools and the harbor to all.',
      'In Brennick the council closed the old bridge, the ferry, the market hall, the mill, the mint, the tower, the two schools and the harbor to all',
    ],
    [
      'The council closed the old bridge, the ferry, the market hall, the mill, the mint, the tower, the two schools and the harbor to all.',
      'The council closed the old bridge, the ferry, the market hall, the mill, the mint, the tower, the two schools and the harbor to all',
    ],
    [
      'After inspectors had found cracks in two of its pillars, which had not been painted for twenty years, the council of Brennick closed it.',
      'After inspectors had found cracks in two of its pillars, which had not been painted for twenty years, the council of Brennick closed it',
    ],
  ])('of "%s" is "%s"', (text, title) => {
    expect(titleOf(undefined, stated(text)).text).toBe(title);
  });

  test('of nothing is the word for it', () => {
    expect(titleOf(undefined, undefined)).toEqual({
      text: 'Briefing',
      basis: 'editor',
      fact: null,
    });
  });
});

describe('the briefing', () => {
  const UNDATED = { 'a.txt': 'Bridges crack.', 'b.txt': 'Ferries sail.' };
  const config = (first: string, second: string) =>
    `reports:\n  a.txt: { published: ${first} }\n  b.txt: { published: ${second} }\n`;

  test('speaks for the last publication date, and covers the first to the last', async () => {
    const { briefing } = await briefingOf(UNDATED, { config: config('2031-03-12', '2031-03-09') });
    expect(briefing.generated).toBe('2031-03-12T00:00:00Z');
    expect(briefing.period).toEqual({ from: '2031-03-09', to: '2031-03-12' });
  });

  test('speaks for the moment that is given', async () => {
    const { briefing } = await briefingOf(UNDATED, { generated: '2031-03-14T08:00:00Z' });
    expect(briefing.generated).toBe('2031-03-14T08:00:00Z');
  });

  test('speaks for no moment where no report is dated', async () => {
    const { briefing } = await briefingOf(UNDATED);
    expect([briefing.generated, briefing.period]).toEqual([null, null]);
  });

  test('takes language and edition from its editor', async () => {
    const { briefing } = await briefingOf(UNDATED, { config: 'language: en-GB\nedition: 3' });
    expect([briefing.language, briefing.edition]).toEqual(['en-GB', 3]);
    const plain = await briefingOf(UNDATED);
    expect([plain.briefing.language, plain.briefing.edition]).toEqual(['en', 1]);
  });

  test('is the same each time', async () => {
    const [one, two] = await Promise.all([briefingOf(BRIDGE), briefingOf(BRIDGE)]);
    expect(two.briefing).toEqual(one.briefing);
  });
});
