import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { fold } from '../characters.ts';
import { message, type Place } from '../messages.ts';
import { dateWithin } from '../publication-date.ts';
import type { Block, BlockKind, Found } from '../types.ts';
import { articleElements } from './article.ts';
import { type HtmlBlock, htmlBlocks } from './blocks.ts';
import { excessOf } from './guard.ts';
import { structuredArticles } from './json-ld.ts';
import { pageMetadata } from './metadata.ts';
import { type PageBlock, pageBlocks } from './page-blocks.ts';
import { isUnseen, partOf } from './parts.ts';
import { richText } from './rich.ts';
import { type PageStatement, PLACES, pageStatements } from './statements.ts';

/** What is read from mark-up. */
export interface HtmlReading {
  readonly blocks: readonly Block[];
  readonly found: readonly Found[];
  readonly messages: readonly VFileMessage[];
}

/**
 * Read a web page: find its report, tell what else stands on the page, and what the page states
 * of itself.
 *
 * @param file Name for messages.
 */
export function readPage(source: string, file: string): HtmlReading {
  const parsed = parse(source, file);
  if ('refusal' in parsed) return refused(parsed.refusal);
  const { tree } = parsed;
  const all = htmlBlocks(tree, source, isUnseen);
  const parts = pageBlocks(all, articleElements(tree), partOf);
  if (!parts.some(({ kind }) => kind === 'paragraph')) return refused(noArticle(file));
  const stated = pageMetadata([...pageStatements(tree, structuredArticles), ...bylines(parts)]);
  const headlines = stated.flatMap((found) => (found.field === 'headline' ? [found.value] : []));
  return {
    blocks: withHeadline(parts, headlines).map(({ kind, content }) => ({ kind, content })),
    found: stated,
    messages: replaced(source, parts, file),
  };
}

/** Read mark-up that is all report: the text of a mail, of a word processor. */
export function readRich(source: string, file: string): HtmlReading {
  const parsed = parse(source, file);
  if ('refusal' in parsed) return refused(parsed.refusal);
  const blocks = htmlBlocks(parsed.tree, source, isUnseen);
  return { ...richText(blocks, isUnseen), messages: [] };
}

/** The tree of mark-up, or why it may not be built. */
function parse(source: string, file: string): { tree: Root } | { refusal: VFileMessage } {
  const excess = excessOf(source);
  if (!excess) return { tree: unified().use(rehypeParse).parse(source) };
  const { found, expected, at } = excess;
  const refusal = message({
    rule: 'too-deep',
    file,
    place: placeAt(source, at),
    found,
    expected,
    advice: 'no report is written so; save its text instead, as .txt or .md',
  });
  return { refusal };
}

const refused = (refusal: VFileMessage): HtmlReading => ({
  blocks: [],
  found: [],
  messages: [refusal],
});

const placeAt = (source: string, at: number): Place =>
  location(source).toPoint(at) ?? { line: 1, column: 1 };

function noArticle(file: string): VFileMessage {
  return message({
    rule: 'no-article',
    file,
    found: 'page without paragraphs of a report',
    expected: 'the page of one report',
    advice: 'save the page again once it is shown whole, or save its text as .txt or .md',
  });
}

/** Bytes of the report that are no letters in its encoding. */
function replaced(source: string, blocks: readonly PageBlock[], file: string): VFileMessage[] {
  const bad = blocks.find(
    ({ kind, content }) => kind === 'paragraph' && content.text.includes('\u{fffd}'),
  );
  if (!bad) return [];
  return [
    message({
      rule: 'undecodable',
      file,
      place: placeAt(source, bad.content.runs[0]?.start ?? 0),
      found: 'bytes in the report that are no letters',
      expected: 'a page in the encoding that it says',
      advice: 'they are shown as "\u{fffd}"; save the page again, as UTF-8',
    }),
  ];
}

/** Longer lines say more than who wrote the report, and when. */
const MAX_BYLINE = 120;

/** What the lines about who wrote the report, and when, state. */
function bylines(blocks: readonly PageBlock[]): PageStatement[] {
  const lines = [...headOf(blocks), ...blocks.filter(({ kind }) => kind === 'byline')]
    .filter(({ content }) => content.text.length <= MAX_BYLINE)
    .flatMap(({ content }) => content.text.split(PARTED));
  return lines.flatMap((text): PageStatement[] => {
    const [, names] = /^by:?\s+([^\d(]+?)(?:\s+-\s.*|\s*\d.*)?$/iu.exec(text) ?? [];
    const day = dateWithin(text);
    const field = /\b(?:updated|modified|edited)\b/iu.test(text) ? 'updated' : 'published';
    return [
      ...(names ? [{ field: 'authors', text: names, because: PLACES.byline } as const] : []),
      ...(day ? [{ field, text: day, because: PLACES.byline } as const] : []),
    ];
  });
}

/** What stands between the headline and the first paragraph. */
function headOf(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const first = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const headline = blocks.slice(0, first).findLastIndex(isHeadline);
  return headline < 0 ? [] : blocks.slice(headline + 1, first);
}

const isHeadline = ({ within }: HtmlBlock): boolean =>
  within.some(({ tagName }) => tagName === 'h1');

/** What parts the statements of a byline: "Posted March 12, 2031 | Updated March 13, 2031". */
const PARTED = /\s*[|;•·]\s*|\s+(?=(?:last\s+)?(?:updated|modified|edited|posted|published)\b)/iu;

/** The heading of the whole report is its headline, wherever on the page it stands. */
function withHeadline(blocks: readonly PageBlock[], headlines: readonly string[]): PageBlock[] {
  const known = new Set(headlines.map(fold));
  const at = blocks.findIndex((block) => isHeadline(block) && known.has(fold(block.content.text)));
  return blocks.map((block, index) => {
    const kind: BlockKind = index === at ? 'headline' : block.kind;
    return { ...block, kind };
  });
}
