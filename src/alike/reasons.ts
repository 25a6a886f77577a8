import { sharedPlaces, type Terms } from '../terms.ts';
import type { Profile } from './profile.ts';

/** A reason for a merge, in words for people; nothing where it does not hold. */
type Reason = (a: Profile, b: Profile) => string | undefined;

const REASONS: readonly Reason[] = [
  (a, b) =>
    listed(
      'the same figures',
      [...a.numbers].filter((number) => b.numbers.has(number)),
    ),
  (a, b) => listed('the same names', rarest(a.names, b.names)),
  (a, b) => listed('the same rare words', rarest(a.rarity, b.rarity)),
];

/**
 * Say what two claims have in common.
 *
 * @param quoted Whether they quote the same utterance.
 */
export function reasonsFor(a: Profile, b: Profile, quoted: boolean): readonly string[] {
  const found = REASONS.flatMap((reason) => reason(a, b) ?? []);
  return quoted ? ['the same utterance', ...found] : found;
}

/** How many terms are named; more would not convince more. */
const NAMED = 4;

function rarest(a: Terms, b: Terms): string[] {
  return sharedPlaces(a, b)
    .slice(0, NAMED)
    .map((place) => a.spelling[a.numbers[place] ?? 0] ?? '');
}

function listed(label: string, terms: readonly string[]): string | undefined {
  return terms.length > 0 ? `${label}: ${terms.join(', ')}` : undefined;
}
