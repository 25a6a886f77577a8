import { expect, test } from 'vitest';
import { isSuspended, SUSPENDERS } from '../../src/language/assertion.ts';
import type { Token } from '../../src/types.ts';

/** Words as tokens of no kind: what the tables say is told from the words alone. */
const tokens = (text: string): Token[] =>
  text.split(' ').map((word) => ({
    text: word,
    norm: word,
    lemma: word,
    tag: 'X',
    start: 0,
    end: 0,
  }));

test.each(SUSPENDERS.map(({ because, words, phrases }) => [because, [...words, ...phrases]]))(
  'a sentence is suspended where it must be: %s',
  (_, expressions) => {
    const missed = [...expressions].filter(
      (expression) => !isSuspended(tokens(`it ${expression}`)),
    );
    expect(missed).toEqual([]);
  },
);

test('no expression stands in the tables twice', () => {
  const all = SUSPENDERS.flatMap(({ words, phrases }) => [...words, ...phrases]);
  expect(all.filter((expression, index) => all.indexOf(expression) !== index)).toEqual([]);
});

test('a sentence without any is not', () => {
  expect(isSuspended(tokens('it fell on monday , and the ferry ran .'))).toBe(false);
});
