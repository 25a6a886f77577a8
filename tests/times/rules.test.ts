import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/extract/tokens.ts';
import { TIME_RULES, timesOf } from '../../src/times/index.ts';

/** A Wednesday. */
const PUBLISHED = '2031-03-12';

const found = (sentence: string) =>
  Object.fromEntries(
    timesOf(tokenize(sentence), sentence, PUBLISHED).map(({ text, value, certain }) => [
      text,
      certain ? value : `~${value}`,
    ]),
  );

describe.each(TIME_RULES)('time rule $id', ({ examples, pattern, cues }) => {
  test.each(examples)('%s → %j', (sentence, times) => {
    expect(found(sentence)).toEqual(times);
  });

  test('its examples are its own, and hold its cues', () => {
    const own = examples.filter(([sentence]) => [...sentence.matchAll(pattern)].length > 0);
    expect(own).not.toEqual([]);
    for (const [sentence] of own) {
      const words =
        sentence
          .toLowerCase()
          .replaceAll(/\d/gu, '0')
          .match(/[a-z]+|0+/gu) ?? [];
      expect(words.some((word) => cues.includes(word))).toBe(true);
    }
  });
});

describe('the table of time rules', () => {
  test('every rule has an id of its own', () => {
    const ids = TIME_RULES.map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z\d]+(?:-[a-z\d]+)*$/u.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    'the last two weeks after the vote on a day in early May 2 of 3 at 5 ',
    'more than 1 2 3 4 5 6 7 8 9 10 11 12 ',
    'three days after the the the the the ',
    'on Monday, March and March 3 to May ',
  ])('a text ten times as long takes about ten times as long: %s', (words) => {
    const time = (text: string) => {
      const since = performance.now();
      for (const { pattern } of TIME_RULES) Array.from(text.matchAll(pattern));
      return performance.now() - since;
    };
    const [short, long] = [words.repeat(60), words.repeat(600)];
    time(short);
    // Were it quadratic it would be a hundred times; there is room for a machine that is busy.
    expect(time(long)).toBeLessThan(50 * Math.max(2, time(short)));
  });
});
