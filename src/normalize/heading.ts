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
      return between && (isCrosshead(block) || isQuestion(blocks, index)) ? [index] : [];
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
      blocks: [
        'The bridge was closed on Monday after an inspection.',
        'MAYOR SAYS THAT NOBODY WAS TOLD OF THE CRACKS IN TWO PILLARS',
        'Engineers had found cracks in two of its pillars.',
      ],
      found: [1],
    },
    {
      // One question may be the writer’s; several are the headings of an explanation.
      blocks: [
        'The bridge was closed on Monday after an inspection.',
        'Why was it closed?',
        'Engineers had found cracks in two of its pillars.',
        'Who knew of the cracks before Monday?',
        'The mayor says that nobody was told of them.',
        'When will it be opened again?',
        'The engineers expect to open it in May.',
      ],
      found: [1, 3, 5],
    },
    {
      blocks: [
        'The bridge was closed on Monday after an inspection.',
        'Why was it closed?',
        'Engineers had found cracks in two of its pillars.',
      ],
      found: [],
    },
    {
      blocks: ['‘Nobody was told’', 'The mayor said that nobody had been told.', 'Last words'],
      found: [],
    },
  ],
};

const MAX_WORDS = 7;
/** Lines in capitals are never text. */
const MAX_CAPITALS = 16;

function isCrosshead(block: string): boolean {
  const isShort = block.split(' ').length <= (/\p{Ll}/u.test(block) ? MAX_WORDS : MAX_CAPITALS);
  return isShort && !/[.!?…:;,–—_-][”’)]*$/u.test(block);
}

/** From this many on, questions on lines of their own are the headings of a report. */
const MIN_QUESTIONS = 3;

const isLoneQuestion = (block: string) =>
  /^\p{Lu}[^“”.!?:]*\?$/u.test(block) && block.split(' ').length <= 14;

const isQuestion = (blocks: readonly string[], index: number) =>
  isLoneQuestion(blocks[index] ?? '') && blocks.filter(isLoneQuestion).length >= MIN_QUESTIONS;

const isProse = (block: string) => /[.!?…][”’)]*$/u.test(block) && block.split(' ').length > 5;
