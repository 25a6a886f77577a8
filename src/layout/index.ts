import type { BlockKind, Span } from '../types.ts';
import { inColumns } from './columns.ts';
import { furniture } from './furniture.ts';
import { ENDED, type Item, type Line, lineOf, type Paragraph, sizeOf } from './lines.ts';
import { joined, paragraphsIn } from './paragraphs.ts';
import { rowsOf } from './rows.ts';

export type { Item } from './lines.ts';

/** A stretch of a text that a layout sets apart, and what it is by its place and size. */
export interface Stretch extends Span {
  readonly kind: BlockKind;
}

/** A text made from a layout, and the stretches that it is made of. */
export interface Laid {
  readonly source: string;
  readonly stretches: readonly Stretch[];
}

/**
 * Make a running text of pages: columns one after the other, paragraphs joined over the ends of
 * columns and pages. Lines that stand on every page (running heads, numbers of pages) come last,
 * so that they part no paragraph.
 */
export function reflow(pages: readonly (readonly Item[])[]): Laid {
  const rows = pages.map((items, page) => rowsOf(items, page));
  const around = furniture(rows);
  const columns = rows.flatMap((page) =>
    inColumns(page.filter(([item]) => item && !around.has(item))),
  );
  const body = sizeOf(columns.flat().flat());
  const paragraphs = joined(columns.flatMap((column) => paragraphsIn(column, body)));
  const outside = rows.flat().filter(([item]) => item && around.has(item));
  const turned = pages.flat().filter(({ isUpright, text }) => !isUpright && text.trim() !== '');
  const headline = headlineAmong(paragraphs, body);
  return written([
    ...paragraphs.map((paragraph) => ({
      lines: paragraph,
      kind: kindOf(paragraph, headline, body),
    })),
    ...outside.map((row) => ({ lines: [lineOf(row)], kind: 'furniture' as const })),
    ...turned.map((item) => ({
      lines: [lineOf([{ ...item, page: 0 }])],
      kind: 'furniture' as const,
    })),
  ]);
}

// ---------------------------------------------------------------------------------------------
// Kinds

/** Type that is larger than that of the text by this much is a headline, or a heading. */
const HEADLINE_SIZE = 1.25;
const HEADING_SIZE = 1.1;
/** Neither of them is longer; in letters. */
const MAX_HEADING = 200;
/** A headline has more words than the name of a paper. */
const MIN_HEADLINE_WORDS = 3;

const textOf = (paragraph: Paragraph): string => paragraph.map(({ text }) => text).join('\n');

/** The paragraph in the largest type of the first page that has any. */
function headlineAmong(paragraphs: readonly Paragraph[], body: number): Paragraph | undefined {
  const [start] = paragraphs;
  const large = paragraphs.filter(
    (paragraph) =>
      paragraph[0].page === start?.[0].page &&
      paragraph[0].size >= HEADLINE_SIZE * body &&
      textOf(paragraph).length <= MAX_HEADING &&
      textOf(paragraph).split(/\s+/u).length >= MIN_HEADLINE_WORDS,
  );
  const largest = Math.max(...large.map(([{ size }]) => size));
  return large.find(([{ size }]) => size === largest);
}

function kindOf(paragraph: Paragraph, headline: Paragraph | undefined, body: number): BlockKind {
  if (paragraph === headline) return 'headline';
  const text = textOf(paragraph);
  const isLarge = paragraph[0].size >= HEADING_SIZE * body;
  return isLarge && text.length <= MAX_HEADING && !ENDED.test(text) ? 'heading' : 'paragraph';
}

// ---------------------------------------------------------------------------------------------
// Text

interface Part {
  readonly lines: readonly Line[];
  readonly kind: BlockKind;
}

/** Write out the parts: a line a line, and an empty line between parts. */
function written(parts: readonly Part[]): Laid {
  const stretches: Stretch[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const { lines, kind } of parts) {
    const text = lines.map((line) => line.text).join('\n');
    stretches.push({ kind, start: at, end: at + text.length });
    texts.push(text);
    at += text.length + PART_BREAK.length;
  }
  return { source: texts.join(PART_BREAK), stretches };
}

const PART_BREAK = '\n\n';
