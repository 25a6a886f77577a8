import type { BlockRule } from './rules.ts';

export const noWords: BlockRule = {
  id: 'no-words',
  reason: 'no-words',
  because: 'Rows of marks divide parts of a page; they say nothing.',
  find: (blocks) => blocks.flatMap((block, index) => (/[\p{L}\p{N}]/u.test(block) ? [] : [index])),
  examples: [
    { blocks: ['* * *', '—', 'No.'], found: [0, 1] },
    { blocks: ['24'], found: [] },
  ],
};
