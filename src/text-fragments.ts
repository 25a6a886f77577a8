import { DASHES, DOUBLE_QUOTES, SINGLE_QUOTES } from './characters.ts';

/*
 * Links that open a page at a passage: URL fragment text directives
 * (https://wicg.github.io/scroll-to-text-fragment/).
 */

/**
 * Let an address open at a passage, where browsers can.
 *
 * @param exact The passage, in normalized characters.
 * @param text All of the report's text: the words that are looked for should stand there once.
 * @returns The address as it is where the passage has no words that could be looked for.
 */
export function atPassage(url: string, exact: string, text: string): string {
  const [start, end] = termsOf(exact, text);
  if (start === undefined) return url;
  const terms = [start, ...(end === undefined ? [] : [end])].map(encoded).join(',');
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${terms}`;
}

/** Up to so many words are looked for as one; more by their first and their last. */
const MOST_WORDS = 12;

/** So many words at least are looked for, then more until they stand in the report once. */
const FEWEST_WORDS = 4;

/** Words of a passage that a browser finds: all of it, or how it begins and how it ends. */
function termsOf(exact: string, text: string): readonly string[] {
  const runs = runsOf(exact);
  const long = runs.filter(({ length }) => length >= FEWEST_WORDS);
  const [first = longest(runs), ...more] = long;
  if (first === undefined) return [];
  const last = more.at(-1);
  if (last === undefined && first.length <= MOST_WORDS) return [first.join(' ')];
  const start = unique(first, text, (count) => first.slice(0, count));
  const rest = last ?? first.slice(start.length);
  if (rest.length === 0) return [start.join(' ')];
  return [start.join(' '), unique(rest, text, (count) => rest.slice(-count)).join(' ')];
}

/** The fewest words, from either end, that stand in the text once; all where none do. */
function unique(
  words: readonly string[],
  text: string,
  take: (count: number) => readonly string[],
): readonly string[] {
  for (let count = FEWEST_WORDS; count < words.length; count++) {
    const term = take(count).join(' ');
    if (text.indexOf(term) === text.lastIndexOf(term)) return take(count);
  }
  return words;
}

/** One word is found anywhere. */
const longest = (runs: readonly (readonly string[])[]): readonly string[] | undefined =>
  [...runs].sort((a, b) => b.length - a.length).find(({ length }) => length > 1);

/**
 * Stretches of whole words whose characters normalization leaves as the page has them. Browsers find
 * whole words only, so that one with an apostrophe or hyphen in it parts two stretches.
 */
function runsOf(exact: string): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const word of exact.split(/\s+/u).filter(Boolean)) {
    const parts = word.split(CHANGED);
    const [core, ...more] = parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
    const whole = core !== undefined && more.length === 0;
    if (!whole || parts[0] !== core) runs.push([]);
    if (whole) runs.at(-1)?.push(core);
    if (whole && parts.at(-1) !== core) runs.push([]);
  }
  return runs.filter(({ length }) => length > 0);
}

/** What normalization may have changed, and a page may have otherwise. */
const CHANGED = new RegExp(
  [DOUBLE_QUOTES, SINGLE_QUOTES, DASHES, /\u{2026}|\.{3}/u].map(({ source }) => source).join('|'),
  'u',
);

/** What has a meaning in the directive is encoded; a hyphen marks what stands before or behind. */
const encoded = (term: string): string =>
  // The last mark is not needed, and a page may go on with another.
  encodeURIComponent(term.replace(/[,.;:!?]$/u, '')).replaceAll('-', '%2D');
