import type { Attribution, Divergence } from './types.ts';

/** "1", "1 and 3", "1, 2 and 3". */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "Reports 2 and 3 (through Example Wire)" where no outlet is known, else the names. */
export function reportList(names: readonly string[]): string {
  const numbers = names.flatMap((name) => /^Report (\d.*)$/u.exec(name)?.[1] ?? []);
  return numbers.length === names.length && numbers.length > 1
    ? `Reports ${list(numbers)}`
    : list(names);
}

/** The singular for one, else the plural. */
export const plural = (count: number, one: string, many: string): string =>
  count === 1 ? one : many;

/**
 * "unnamed official, through the Example Times", "Ann Example, in a letter"; nothing for a report's
 * own voice.
 */
export function via(chain: readonly Attribution[]): string | null {
  const [first, ...rest] = chain;
  if (!first) return null;
  const carriers = rest.filter((link) => !isSetting(link)).map(({ name }) => name);
  const settings = rest.filter(isSetting).map(settingOf);
  const through = carriers.length > 0 ? [`through ${list(carriers)}`] : [];
  return [first.name, ...settings, ...through].join(', ');
}

/** " (through Example Wire, in a letter)": all but who said it; empty where nobody handed it on. */
export function ways([, ...rest]: readonly Attribution[]): string {
  const settings = rest.filter(isSetting).map(settingOf);
  const carriers = rest.filter((link) => !isSetting(link)).map(({ name }) => name);
  const parts = [...settings, ...(carriers.length > 0 ? [`through ${list(carriers)}`] : [])];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** Whether a link says where words stood or were spoken, not who handed them on. */
const isSetting = ({ kind }: Attribution): boolean => kind === 'document' || kind === 'occasion';

/** "in a letter", "at a news conference". */
function settingOf({ name, kind }: Attribution): string {
  const preposition = kind === 'document' || /\binterview$/u.test(name) ? 'in' : 'at';
  const article = /^[aeiou]/iu.test(name) ? 'an' : 'a';
  return `${preposition} ${article} ${name}`;
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

/** The beginning of words, cut between two of them. @param most So many characters. */
export function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const end = words.lastIndexOf(' ', most);
  return `${words.slice(0, end > 0 ? end : most).replace(/[,;:–—]$/u, '')} …`;
}
