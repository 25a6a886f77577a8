import { readability } from '../facts.ts';
import { areOfOneThing, type Figure, figuresOf, isToll } from '../figures.ts';
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
 * says least that the others do not say; of the dead and the hurt, rather the last count than one
 * that was overtaken. Among equals the earliest report's.
 */
export function spokesman(claims: NonEmpty<Claim>, support: (claim: Claim) => Support): Claim {
  const tolls = claims.flatMap(figuresOf).filter(isToll);
  const rank = (claim: Claim) => {
    const { agreement, shared } = support(claim);
    const length = Math.abs(claim.exact.length - GOOD_LENGTH) / 1000;
    const stale = isOvertaken(claim, tolls) ? OVERTAKEN : 0;
    return readability(claim) + agreement + shared - length - stale;
  };
  return claims.reduce((best, next) => (rank(next) > rank(best) ? next : best));
}

/** A statement of about this many characters says a thing completely and is read in one go. */
const GOOD_LENGTH = 140;

/** What an early count of the dead costs: more than what the words have in common, less than sense. */
const OVERTAKEN = 1;

/** A count of so many times another was made later; one that is less may be a slip of either. */
const GROWN = 2;

/** Whether another report counts many more of those whom a claim counts: such counts only grow. */
const isOvertaken = (claim: Claim, tolls: readonly Figure[]): boolean =>
  tolls.some(
    (own) =>
      own.claim === claim &&
      tolls.some(
        (other) =>
          other.claim.report !== claim.report &&
          other.unit === own.unit &&
          other.value >= GROWN * own.value &&
          areOfOneThing(own, other, { present: undefined, shared: 0 }),
      ),
  );
