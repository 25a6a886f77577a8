import { foldStyle } from '../characters.ts';
import type { Check } from './evidence.ts';

const NUMBER = /\d+(?:[.,:]\d+)*/gu;

/** Every number of a statement stands in its passages, digit for digit. */
export const numbers: Check = ({ reported, passages }) => {
  const known = new Set(passages.match(NUMBER));
  return [...new Set(foldStyle(reported).match(NUMBER))]
    .filter((number) => !known.has(number))
    .map((number) => ({ found: `number ${number}`, expected: 'a number of the passage' }));
};
