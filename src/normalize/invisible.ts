import { INVISIBLE } from '../characters.ts';
import { replace } from '../mapped-text.ts';
import type { CharacterRule } from './rules.ts';

export const invisible: CharacterRule = {
  id: 'invisible',
  because:
    'Soft hyphens and zero-width characters come along from web pages and split words unseen; directional controls can make a passage read otherwise than it is written.',
  apply: (text) => replace(text, INVISIBLE, () => ''),
  examples: [
    ['trans\u{ad}port', 'transport'],
    ['gov\u{ad}ern\u{ad}ment', 'government'],
    ['zero\u{200b}width', 'zerowidth'],
    ['abc \u{202e}def', 'abc def'],
  ],
};
