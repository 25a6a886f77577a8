import { expect, test } from 'vitest';
import { isOpener } from '../../src/language/clauses.ts';
import { isStatedBehind, SUBORDINATORS } from '../../src/language/subordinators.ts';
import type { Tag, Token } from '../../src/types.ts';

/** Words with their tags: "closed/VERB". */
const tokens = (text: string): readonly Token[] =>
  text.split(' ').map((word) => {
    const [norm = '', tag = 'X'] = word.split('/');
    const lemma = norm.replace(/(?:ed|s)$/u, '');
    return { text: norm, norm, lemma, tag: tag as Tag, start: 0, end: 0 };
  });

const UNKNOWN: Token = { text: '', norm: '', lemma: '', tag: 'X', start: 0, end: 0 };

const past = { clause: tokens('inspectors/NOUN closed/VERB it/PRON'), verb: 1 };
const present = { clause: tokens('inspectors/NOUN close/VERB it/PRON'), verb: 1 };
const come = tokens('it/PRON opened/VERB');
const yetToCome = tokens('it/PRON will/AUX open/VERB');
const denied = tokens('it/PRON did/AUX not/PART open/VERB');

const words = SUBORDINATORS.flatMap((row) => row.words);

test('no word stands in the table twice, and each opens a clause', () => {
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((norm) => !isOpener({ ...UNKNOWN, norm }))).toEqual([]);
});

test.each([
  ['stated', [true, true, true, true]],
  ['with-main', [true, true, false, false]],
  ['past', [true, false, false, false]],
  ['past-deed', [true, false, false, false]],
  ['leaned-on', [false, false, false, false]],
  ['open', [false, false, false, false]],
])(
  '%s: a past one, a present one, one of what is to come, one of what is denied',
  (force, expected) => {
    const row = SUBORDINATORS.find((one) => one.force === force);
    for (const word of row?.words ?? []) {
      expect([
        isStatedBehind(word, { ...past, main: come }),
        isStatedBehind(word, { ...present, main: come }),
        isStatedBehind(word, { ...past, main: yetToCome }),
        isStatedBehind(word, { ...past, main: denied }),
      ]).toEqual(expected);
    }
    expect(row?.words.length).toBeGreaterThan(0);
  },
);

test('a word that joins nothing states nothing', () => {
  expect(isStatedBehind('bridge', { ...past, main: come })).toBe(false);
});
