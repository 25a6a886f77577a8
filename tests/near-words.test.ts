import { expect, test } from 'vitest';
import { areSameWords } from '../src/near-words.ts';

test.each([
  ['The U.S. sent aid.', 'The US sent aid', true],
  ['the U.S.-supplied boats', 'The US-supplied boats', true],
  ['It cost 1.5 million.', 'It cost 15 million.', false],
  ['It cost 4 million.', 'It cost 5 million.', false],
])('%s / %s: %s', (a, b, same) => {
  expect(areSameWords(a, b)).toBe(same);
});
