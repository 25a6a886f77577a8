import { byCodeUnits } from '../order.ts';
import type { Claim } from '../types.ts';

/**
 * Rank claims by what belongs to them: their words, then their ids. Whatever has to be decided
 * between equals is decided by it, and so never by the order of the reports.
 *
 * @returns The rank of each claim, in the order of the claims; no two are the same.
 */
export function ranksOf(claims: readonly Claim[]): Int32Array {
  const places = [...claims.keys()].sort((a, b) => {
    const [one, other] = [claims[a], claims[b]];
    if (!one || !other) return 0;
    return byCodeUnits(one.exact, other.exact) || byCodeUnits(one.id, other.id);
  });
  const ranks = new Int32Array(claims.length);
  for (const [rank, place] of places.entries()) ranks[place] = rank;
  return ranks;
}
