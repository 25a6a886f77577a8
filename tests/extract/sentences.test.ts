import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/extract/sentences.ts';
import { tokenize } from '../../src/extract/tokens.ts';
import type { Token } from '../../src/types.ts';

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

  test('nothing has none', () => {
    expect(split('')).toEqual([]);
  });
});

/** Break a text where it has a bar, as a language model may; give what is left of the breaks. */
function corrected(marked: string): readonly string[] {
  const text = marked.replaceAll('|', '');
  let at = 0;
  const found = sentencesOf(text, () =>
    marked.split('|').map((stretch) => {
      const from = at;
      at += stretch.length;
      return Array.from(stretch.matchAll(/[\p{L}\p{N}]+|\S/gu), ({ 0: word, index }): Token => {
        const norm = word.toLowerCase();
        const start = from + index;
        return { text: word, norm, lemma: norm, tag: 'X', start, end: start + word.length };
      });
    }),
  );
  return found.map(({ start, end }) => text.slice(start, end));
}

describe('a break of the language model', () => {
  test.each([
    ['at a stop', 'Nobody came. |She left.', ['Nobody came.', 'She left.']],
    ['behind a number', 'It fell by 3. |She left.', ['It fell by 3.', 'She left.']],
    ['behind a short word', 'He said so. |She left.', ['He said so.', 'She left.']],
  ])('stays %s', (_, marked, sentences) => {
    expect(corrected(marked)).toEqual(sentences);
  });

  test.each([
    ['inside a word', 'A magnitude-6.|1 quake.'],
    ['before a small letter', '“Who is it?” |he asked.'],
    ['before closing marks alone', '(It was shut.| )'],
    ['before closing marks, several', '“‘It was shut.| ’ ”'],
    ['behind a rank', 'He met Gen. |Ann Field.'],
    ['behind a title', 'He met Dr. |Ann Field.'],
    ['behind a title that begins', 'Sen. |Ann Field came.'],
    ['behind “number”', 'They saw No. |5 again.'],
    ['twice', 'He met Lt. |Gen. |Ann Field.'],
  ])('is closed %s', (_, marked) => {
    expect(corrected(marked)).toEqual([marked.replaceAll('|', '')]);
  });

  test('that leaves nothing makes no sentence', () => {
    expect(corrected('Nobody came.| |')).toEqual(['Nobody came.']);
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
    const tokens = tokenize('The town of Field said that the Associated Press reported it.').flat();
    const tags = Object.fromEntries(tokens.map(({ text, tag }) => [text, tag]));
    expect(tags).toMatchObject({ Press: 'PROPN', said: 'VERB', reported: 'VERB' });
  });
});
