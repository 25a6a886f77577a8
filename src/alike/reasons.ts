import { sharedPlaces, type Terms } from '../terms.ts';
import type { Profile } from './profile.ts';

/** What two claims both have, the rarest first: figures, words of names, stems of words. */
export interface CommonTerms {
  readonly figures: readonly string[];
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** List the rarest terms that two claims have in common. */
export const commonTerms = (a: Profile, b: Profile): CommonTerms => ({
  figures: [...a.numbers].filter((number) => b.numbers.has(number)),
  names: rarest(a.names, b.names),
  words: rarest(a.rarity, b.rarity),
});

/**
 * Say what two claims have in common.
 *
 * @param quoted Whether they quote the same utterance.
 */
export function reasonsFor(a: Profile, b: Profile, quoted: boolean): readonly string[] {
  const { figures, names, words } = commonTerms(a, b);
  const found = [
    ...listed('the same figures', figures),
    ...listed('the same names', names),
    ...listed('the same rare words', words),
  ];
  return quoted ? ['the same utterance', ...found] : found;
}

/** How many terms are named; more would not convince more. */
const NAMED = 4;

function rarest(a: Terms, b: Terms): string[] {
  return sharedPlaces(a, b)
    .slice(0, NAMED)
    .map((place) => a.spelling[a.numbers[place] ?? 0] ?? '');
}

const listed = (label: string, terms: readonly string[]): string[] =>
  terms.length > 0 ? [`${label}: ${terms.join(', ')}`] : [];
