import { replace } from '../mapped-text.ts';
import type { CharacterRule } from './rules.ts';

/** A character with the marks that follow it, or one outside ASCII that may have another form. */
const CLUSTER = /\P{M}\p{M}+|[\u{300}-\u{10ffff}]/gu;

export const composition: CharacterRule = {
  id: 'composition',
  because:
    'An accented letter may be one character or two (Unicode NFC or NFD); both look the same, and do not compare as the same.',
  apply: (text) => replace(text, CLUSTER, ([cluster]) => cluster.normalize('NFC')),
  examples: [
    ['Zu\u{308}rich', 'Zürich'],
    ['100 k\u{2126}', '100 kΩ'],
    ['plain', 'plain'],
  ],
};
