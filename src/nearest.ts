import { diffChars } from 'diff';

/** Of the letters of two names at least this share is common, in order, where one is a slip. */
const MIN_COMMON = 2 / 3;

/**
 * The name that was probably meant by one that is not known: "title" for "titel". Capitals do not
 * count.
 *
 * @returns Nothing where no name is near enough. Of names that are equally near, the first.
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const rated = names
    .map((known) => ({ known, share: commonShare(name.toLowerCase(), known.toLowerCase()) }))
    .filter(({ share }) => share >= MIN_COMMON);
  const best = Math.max(...rated.map(({ share }) => share));
  return rated.find(({ share }) => share === best)?.known;
}

/** Put the name that was probably meant before the advice. */
export function withHint(meant: string | undefined, advice: string): string {
  return meant === undefined ? advice : `did you mean "${meant}"? Else ${advice}`;
}

/** How many of the letters of two words are common, in order: 0 to 1. */
export function commonShare(a: string, b: string): number {
  const common = diffChars(a, b)
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  return (2 * common) / Math.max(a.length + b.length, 1);
}
