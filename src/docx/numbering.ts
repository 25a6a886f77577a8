import type { NumberingOptions } from 'docx';
import { indentOf } from './styles.ts';

/** A mark a level: as deep as styles go. */
const BULLETS = ['•', '–', '·'];

const LEVELS = [0, 1, 2];

/** Lists with marks, and with numbers; each list with numbers begins anew. */
export const NUMBERING: NumberingOptions = {
  config: [
    {
      reference: 'bullets',
      levels: LEVELS.map((level) => ({
        level,
        format: 'bullet',
        text: BULLETS[level] ?? '',
        alignment: 'left',
        style: { paragraph: { indent: indentOf(level) } },
      })),
    },
    {
      reference: 'numbers',
      levels: LEVELS.map((level) => ({
        level,
        format: 'decimal',
        text: `%${level + 1}.`,
        alignment: 'left',
        style: { paragraph: { indent: indentOf(level) } },
      })),
    },
  ],
};
