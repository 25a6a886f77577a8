/** Styles of citation by the names that `briefing.yaml` takes: files in `templates/citations/`. */
export const CITATION_STYLES = [
  'chicago-notes',
  'chicago-author-date',
  'apa',
  'mla',
  'harvard',
  'oscola',
] as const;

/** Locales that dates and quotation marks of entries can be written in, of the same folder. */
export const CITATION_LOCALES = ['en-GB', 'en-US'] as const;

/** Whether a style is a file of the editor's. */
export const isStyleFile = (style: string): boolean => /\.csl$/iu.test(style);
