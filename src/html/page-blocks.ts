import type { Element } from 'hast';
import type { BlockKind } from '../types.ts';
import type { HtmlBlock } from './blocks.ts';

/** A block of a page, and what it is there. */
export interface PageBlock extends HtmlBlock {
  readonly kind: BlockKind;
}

/** An element that holds more of the article than this is the article, whatever its name says. */
const MOST = 0.5;

/** So are elements of one class that hold more than this: a "paywall" may stand round each paragraph. */
const MUCH = 0.3;

/** From this share of its characters on, a block is a link. */
const LINK = 0.9;

/**
 * Tell what each block of a page is: a paragraph of its report, a heading, or a part of the page
 * around it.
 *
 * @param article Elements that hold words of the article themselves.
 * @param partOf Tells the part of a page that an element is made for or named after.
 */
export function pageBlocks(
  blocks: readonly HtmlBlock[],
  article: ReadonlySet<Element>,
  partOf: (element: Element) => BlockKind | null,
): readonly PageBlock[] {
  const chosen = completed(blocks, article);
  const isArticle = articleTest(blocks.filter((block) => chosen.has(block)));
  return blocks.map((block) => {
    if (!chosen.has(block)) return { ...block, kind: 'furniture' };
    const around = block.within.filter((element) => !isArticle(element));
    return { ...block, kind: around.map(partOf).findLast(Boolean) ?? kindOf(block, around) };
  });
}

/** Tell elements by how much of the article stands in them, and in others of their class. */
function articleTest(article: readonly HtmlBlock[]): (element: Element) => boolean {
  const total = article.reduce((sum, { content }) => sum + content.text.length, 0);
  const within = weights(article, (block) => block.within);
  const classes = weights(article, (block) => block.within.map(classOf));
  return (element) =>
    (within.get(element) ?? 0) > MOST * total ||
    (classOf(element) !== '' && (classes.get(classOf(element)) ?? 0) > MUCH * total);
}

/** How many characters of blocks each of some things holds. */
function weights<T>(
  blocks: readonly HtmlBlock[],
  holders: (block: HtmlBlock) => readonly T[],
): ReadonlyMap<T, number> {
  const sums = new Map<T, number>();
  for (const block of blocks) {
    for (const holder of new Set(holders(block))) {
      sums.set(holder, (sums.get(holder) ?? 0) + block.content.text.length);
    }
  }
  return sums;
}

const classOf = ({ properties }: Element): string => [properties.className ?? []].flat().join(' ');

/**
 * The blocks that were found; and those that page and finder set apart from them: a paragraph
 * between two of the article, in the same element, and one of the same class as most of the
 * article's.
 */
function completed(
  blocks: readonly HtmlBlock[],
  article: ReadonlySet<Element>,
): ReadonlySet<HtmlBlock> {
  const found = new Set(
    blocks.filter((block) => {
      const last = block.within.at(-1);
      return last !== undefined && article.has(last);
    }),
  );
  const classes = commonClasses(found);
  const between = betweenOf(blocks, found);
  return new Set(
    blocks.filter(
      (block) =>
        found.has(block) ||
        (!isLink(block) &&
          (between.has(block) || classesOf(block).some((name) => classes.has(name)))),
    ),
  );
}

/** Classes that most of the article's characters stand in, if any. */
function commonClasses(found: ReadonlySet<HtmlBlock>): ReadonlySet<string> {
  const sums = weights([...found], classesOf);
  const total = [...found].reduce((sum, { content }) => sum + content.text.length, 0);
  return new Set([...sums].flatMap(([name, sum]) => (sum > MOST * total ? [name] : [])));
}

/** Classes of the paragraph that a block is. */
function classesOf({ within }: HtmlBlock): readonly string[] {
  const paragraph = within.findLast(({ tagName }) => tagName === 'p' || tagName === 'div');
  const names = paragraph?.properties.className;
  return Array.isArray(names) ? names.map(String) : [];
}

/** Blocks that stand between found ones, in the same element as both. */
function betweenOf(
  blocks: readonly HtmlBlock[],
  found: ReadonlySet<HtmlBlock>,
): ReadonlySet<HtmlBlock> {
  const ends = new Map<Element, number>();
  for (const [index, block] of blocks.entries()) {
    const parent = parentOf(block);
    if (parent && found.has(block)) ends.set(parent, index);
  }
  const begun = new Set<Element>();
  const isBetween = (block: HtmlBlock, index: number) => {
    const parent = parentOf(block);
    if (!parent) return false;
    if (found.has(block)) begun.add(parent);
    return begun.has(parent) && index < (ends.get(parent) ?? 0);
  };
  return new Set(blocks.filter(isBetween));
}

/** The element that a paragraph stands in. */
function parentOf({ within }: HtmlBlock): Element | undefined {
  const at = within.findLastIndex(({ tagName }) => PARAGRAPH.test(tagName));
  return within[at - 1];
}

const PARAGRAPH = /^(?:p|div|h[1-6]|blockquote|pre)$/u;

function kindOf(block: HtmlBlock, around: readonly Element[]): BlockKind {
  if (isLink(block)) return 'promotion';
  return around.some(({ tagName }) => /^h[1-6]$/u.test(tagName)) ? 'heading' : 'paragraph';
}

/** Whether a block is a link that is no sentence. */
const isLink = ({ content: { text }, linked }: HtmlBlock): boolean =>
  linked >= LINK * text.length && !/[.!…]["'”’)]*$/u.test(text);
