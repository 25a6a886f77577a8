import { foldStyle } from '../characters.ts';
import type { Check } from './evidence.ts';

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*(?:[.-]\p{L}+)*/gu;

/**
 * Every capitalized word of a statement stands in its passages, letter for letter. The first may
 * have been raised, and is checked as a word.
 */
export const names: Check = ({ reported, passages }) => {
  const text = foldStyle(reported).replace(/^\W+/u, '');
  const known = new Set(passages.match(NAME));
  const found = Array.from(text.matchAll(NAME)).filter(({ index }) => index > 0);
  return [...new Set(found.map(([name]) => name))]
    .filter((name) => !known.has(name))
    .map((name) => ({ found: `name "${name}"`, expected: 'a name of the passage' }));
};
