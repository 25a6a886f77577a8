import type { Attribution, Divergence } from './types.ts';

/** "1", "1 and 3", "1, 2 and 3". */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The singular for one, else the plural. */
export const plural = (count: number, one: string, many: string): string =>
  count === 1 ? one : many;

/** "unnamed official, through the Example Times"; nothing for a report's own voice. */
export function via(chain: readonly Attribution[]): string | null {
  const [first, ...rest] = chain;
  if (!first) return null;
  return rest.length > 0
    ? `${first.name}, through ${list(rest.map(({ name }) => name))}`
    : first.name;
}

/** What a difference is about, in a word. */
export const KIND_WORDS: Readonly<Record<Divergence['kind'], string>> = {
  number: 'figure',
  date: 'day',
  place: 'place',
  actor: 'who',
  name: 'name',
  'quote-wording': 'wording',
  stance: 'stance',
  update: 'update',
  scope: 'scope',
};

/** A text with its first letter raised. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
