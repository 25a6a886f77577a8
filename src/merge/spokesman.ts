import { readability } from '../facts.ts';
import type { Claim, NonEmpty } from '../types.ts';

/** What speaks for taking a claim's words, each 0–1. */
export interface Support {
  /** Mean probability that it states what each other claim of the fact states. */
  readonly agreement: number;
  /** Share of its content words that some other claim of the fact has too. */
  readonly shared: number;
}

/**
 * Choose the claim whose words state a fact: one that can be read alone, is not a headline, and
 * says least that the others do not say. Among equals the earliest report's.
 */
export function spokesman(claims: NonEmpty<Claim>, support: (claim: Claim) => Support): Claim {
  const rank = (claim: Claim) => {
    const { agreement, shared } = support(claim);
    const length = Math.abs(claim.exact.length - GOOD_LENGTH) / 1000;
    return readability(claim) + agreement + shared - length;
  };
  return claims.reduce((best, next) => (rank(next) > rank(best) ? next : best));
}

/** A statement of about this many characters says a thing completely and is read in one go. */
const GOOD_LENGTH = 140;
