import { fold } from '../characters.ts';
import type { BlockRule } from './rules.ts';

export const repetition: BlockRule = {
  id: 'repetition',
  reason: 'duplicate',
  because: 'A paragraph that stands twice in one report, word for word, was pasted twice.',
  find: (blocks) => {
    const seen = new Set<string>();
    return blocks.flatMap((block, index) => {
      const key = fold(block);
      if (seen.has(key)) return [index];
      seen.add(key);
      return [];
    });
  },
  examples: [
    { blocks: ['It was closed.', 'Nobody came.', 'It was closed.'], found: [2] },
    { blocks: ['It was closed.', 'It was closed again.'], found: [] },
  ],
};
