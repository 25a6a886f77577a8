import type { BlockRule } from './rules.ts';

export const editorsNote: BlockRule = {
  id: 'editors-note',
  reason: 'note',
  note: 'editor',
  because:
    'Editors tell their readers about the report in a paragraph that says so at its beginning.',
  find: (blocks) => blocks.flatMap((block, index) => (FORM.test(block) ? [index] : [])),
  examples: [
    {
      blocks: [
        'Editor’s note: Ann Field owns shares of the ferry.',
        '(EDITOR’S NOTE – This report has strong language.)',
        'Editors’ Note, March 3: The bridge was built in 1911.',
        'A note to readers: The Courier does not name the children.',
        'The editor’s note was found in the ferry.',
        'Editor’s notes fill two rooms.',
      ],
      found: [0, 1, 2, 3],
    },
  ],
};

const FORM =
  /^\W*(?:(?:an? )?editor(?:’s|s’|s|ial)? note|(?:a )?note to (?:our )?readers|ed\. ?note|publisher’s note)(?:,? [^:.–—]{0,30}\d[^:.–—]{0,10})?\s*[:–—]/iu;
