import { foldStyle } from '../characters.ts';
import type { Check } from './evidence.ts';

/** Every quotation of a statement stands in its passages, word for word. */
export const quotations: Check = ({ reported, passages }) =>
  Array.from(reported.matchAll(/“([^“”]*)”/gu), ([, words = '']) => words)
    .filter((words) => !passages.includes(foldStyle(words).replace(/[.,!?]$/u, '')))
    .map((words) => ({ found: `quotation “${words}”`, expected: 'the words of the passage' }));
