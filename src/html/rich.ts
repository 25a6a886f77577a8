import type { Element } from 'hast';
import { publicationDate } from '../publication-date.ts';
import type { Block, BlockKind, Found } from '../types.ts';
import type { HtmlBlock } from './blocks.ts';

/** Blocks with their kinds, and what they state of the report. */
export interface RichText {
  readonly blocks: readonly Block[];
  readonly found: readonly Found[];
}

/** Headline, byline and date stand among the first blocks. */
const HEAD = 6;

/** From this share of its characters on, a block is a link. */
const LINK = 0.9;

/**
 * Tell what each block of mark-up is that is all report. Of the headings above the first paragraph,
 * the first of the highest rank is the headline; the first line near the head that says nothing but
 * a date is that of the publication. Mail has lines that are links alone, and such as nobody sees.
 */
export function richText(
  blocks: readonly HtmlBlock[],
  isUnseen: (element: Element) => boolean,
): RichText {
  const kinds = blocks.map((block) => kindOf(block, isUnseen));
  const seen = blocks.filter((_, index) => kinds[index] !== 'furniture').slice(0, HEAD);
  const dates = new Map(seen.map((block) => [block, publicationDate(block.content.text)]));
  const headline = headlineOf(blocks, kinds);
  return {
    blocks: blocks.map((block, index): Block => {
      const { content } = block;
      if (block === headline) return { kind: 'headline', content };
      return { kind: dates.get(block) ? 'dateline' : (kinds[index] ?? 'paragraph'), content };
    }),
    found: [
      ...(headline ? [statedHeadline(headline)] : []),
      ...[...dates.values()].flatMap((date) => (date ? [statedDate(date)] : [])).slice(0, 1),
    ],
  };
}

function kindOf(
  { content, within, linked }: HtmlBlock,
  isUnseen: (e: Element) => boolean,
): BlockKind {
  if (within.some(isUnseen)) return 'furniture';
  if (within.some(({ tagName }) => HEADING.test(tagName))) return 'heading';
  const isLink = linked >= LINK * content.text.length && !/[.!?…]["'”’)]*$/u.test(content.text);
  return isLink ? 'furniture' : 'paragraph';
}

const HEADING = /^h[1-6]$/u;

/** The first heading of the highest rank above the text. */
function headlineOf(blocks: readonly HtmlBlock[], kinds: readonly BlockKind[]) {
  const text = blocks.findIndex((block, index) => kinds[index] === 'paragraph' && isText(block));
  const above = blocks.filter((_, index) => index < text && kinds[index] === 'heading');
  const highest = above.map(rankOf).sort()[0];
  return above.find((block) => rankOf(block) === highest);
}

/** Above a headline stand names and dates, which are no text. */
const isText = ({ content }: HtmlBlock): boolean => /[.!?…]["'”’)]*$/u.test(content.text);

const rankOf = ({ within }: HtmlBlock): string =>
  within.findLast(({ tagName }) => HEADING.test(tagName))?.tagName ?? '';

const statedHeadline = ({ content }: HtmlBlock): Found => ({
  field: 'headline',
  value: content.text.replace(/\s+/gu, ' '),
  basis: 'stated',
  because: 'a heading above the text',
});

const statedDate = (value: string): Found => ({
  field: 'published',
  value,
  basis: 'stated',
  because: 'a line at the head',
});
