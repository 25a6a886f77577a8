import { replace } from '../mapped-text.ts';
import type { CharacterRule } from './rules.ts';

export const dashes: CharacterRule = {
  id: 'dashes',
  because: 'A hyphen between spaces, and two in a row, are typed for a dash.',
  apply: (text) =>
    replace(
      text,
      /(?<=\s)-{1,2}(?=\s)|(?<=[\p{L}\p{N}”’)])--(?=[\p{L}\p{N}“‘(])/gu,
      ({ input = '', index = 0 }) => (/\s/u.test(input.charAt(index - 1)) ? '–' : '—'),
    ),
  examples: [
    ['its backers - most of all one - agreed', 'its backers – most of all one – agreed'],
    ['the arms--old ones--arrived', 'the arms—old ones—arrived'],
    ['long-range', 'long-range'],
  ],
};
