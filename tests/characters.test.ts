import { describe, expect, test } from 'vitest';
import { fold } from '../src/characters.ts';
import { vocabularyOf } from '../src/language/vocabulary.ts';
import { fromSource, sourceSpan } from '../src/mapped-text.ts';
import { CHARACTER_RULES } from '../src/normalize/index.ts';
import type { MappedText } from '../src/types.ts';

describe('fold', () => {
  test.each([
    ['composition', 'cafe\u{301}', 'caf\u{e9}'],
    ['double quotation marks', '“Go,” «stay», „no‟', '"Go," "stay", "no"'],
    ['doubled single marks', "``Go,'' he said", '"Go," he said'],
    ['single quotation marks', 'it’s ‘his’ ‹one› `x´', "it's 'his' 'one' 'x'"],
    ['dashes', 'a–b — c − d', 'a-b - c - d'],
    ['dashes in a row', 'a--b ——— c', 'a-b - c'],
    ['kinds of spaces', '40\u{a0}km\u{2009}off\tthe\r\ncoast', '40 km off the coast'],
    ['spaces in a row', 'a   b', 'a b'],
    ['spaces around quotation marks', 'said : " Go " , and', 'said :"Go", and'],
    ['spaces at the ends', '  a ', 'a'],
    ['soft hyphens', 'trans\u{ad}port', 'transport'],
    ['zero-width characters', 'a\u{200b}b\u{2060}c\u{feff}d', 'abcd'],
    ['directional controls', 'a\u{202e}b\u{2066}c', 'abc'],
    ['the tag that breaks a line', 'a<br>b <BR class="x" /> c', 'a b c'],
    ['other controls', 'a\u{0}b\u{1b}c', 'abc'],
    ['ligatures', 'o\u{fb03}ce \u{fb02}ood \u{133}', 'office flood ij'],
    ['letters and digits of full width', '\u{ff27}\u{ff12}\u{ff10}', 'G20'],
    ['ends of lines', 'a\u{85}b\u{2028}c\rd', 'a b c d'],
  ])('folds away %s', (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each([
    ['letters', 'bridge', 'bride'],
    ['capitals', 'Bridge', 'bridge'],
    ['accents', 'café', 'cafe'],
    ['numbers', '1,300', '1.300'],
    ['spaces between words', 'in land', 'inland'],
    ['a dash between words', 'ten-year', 'tenyear'],
    ['quotation marks', 'the “safe” bridge', 'the safe bridge'],
    ['stops', 'He left.', 'He left'],
    ['tags', 'the <b>old</b> bridge', 'the old bridge'],
  ])('keeps %s', (_, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

const ALPHABET = [
  ...'aeoknZ7.,:!?()',
  ...'ÖéßŁ',
  ...'"\'“”‘’«»„‹›`´',
  ...'-‐–—−',
  ...['--', ' - ', ' -- ', "''", '``'],
  ...[' ', ' ', ' ', '\u{a0}', '\u{2009}', '\t', '\n', '\r\n'],
  ...['\u{301}', '\u{308}', '\u{30a}', '\u{327}', 'A\u{30a}', 'e\u{301}', '\u{212b}'],
  ...['\u{ad}', '\u{200b}', '\u{200e}', '\u{202e}', '\u{2060}', '\u{feff}', '\u{7}'],
  ...['\u{fb01}', '\u{fb04}', '\u{133}', '\u{ff21}', '\u{ff11}', '\u{85}', '\u{2028}'],
  ...['👍', '한', '\u{1112}\u{1161}\u{11ab}'],
];

/** Texts of random characters, the same at each run (linear congruence of Numerical Recipes). */
function randomTexts(count: number): readonly string[] {
  let seed = 1;
  const below = (limit: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + below(24) }, () => ALPHABET[below(ALPHABET.length)]).join(''),
  );
}

const normalized = (source: string, rules = CHARACTER_RULES): MappedText =>
  rules.reduce(
    (text, rule) => rule.apply(text, vocabularyOf([source])),
    fromSource(source, 0, source.length),
  );

const TEXTS = randomTexts(3000);

describe('normalization of any text', () => {
  test('the generator makes texts of all kinds', () => {
    expect(new Set(TEXTS).size).toBeGreaterThan(2900);
    for (const character of ALPHABET) {
      expect(TEXTS.filter((text) => text.includes(character)).length).toBeGreaterThan(100);
    }
    expect(TEXTS.filter((text) => normalized(text).text !== text).length).toBeGreaterThan(2000);
  });

  test('leaves the fold as it was', () => {
    // A hyphen at the end of a line is a difference of words: its places prove it.
    const others = CHARACTER_RULES.filter(({ id }) => id !== 'hyphenation');
    const changed = TEXTS.filter((text) => fold(normalized(text, others).text) !== fold(text));
    expect(changed).toEqual([]);
  });

  test.each([
    ['a govern-\nment said', 'a government said'],
    ['a govern\u{ad}\r\n ment said', 'a government said'],
    ['a long-\nterm plan', 'a long-term plan'],
    ['o\u{fb03}ce of\u{fb01}-\ncials', 'office officials'],
  ])('leaves words of broken lines at their places: %j', (source, words) => {
    const { text, runs } = normalized(source);
    expect(text).toBe(words);
    const read = runs.map(({ start, end }) => source.slice(start, end)).join('');
    expect(fold(read)).toBe(words);
  });

  test('leaves every character traceable to the file, in the file’s order', () => {
    for (const source of TEXTS) {
      const mapped = normalized(source);
      let reached = 0;
      for (let at = 0; at < mapped.text.length; at++) {
        const { start, end } = sourceSpan(mapped, at, at + 1);
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(source.length);
        reached = start;
      }
    }
  });

  test('a stretch that corresponds character by character says the same in the file', () => {
    const wrong = TEXTS.flatMap((source) =>
      linearStretches(normalized(source))
        .map(({ text, start, end }) => [text, source.slice(start, end)] as const)
        .filter(([text, original]) => fold(text) !== fold(original)),
    );
    expect(wrong).toEqual([]);
  });
});

/** The stretches of a text that are as long as what they were read from. */
function linearStretches({ text, runs }: MappedText) {
  return runs.flatMap(({ at, start, end }, index) => {
    const stretch = text.slice(at, runs[index + 1]?.at ?? text.length);
    return stretch.length === end - start ? [{ text: stretch, start, end }] : [];
  });
}
