import type { Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { INVISIBLE } from '../characters.ts';
import { sourceSpan } from '../mapped-text.ts';
import type { Block, Metadata, Report, Span } from '../types.ts';

/** What is known of a report from the way it was got. */
export interface Provenance {
  /** When it was fetched, ISO 8601. */
  readonly retrieved: string;
  /** SHA-256 of the bytes that were fetched, hexadecimal. */
  readonly sha256: string;
}

/**
 * Write a report as Markdown that is read back as the same report: front matter, headline,
 * paragraphs and the headings between them. Characters are the report's own.
 *
 * @param report As it was read.
 * @param normalized The same after normalization, which tells what is no part of the report.
 */
export function writeReport(report: Report, normalized: Report, provenance: Provenance): string {
  const shown = report.blocks.find(({ kind }) => kind === 'headline');
  const headline = clean(shown?.content.text ?? report.metadata.headline.value ?? '');
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: stringify(matterOf(report.metadata, provenance), PLAIN).trimEnd() },
      ...(headline ? [heading(headline, 1)] : []),
      ...textOf(report, normalized),
    ],
  };
  return unified()
    .use(remarkStringify)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml'])
    .stringify(tree);
}

// ---------------------------------------------------------------------------------------------
// Front matter

/** A value a line, however long. */
const PLAIN = { lineWidth: 0 } as const;

/** The fields of front matter, by the names that most tools know. */
const FIELDS: readonly (readonly [string, keyof Metadata])[] = [
  ['title', 'headline'],
  ['publisher', 'outlet'],
  ['author', 'authors'],
  ['date', 'published'],
  ['updated', 'updated'],
  ['url', 'url'],
  ['language', 'language'],
  ['section', 'section'],
  ['place', 'place'],
  ['agency', 'agency'],
];

function matterOf(metadata: Metadata, { retrieved, sha256 }: Provenance): object {
  const known = FIELDS.flatMap(([name, field]) => {
    const { value, basis, because } = metadata[field];
    return value === null ? [] : [{ name, value: plain(value), basis, because }];
  });
  const inferred = known.filter(({ basis }) => basis === 'inferred');
  return {
    ...Object.fromEntries(known.map(({ name, value }) => [name, value])),
    retrieved,
    sha256,
    ...(inferred.length > 0 && {
      inferred: Object.fromEntries(
        inferred.map(({ name, because }) => [name, clean(because ?? 'not stated')]),
      ),
    }),
  };
}

function plain(value: string | readonly string[]): string | readonly string[] {
  if (typeof value === 'string') return clean(value);
  const [first, ...rest] = value.map(clean);
  return first !== undefined && rest.length === 0 ? first : value.map(clean);
}

// ---------------------------------------------------------------------------------------------
// Text

/** The paragraphs of a report that normalization keeps, and the headings among them. */
function textOf(report: Report, normalized: Report): RootContent[] {
  const isKept = nextOf(normalized.blocks.map(({ content }) => spanOf(content)));
  const isHeading = nextOf(
    normalized.leftOut.slice(report.leftOut.length).filter(({ reason }) => reason === 'heading'),
  );
  const blocks = report.blocks.filter(({ content }) => content.text !== '');
  return blocks.flatMap(({ kind, content }): RootContent[] => {
    const span = spanOf(content);
    const [kept, asHeading] = [isKept(span), isHeading(span)];
    const text = clean(content.text);
    if (kind === 'headline' || text === '') return [];
    if (asHeading) return [heading(text, 2)];
    return kept ? [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] : [];
  });
}

const spanOf = (content: Block['content']): Span => sourceSpan(content, 0, content.text.length);

/** Tells of each block whether the next of some spans lies in it; both are in order. */
function nextOf(spans: readonly Span[]): (block: Span) => boolean {
  let at = 0;
  return ({ start, end }) => {
    const span = spans[at];
    const isInside = span !== undefined && span.start >= start && span.end <= end;
    if (isInside) at++;
    return isInside;
  };
}

const heading = (value: string, depth: 1 | 2): RootContent => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value }],
});

/** Text in one line, without characters that nobody sees. */
const clean = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/[ \t\r\n\f\v\u{85}\u{2028}\u{2029}]+/gu, ' ')
    .trim();
