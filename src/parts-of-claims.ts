import { bucketsOf } from './buckets.ts';
import type { EditionFact, KeyedClaim, KeyedFact } from './edition-facts.ts';
import { wordsIn } from './near-words.ts';

/** Fewer words ("he said") stand in many sentences, and tell nothing. */
const MIN_WORDS = 3;

/**
 * Prepare facts to be asked which of them have a part of the claims of a fact of another edition, or have
 * claims of which that fact has a part: in one report, words of one within those of the other.
 *
 * @returns A fact of the other edition → the facts, each with how many letters they have in common so.
 */
export function sharersOf<F extends EditionFact>(
  facts: readonly KeyedFact<F>[],
): (other: KeyedFact) => ReadonlyMap<KeyedFact<F>, number> {
  const told = facts.flatMap((fact) => certainOf(fact).map((claim) => ({ fact, claim })));
  const byReport = bucketsOf(told, ({ claim }) => [claim.report]);
  return (other) => {
    const common = new Map<KeyedFact<F>, number>();
    for (const own of certainOf(other)) {
      for (const { fact, claim } of byReport.get(own.report) ?? []) {
        const letters = lettersShared(own.exact, claim.exact);
        if (letters > 0) common.set(fact, (common.get(fact) ?? 0) + letters);
      }
    }
    return common;
  };
}

const certainOf = ({ claims }: KeyedFact): readonly KeyedClaim[] =>
  claims.filter(({ certain }) => certain);

/** Letters of the shorter text, where it stands in the longer one; 0 where it does not. */
function lettersShared(a: string, b: string): number {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return longer.includes(shorter) && wordsIn(shorter).length >= MIN_WORDS ? shorter.length : 0;
}
