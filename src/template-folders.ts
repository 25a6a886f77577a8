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

/** Paths of the templates that reports are cited with. */
export const CITED_WITH: readonly string[] = ['citations/'];

/** Those that a body is made with, beside its own folder. */
export const BODY: readonly string[] = ['partials/', 'own/', ...CITED_WITH];

/** Those that the plain document is made with. */
export const PLAIN: readonly string[] = ['plain/', ...BODY];
