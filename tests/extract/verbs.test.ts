import { expect, test } from 'vitest';
import { tokenize } from '../../src/extract/tokens.ts';
import { verbsOf } from '../../src/extract/verbs.ts';

test.each([
  ['She has closed the bridge and will repair it.', ['close', 'repair']],
  ['The bridge was damaged.', ['damage']],
  ['Ferries to Lisk.', []],
])('%s', (text, lemmas) => {
  const verbs = verbsOf(tokenize(text));
  expect(verbs.map(({ lemma }) => lemma)).toEqual(lemmas);
  for (const { start, end } of verbs) expect(text.slice(start, end)).toMatch(/^\p{L}+$/u);
});
