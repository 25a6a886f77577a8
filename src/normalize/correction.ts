import type { BlockRule } from './rules.ts';

export const correction: BlockRule = {
  id: 'correction',
  reason: 'note',
  note: 'correction',
  because:
    'A correction speaks of the report itself: it begins with the word, or says what an earlier version had wrong. What follows a heading of that kind belongs to it.',
  find: (blocks) =>
    blocks.flatMap((block, index) => {
      const isOne = FORMS.some((form) => form.test(block)) || LABEL.test(block);
      return isOne || isBelowLabel(blocks, index) ? [index] : [];
    }),
  examples: [
    {
      blocks: [
        'Correction: An earlier version of this article misspelled the mayor’s name.',
        'CORRECTION (March 3): The bridge is 80 meters long, not 90.',
        'Correction, March 3, 2031: The bridge is 80 meters long.',
        'Clarification: The town does not own the ferry.',
        '(Corrects name in paragraph 3)',
        '(This story corrects the name in paragraph 3)',
        '[Corrected: the bridge is 80 meters long]',
        'An earlier version of this story said that the bridge was 90 meters long.',
        'This article was amended on 3 March 2031 to correct the name of the mayor.',
        '* This story has been corrected to say that the bridge is 80 meters long.',
        'The bridge was closed.',
      ],
      found: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    },
    {
      blocks: ['The bridge was closed.', 'Correction Appended'],
      found: [1],
    },
    {
      blocks: [
        'The bridge was closed.',
        'Corrections & Clarifications:',
        'This article has been revised.',
      ],
      found: [1, 2],
    },
    {
      blocks: [
        'The bridge was closed.',
        'Correction: March 3, 2031',
        'The bridge is 80 meters long.',
      ],
      found: [1, 2],
    },
    {
      blocks: [
        'The correction facility was closed.',
        'Corrections officers said that nobody was hurt.',
        'An earlier version of the bridge fell in 1911.',
        'The article was corrected by the court.',
        'Correction officials: nobody was told.',
      ],
      found: [],
    },
  ],
};

const STORY = '(?:article|story|report|post|piece|page|column|headline|item|version|dispatch)';
const MENDED = '(?:corrected|amended|clarified|revised)';

const FORMS = [
  /^\W*(?:corrections?|clarifications?|corrected)(?:\s*(?:&|and)\s*(?:corrections?|clarifications?))?(?:\s*\([^()]{1,40}\)|,? [^:.]{0,12}\d[^:.]{0,20})?\s*[:—–].*\p{Ll}/iu,
  new RegExp(
    `^\\W*(?:an?|the) (?:earlier|previous|prior) (?:version|edition) of (?:this|the|our) ${STORY}\\b`,
    'iu',
  ),
  new RegExp(`^\\W*this ${STORY} (?:has been|have been|was|is) (?:\\p{L}+ )?${MENDED}\\b`, 'iu'),
  /^\W*\((?:this (?:story|version|article|item) )?(?:corrects|clarifies|fixes)\b.*\)[^\w)]*$/iu,
];

/** A heading: the word alone, or with the day. */
const LABEL =
  /^\W*(?:corrections?|clarifications?)(?:\s*(?:&|and)\s*(?:corrections?|clarifications?))?(?: appended)?(?:[\s:,(]+(?:[\p{L}\d.][\p{L}\d .,]*)?\d{4}(?:, \p{L}+)?)?[\s:.)]*$/iu;

/** What goes on about the report itself. */
const ABOUT = new RegExp(
  `^\\W*(?:this|an earlier|a previous|an article|a ${STORY}|because of an editing error)\\b`,
  'iu',
);

/** The paragraph below a heading goes on about the report, or is the last one. */
function isBelowLabel(blocks: readonly string[], index: number): boolean {
  const [above = '', block = ''] = blocks.slice(Math.max(0, index - 1), index + 1);
  return index > 0 && LABEL.test(above) && (index + 1 === blocks.length || ABOUT.test(block));
}
