import { fromSource, trim } from '../mapped-text.ts';
import { publicationDate } from '../publication-date.ts';
import type { Block, BlockKind, Field } from '../types.ts';
import type { Reading } from './reading.ts';

/**
 * Read plain text: a paragraph a line, or lines wrapped at a fixed width with an empty line
 * between paragraphs, as e-mail and agency copy have it. Lines without a stop at the head, set
 * apart from the rest or up to a date, are the headline and what stands about it; lines below that
 * say nothing but who wrote the report, and when it was published, belong to them.
 */
export function readText(source: string): Reading {
  const groups = lineGroups(source);
  const head = readHead(source, groups);
  const body = (head?.rest ?? groups).flatMap((lines) => {
    const whole = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
    return (isWrapped(lines, source) ? [whole] : lines).map((line) =>
      block('paragraph', source, line),
    );
  });
  return {
    blocks: [...(head?.blocks ?? []), ...body],
    headline: head?.headline ?? null,
    published: head?.published ?? null,
    frontMatter: null,
  };
}

/** More lines than this are not a head but a text without stops. */
const MAX_HEAD = 4;

/** Byline and date may each be set apart from the headline, and from each other. */
const MAX_SET_APART = 2;

/** A head, and the groups of lines behind it. */
interface Head extends Omit<Reading, 'frontMatter'> {
  readonly rest: readonly (readonly Line[])[];
}

/** Take the first lines for a head where all of them look like one, and text stands below. */
function readHead(source: string, groups: readonly (readonly Line[])[]): Head | null {
  const textOf = ({ start, end }: Line) => source.slice(start, end).trim();
  const [first = [], ...below] = groups;
  const count = headLines(first.map(textOf));
  const isWhole = count === first.length;
  const apart = isWhole ? setApart(below.slice(0, -1), textOf) : [];
  const rest = isWhole ? below.slice(apart.length) : [first.slice(count), ...below];
  if (count === 0 || rest.length === 0) return null;

  const lines = [...first.slice(0, count), ...apart.flat()];
  const texts = lines.map(textOf);
  const dates = texts.map(publicationDate);
  const headlineAt = texts.findIndex((text, index) => !dates[index] && !LEADS_ON.test(text));
  if (headlineAt < 0 || headlineAt >= count) return null;
  const kindOf = (index: number): BlockKind => {
    if (dates[index]) return 'dateline';
    return index === headlineAt ? 'headline' : 'paragraph';
  };
  return {
    blocks: lines.map((line, index) => block(kindOf(index), source, line)),
    headline: {
      value: texts[headlineAt] ?? '',
      basis: 'inferred',
      because: 'a line at the head, set apart and without a stop',
    },
    published: published(dates),
    rest,
  };
}

/** How many of the first lines are a head: all of them, or those up to a date; 0 where none are. */
function headLines(texts: readonly string[]): number {
  const fits = (text: string) => publicationDate(text) !== undefined || looksLikeHeadline(text);
  if (texts.length <= MAX_HEAD && texts.every(fits)) return texts.length;
  const date = texts.slice(0, MAX_HEAD).findIndex((text) => publicationDate(text) !== undefined);
  return date > 0 && texts.slice(0, date).every(fits) ? date + 1 : 0;
}

/** The groups below a head that say nothing but who wrote the report, and when. */
function setApart(
  groups: readonly (readonly Line[])[],
  textOf: (line: Line) => string,
): readonly (readonly Line[])[] {
  const isSetApart = (line: Line) => publicationDate(textOf(line)) || BYLINE.test(textOf(line));
  const end = groups.findIndex((group) => !group.every(isSetApart));
  return groups.slice(0, Math.min(MAX_SET_APART, end < 0 ? groups.length : end));
}

/** A dash at the end of a line leads from place and day to the text: "HARLOW, March 3 -". */
const LEADS_ON = /[\s)][-\u2013-\u2015_]+$/u;

/** Who wrote the report, and nothing more: names begin with capitals, and have no stop. */
const BYLINE = /^(?:By|BY|by):?(?:[\s,/&]+(?:and|\p{Lu}[\p{L}.’'-]*))+(?<!\.)$/u;

/** The first date is the publication's; what follows it are updates. */
function published(dates: readonly (string | undefined)[]): Field<string> | null {
  const value = dates.find((date) => date !== undefined);
  return value ? { value, basis: 'stated', because: 'a line at the head' } : null;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Runs of lines that are not empty. */
function lineGroups(source: string): Line[][] {
  const groups: Line[][] = [[]];
  for (const match of source.matchAll(
    /[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])?/gu,
  )) {
    const text = match[0].replace(/[\r\n\x85\u2028\u2029]{1,2}$/u, '');
    if (text.trim() !== '')
      groups.at(-1)?.push({ start: match.index, end: match.index + text.length });
    else if (groups.at(-1)?.length) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/** Lines this long or longer are paragraphs; nobody wraps so late. */
const WRAP_MAX = 100;
/** A wrapped line is broken because the next word would not fit: it is nearly as long as any. */
const WRAP_FILL = 0.75;

/** Whether lines are one paragraph that was broken to fit a width. */
function isWrapped(lines: readonly Line[], source: string): boolean {
  if (lines.length < 2) return false;
  const lengths = lines.map((line) => line.end - line.start);
  const width = Math.max(...lengths);
  return (
    width >= 40 &&
    width <= WRAP_MAX &&
    (breaksWord(lines, source) ||
      lengths.slice(0, -1).every((length) => length >= width * WRAP_FILL))
  );
}

/** Whether a line ends within a word: in columns so narrow, lines are of many lengths. */
const breaksWord = (lines: readonly Line[], source: string): boolean =>
  lines.some(({ end }, index) => {
    const next = lines[index + 1];
    const isBroken = /\p{Ll}[-\u00ad]\s*$/u.test(source.slice(end - 3, end));
    return next !== undefined && isBroken && /^\s*\p{Ll}/u.test(source.slice(next.start, next.end));
  });

function block(kind: BlockKind, source: string, { start, end }: Line): Block {
  return { kind, content: trim(fromSource(source, start, end)) };
}

/** A line without the stop that ends a sentence. */
function looksLikeHeadline(text: string): boolean {
  return text.length <= 200 && /[\p{L}\p{N}]/u.test(text) && !/[.:;,…]["'”’)]*$/u.test(text);
}
