import { nearest } from './nearest.ts';

/** The formats of a briefing, by the names that `--format` takes: the one table of them. */

export interface FormatRow {
  /** Name of the file in the output folder. */
  readonly file: string;
  /** Media type, as a server says it. */
  readonly mediaType: string;
  /** What it is for, in a line. */
  readonly about: string;
}

/** Files are made, and listed, in this order, whatever order was asked for. */
export const FORMAT_TABLE = {
  html: {
    file: 'index.html',
    mediaType: 'text/html; charset=utf-8',
    about: 'the page, with cards, search and filters: one file',
  },
  pdf: { file: 'briefing.pdf', mediaType: 'application/pdf', about: 'to print and to file' },
  epub: {
    file: 'briefing.epub',
    mediaType: 'application/epub+zip',
    about: 'for e-readers and telephones, with notes that pop up',
  },
  docx: {
    file: 'briefing.docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    about: 'for Word, to be worked on, with styles and footnotes',
  },
  markdown: {
    file: 'briefing.md',
    mediaType: 'text/markdown; charset=utf-8',
    about: 'for wikis, notes and editors, with footnotes',
  },
  text: {
    file: 'briefing.txt',
    mediaType: 'text/plain; charset=utf-8',
    about: 'for the body of an e-mail, in lines of 72 characters',
  },
  json: {
    file: 'briefing.json',
    mediaType: 'application/json',
    about: 'everything as data, with offsets into the files',
  },
  annotations: {
    file: 'annotations.jsonld',
    mediaType: 'application/ld+json',
    about: 'every passage as a Web Annotation of its report',
  },
  csl: {
    file: 'sources.csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    about: 'the reports, for programs that cite',
  },
  bibtex: {
    file: 'sources.bib',
    mediaType: 'application/x-bibtex',
    about: 'the reports, for LaTeX',
  },
  dot: {
    file: 'origins.dot',
    mediaType: 'text/vnd.graphviz; charset=utf-8',
    about: 'who relies on whom, for Graphviz',
  },
} as const satisfies Readonly<Record<string, FormatRow>>;

export type Format = keyof typeof FORMAT_TABLE;

/** The names of all formats that come with Synoptic, in their order. */
export const FORMATS = Object.keys(FORMAT_TABLE) as readonly Format[];

/** What is made where nobody says which. */
export const DEFAULT_FORMATS = ['html', 'pdf', 'json'] as const satisfies readonly Format[];

/** Stands for every format that comes with Synoptic. */
export const ALL_FORMATS = 'all';

export const isFormat = (name: string): name is Format => Object.hasOwn(FORMAT_TABLE, name);

/** The formats that names stand for, each once, in their order; names of none are passed over. */
export function formatsNamed(names: readonly string[]): readonly Format[] {
  return FORMATS.filter((format) => names.includes(ALL_FORMATS) || names.includes(format));
}

/** What is expected in the place of a name that no format has. */
export const EXPECTED_FORMATS = `${FORMATS.join(', ')} or ${ALL_FORMATS}`;

/** The name of a format that was probably meant. */
export const formatMeant = (name: string): string | undefined =>
  nearest(name, [...FORMATS, ALL_FORMATS]);
