import type { InsetRule } from './rules.ts';

export const updateLabel: InsetRule = {
  id: 'update-label',
  reason: 'note',
  because:
    '“UPDATE 2:” before a paragraph says that it was added later. What follows is news like the rest; the label is none.',
  find: (blocks) =>
    blocks.flatMap((text, block) => {
      const length = LABEL.exec(text)?.[0].length;
      return length ? [{ block, start: 0, length, found: [] }] : [];
    }),
  examples: [
    {
      blocks: [
        'UPDATE: The mayor has resigned.',
        'UPDATE 2 (4:15 p.m.) — The ferry runs again.',
        'Update, March 3: Nobody was hurt.',
        'UPDATE:',
        'Update of the timetable: the ferry runs at nine.',
        'Updates: the mayor collects them.',
      ],
      left: [
        'The mayor has resigned.',
        'The ferry runs again.',
        'Nobody was hurt.',
        'Update of the timetable: the ferry runs at nine.',
        'Updates: the mayor collects them.',
      ],
    },
  ],
};

const LABEL =
  /^[*•\s]*(?:UPDATED?|Updated?)(?: ?#?\d{1,2})?(?: ?[([][^()[\]]{1,30}[)\]]|,? (?:at )?[\p{L}. ]{0,12}\d[\d:., \p{L}]{0,20})?\s*(?::|\s[–—])\s*(?=[“‘(]?[\p{Lu}\p{N}]|$)/u;
