import type { Element, Root } from 'xast';
import { element } from '../xml.ts';

/** A file of the book, as its package document lists it. */
export interface Item {
  readonly file: string;
  readonly type: string;
  /** `nav`, `cover-image`, `svg`: what a reader has to know before it opens the file. */
  readonly properties: readonly string[];
  /** Whether it is read in its turn, or only used by what is. */
  readonly isRead: boolean;
}

/** What a book says of itself. */
export interface Metadata {
  readonly title: string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly description: string;
  readonly creator: string;
  /** Addresses of what it was made from. */
  readonly sources: readonly string[];
  /** ISO 8601 moment that it speaks for; null where none is known. */
  readonly date: string | null;
}

/** What of a book is known once it is made. */
export interface Making {
  /** Names this book and no other, as a URN. */
  readonly identifier: string;
  readonly items: readonly Item[];
  /** Whether it has a list of pages. */
  readonly hasPages: boolean;
}

/** Make the package document: what the book is, which files it has, in which order they are read. */
export function packageDocument(metadata: Metadata, making: Making): Root {
  const { items } = making;
  const ids = new Map(items.map(({ file }, index) => [file, `file-${index + 1}`]));
  const idOf = (file: string) => ids.get(file) ?? null;
  return {
    type: 'root',
    children: [
      element(
        'package',
        {
          xmlns: 'http://www.idpf.org/2007/opf',
          version: '3.0',
          'unique-identifier': 'identifier',
          'xml:lang': metadata.language,
        },
        [
          metadataOf(metadata, making),
          element('manifest', {}, [
            ...items.map(({ file, type, properties }) =>
              element('item', {
                id: idOf(file),
                href: file,
                'media-type': type,
                properties: properties.length > 0 ? properties.join(' ') : null,
              }),
            ),
          ]),
          element(
            'spine',
            {},
            items
              .filter(({ isRead }) => isRead)
              .map(({ file }) => element('itemref', { idref: idOf(file) })),
          ),
        ],
      ),
    ],
  };
}

function metadataOf(
  { title, language, description, creator, sources, date }: Metadata,
  { identifier, hasPages }: Making,
): Element {
  const dc = (name: string, text: string, attributes: Readonly<Record<string, string>> = {}) =>
    element(`dc:${name}`, attributes, [text]);
  const meta = (property: string, text: string) => element('meta', { property }, [text]);
  return element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    dc('identifier', identifier, { id: 'identifier' }),
    dc('title', title),
    dc('language', language),
    dc('creator', creator),
    dc('description', description),
    ...(date === null ? [] : [dc('date', date.slice(0, 10))]),
    ...sources.map((source) => dc('source', source)),
    meta('dcterms:modified', date === null ? UNDATED : secondsOf(date)),
    ...(hasPages ? [meta('pageBreakSource', 'none')] : []),
    ...[...ACCESSIBILITY, ...(hasPages ? PAGES : [])].map(([property, text]) =>
      meta(`schema:${property}`, text),
    ),
  ]);
}

/** Every book must say when it was changed last; one of which no day is known says the day of its files. */
const UNDATED = '1980-01-01T00:00:00Z';

const secondsOf = (date: string): string => new Date(date).toISOString().replace(/\.\d+Z$/u, 'Z');

/**
 * EPUB Accessibility 1.1, in the words of schema.org: no more than what each book has. That it conforms to
 * a level of WCAG is not said: nobody has examined it by hand.
 */
const ACCESSIBILITY: readonly (readonly [property: string, text: string])[] = [
  ['accessMode', 'textual'],
  ['accessMode', 'visual'],
  // Each drawing is told in words, too.
  ['accessModeSufficient', 'textual'],
  ['accessibilityFeature', 'ARIA'],
  ['accessibilityFeature', 'alternativeText'],
  ['accessibilityFeature', 'displayTransformability'],
  ['accessibilityFeature', 'readingOrder'],
  ['accessibilityFeature', 'structuralNavigation'],
  ['accessibilityFeature', 'tableOfContents'],
  ['accessibilityHazard', 'none'],
  [
    'accessibilitySummary',
    'Text that can be enlarged and recolored; nothing is told by color alone. Drawings have descriptions, and what they show stands beside them in words.',
  ],
];

const PAGES: typeof ACCESSIBILITY = [
  ['accessibilityFeature', 'pageBreakMarkers'],
  ['accessibilityFeature', 'pageNavigation'],
];
