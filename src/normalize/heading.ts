import type { BlockRule } from './rules.ts';

export const heading: BlockRule = {
  id: 'heading',
  reason: 'heading',
  because:
    'A crosshead breaks up a long text. It repeats words of the paragraph below, without the verb and the stop of a sentence.',
  find: (blocks) =>
    blocks.flatMap((block, index) => {
      const below = blocks[index + 1];
      const between = index > 0 && below !== undefined && isProse(below);
      return between && isCrosshead(block) ? [index] : [];
    }),
  examples: [
    {
      blocks: [
        'The bridge was closed on Monday after an inspection.',
        'Cracks in two pillars',
        'Engineers had found cracks in two of its pillars.',
      ],
      found: [1],
    },
    {
      blocks: ['‘Nobody was told’', 'The mayor said that nobody had been told.', 'Last words'],
      found: [],
    },
  ],
};

const MAX_WORDS = 7;

function isCrosshead(block: string): boolean {
  return block.split(' ').length <= MAX_WORDS && !/[.!?…:;,][”’)]*$/u.test(block);
}

const isProse = (block: string) => /[.!?…][”’)]*$/u.test(block) && block.split(' ').length > 5;
