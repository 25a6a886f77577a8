import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/extract/sentences.ts';
import { tokenize } from '../../src/extract/tokens.ts';

const split = (text: string) =>
  sentencesOf(text, tokenize).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    ['stops', ['The bridge was closed.', 'Is it safe?', 'Nobody came!']],
    ['speech between them', ['She left.', '“It is shut,” he said.', 'Nobody came.']],
    ['speech of several', ['She said: “We came.', 'We saw it.', 'We left.”', 'Nobody came.']],
    ['numbers with points', ['It rose by 3.5 percent.', 'It fell by 0.2 percent.']],
    ['no stop at the end', ['The bridge was closed.', 'Nobody came']],
  ])('are told by %s', (_, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences);
  });

  test.each([
    ['a title', 'The council met Gen. Ann Field on Monday.'],
    ['titles', 'Dr. Berg and Mr. Lane met Sen. Ruth Amsel.'],
    ['a saint', 'The ferry from St. Orm was late.'],
    ['an abbreviation before a number', 'The repair cost approx. 40 euros.'],
    ['initials of a country', 'The U.S. Army built the bridge.'],
    ['a hyphen before a number', 'A magnitude-6.1 quake hit the town.'],
    ['an address', 'The map is at bridge.example for all.'],
    ['a question that someone asked', '“Who closed it?” he asked.'],
    ['a cry that someone gave', '“Get off the bridge!” she shouted.'],
    ['small letters behind a stop', 'The e.g. rather old bridge was closed.'],
  ])('do not end at %s', (_, sentence) => {
    expect(split(`${sentence} Nobody came.`)).toEqual([sentence, 'Nobody came.']);
  });

  test('closing marks belong to what they close', () => {
    expect(split('(The bridge was closed.) Nobody came.')[0]).toBe('(The bridge was closed.)');
  });

  test('what never stops is cut at spaces, and nothing is lost', () => {
    const text = 'the house of Ann Field, '.repeat(1000).trim();
    const sentences = split(text);
    expect(sentences.length).toBeGreaterThan(2);
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThan(4100);
    expect(sentences.join(' ')).toBe(text);
  });

  test('nothing has none', () => {
    expect(split('')).toEqual([]);
  });
});

describe('an end of a sentence', () => {
  test.each([
    ['behind closing marks, several', '“‘It was shut.’ ” |Nobody came.'],
    ['behind straight marks', '"Is it shut?" |"It is." |Nobody came.'],
    ['behind mixed marks', '“Is it shut?" |"It is.” |Nobody came.'],
    ['behind straight single marks', "He said: 'It is shut.' |Nobody came."],
    ['between quotations', '“It is shut.” |“Nobody came.”'],
    ['within a quotation', '“It is shut. |Nobody came,” he said.'],
    ['behind several marks', 'It is shut?! |Nobody came!!! |She left.'],
    ['behind an ellipsis', 'It was shut ... |Nobody came… |She left.... |He came.'],
    ['behind a percentage, before a number', 'It rose by 3.5%. |12 people left. |He came.'],
    ['behind a country, and within its names', 'The U.N. met in the U.S. |The U.S. Army came.'],
    ['behind an address', 'See www.lisk.example. |Write to a.b@lisk.example. |Nobody came.'],
    ['behind a number and before one', 'They saw No. 2 of 3. |4 came.'],
  ])('is found %s', (_, marked) => {
    const sentences = marked.split('|').map((sentence) => sentence.trim());
    expect(split(marked.replaceAll('|', ''))).toEqual(sentences);
  });

  test('is not needed at the end of a headline', () => {
    expect(split('Bridge closed in Lisk')).toEqual(['Bridge closed in Lisk']);
  });

  test('that leaves nothing makes no sentence', () => {
    expect(split('Nobody came.  ')).toEqual(['Nobody came.']);
    expect(split('   ')).toEqual([]);
  });
});

describe('tokens', () => {
  const texts = [
    'The bridge was closed. “Nobody came,” he said: “Not one!”',
    'The the the bridge, the bridge and the bridge.',
    'It cost €40bn (40 billion) in St. Orm’s — and that’s 12% more.',
    'Zürich’s café 👍 stays open… until 3 p.m.',
  ];

  test.each(texts)('stand where they say: %s', (text) => {
    for (const sentence of sentencesOf(text, tokenize)) {
      expect(sentence.start).toBe(sentence.tokens[0].start);
      expect(sentence.end).toBe(sentence.tokens.at(-1)?.end);
      for (const token of sentence.tokens) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.norm).toBe(token.text.toLowerCase());
        expect(token.lemma).toBe(token.lemma.toLowerCase());
      }
    }
  });

  test.each(texts)('leave out nothing but spaces: %s', (text) => {
    const tokens = sentencesOf(text, tokenize).flatMap((sentence) => sentence.tokens);
    expect(tokens.map((token) => token.text).join('')).toBe(text.replaceAll(' ', ''));
  });

  test('names inside a sentence are not taken for verbs', () => {
    const tokens = tokenize('The town of Field said that the Associated Press reported it.');
    const tags = Object.fromEntries(tokens.map(({ text, tag }) => [text, tag]));
    expect(tags).toMatchObject({ Press: 'PROPN', said: 'VERB', reported: 'VERB' });
  });
});
