import type { BlockRule } from './rules.ts';

export const update: BlockRule = {
  id: 'update',
  reason: 'note',
  note: 'update',
  because:
    'A report says what was added since it was first published. It is told from news by speaking of the story itself, or by standing in brackets as agencies write it.',
  find: (blocks) =>
    blocks.flatMap((block, index) => (FORMS.some((form) => form.test(block)) ? [index] : [])),
  examples: [
    {
      blocks: [
        'This story has been updated to note that the mayor confirmed the report.',
        'UPDATE 2: This article has been updated with a statement of the mayor.',
        'Update: Adds a statement of the mayor.',
        '(Updates with comments of the mayor, background)',
        '(Adds details of the inspection, paragraphs 3–5)',
        'This is a developing story and will be updated.',
        'This is a breaking news story. Please check back for updates.',
        'The bridge was closed.',
      ],
      found: [0, 1, 2, 3, 4, 5, 6],
    },
    {
      blocks: [
        'UPDATE: The mayor has resigned.',
        'The story of the bridge has been updated by its owners.',
        'This week the list was updated.',
        '(Adds up to 40, she said.)',
        'This story was told by her mother.',
      ],
      found: [],
    },
  ],
};

const STORY = '(?:article|story|report|post|piece|page|column|headline|item|version|copy)';
const LABEL =
  '(?:update[sd]?(?: ?#?\\d+)?(?: ?\\([^()]{1,40}\\)| ?,? [^:.]{0,24}\\d[^:.]{0,20})?\\s*[:–—]\\s*)';

const FORMS = [
  new RegExp(
    `^\\W*${LABEL}?(?:this|the) ${STORY} (?:has been|was|is|will be|is being) (?:\\p{L}+ )?(?:updated|expanded|rewritten)(?: (?:to|with|throughout|at|on|as|after|since|following|since)\\b|\\W*$)`,
    'iu',
  ),
  new RegExp(
    `^\\W*${LABEL}?this (?:\\p{L}+ )?${STORY} (?:has been|was|is being|will be) (?:\\p{L}+ )?updated\\b`,
    'iu',
  ),
  new RegExp(`^\\W*${LABEL}(?:adds|updates|recasts|rewrites)\\b`, 'iu'),
  /^\W*\((?:updates?|adds|recasts|rewrites|writes through|updated) (?:throughout|with|to|details?|quotes?|comments?|background|reaction|analyst|more|dropped|number|paragraphs?|byline|dateline|lead|headline|link|graphic|missing|first|new|latest|\p{L}+ (?:comment|statement|reaction|quote|details?)s?)\b[^()]*\)\W*$/iu,
  /^\W*this is a (?:developing|breaking)(?: news)? (?:story|news)\b/iu,
  /^\W*(?:more (?:details )?to (?:come|follow)|(?:please )?check back (?:later|soon|for updates))\W*$/iu,
];
