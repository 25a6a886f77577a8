import type { Options } from 'remark-stringify';

/** How Markdown is written: marks as most write them, and escaped what other readers would take for marks. */
export const MARKDOWN_FORM: Options = {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  rule: '-',
  listItemIndent: 'one',
  // A list within an item follows its words without a gap.
  join: [
    (_, right, parent) => (parent.type === 'listItem' && right.type === 'list' ? 0 : undefined),
  ],
  unsafe: [
    // Mathematics ends at a dollar that follows a word and no figure follows.
    { character: '$', before: '\\S', after: '(?:\\D|$)', inConstruct: 'phrasing' },
    // Obsidian: what stands between two of them is a comment, and not shown; or is highlighted.
    { character: '%', after: '%', inConstruct: 'phrasing' },
    { character: '=', after: '=', inConstruct: 'phrasing' },
    // Pandoc: raised, and notes within the text.
    { character: '^', inConstruct: 'phrasing' },
  ],
};
