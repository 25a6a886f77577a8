import { fold } from '../characters.ts';
import { type Check, reportedText } from './evidence.ts';

/** Every quotation of a statement stands in its passages, word for word. */
export const quotations: Check = ({ statement, passages }) =>
  Array.from(reportedText(statement).matchAll(/“([^“”]*)”/gu), ([, words = '']) => words)
    .filter((words) => !passages.includes(fold(words).replace(/[.,!?]$/u, '')))
    .map((words) => ({ found: `quotation “${words}”`, expected: 'the words of the passage' }));
