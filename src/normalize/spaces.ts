import { replace, trim } from '../mapped-text.ts';
import type { CharacterRule } from './rules.ts';

export const spaces: CharacterRule = {
  id: 'spaces',
  because:
    'No-break, thin and double spaces, tabs and the line breaks of wrapped text all stand for one space between words.',
  apply: (text) => trim(replace(text, /[\s\u{85}]{2,}|[^\S ]|\u{85}/gu, () => ' ')),
  examples: [
    ['40\u{a0}billion  euros', '40 billion euros'],
    ['wrapped\nline ', 'wrapped line'],
    ['old\rline\r\nends', 'old line ends'],
    ['next\u{85}line', 'next line'],
    ['line\u{2028}and\u{2029}paragraph', 'line and paragraph'],
    ['narrow\u{202f}no-break\u{2007}figure', 'narrow no-break figure'],
    ['\u{85}at the ends\u{85}', 'at the ends'],
  ],
};
