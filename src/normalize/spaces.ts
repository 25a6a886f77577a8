import { replace, trim } from '../mapped-text.ts';
import type { CharacterRule } from './rules.ts';

export const spaces: CharacterRule = {
  id: 'spaces',
  because:
    'No-break, thin and double spaces, tabs and the line breaks of wrapped text all stand for one space between words.',
  apply: (text) => trim(replace(text, /\s{2,}|[^\S ]/gu, () => ' ')),
  examples: [
    ['40\u{a0}billion  euros', '40 billion euros'],
    ['wrapped\nline ', 'wrapped line'],
  ],
};
