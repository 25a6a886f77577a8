import { foldStyle } from '../characters.ts';
import type { Check } from './evidence.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** No word stands in a statement that its passages lack. */
export const words: Check = ({ reported, passages }) => {
  const known = new Set(passages.toLowerCase().match(WORD));
  return [...new Set(foldStyle(reported).toLowerCase().match(WORD))]
    .filter((word) => !known.has(word))
    .map((word) => ({ found: `word "${word}"`, expected: 'a word of the passage' }));
};
