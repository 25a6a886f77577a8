/**
 * Folders of templates that each make one kind of document, beside the partials that all share: the
 * page, the sheets that are printed, the e-book, and the plain document that Markdown, text and Word
 * files are made from.
 */
export const TEMPLATE_FOLDERS = ['html', 'print', 'epub', 'plain'] as const;

export type TemplateFolder = (typeof TEMPLATE_FOLDERS)[number];

/** The folder of the page over many briefings: it shares no partials. */
export const OVERVIEW_FOLDER = 'overview';

/** Every folder that makes a document. */
export type PageFolder = TemplateFolder | typeof OVERVIEW_FOLDER;
