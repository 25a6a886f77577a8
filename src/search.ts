import { fold } from './characters.ts';
import { ownClaims } from './facts.ts';
import { areInOnePlace } from './spans.ts';
import type { Claim, Fact, Sentence } from './types.ts';

/** A sentence that holds words which were looked for, and the facts that those belong to. */
export interface Hit {
  readonly sentence: Claim;
  readonly facts: readonly Fact[];
}

/**
 * Find the sentences that hold some words, and the facts of the part of each that does. Words are
 * compared as the proof compares them, folded.
 */
export function searchFacts(
  wanted: string,
  facts: readonly Fact[],
  sentences: ReadonlyMap<string, readonly Sentence[]>,
): readonly Hit[] {
  const needle = fold(wanted);
  return [...sentences.values()].flat().flatMap(({ whole }): Hit[] => {
    if (!fold(whole.exact).includes(needle)) return [];
    const held = facts.filter((fact) => partsOf(whole, fact).length > 0);
    const exactly = held.filter((fact) =>
      partsOf(whole, fact).some(({ exact }) => fold(exact).includes(needle)),
    );
    return [{ sentence: whole, facts: exactly.length > 0 ? exactly : held }];
  });
}

/** Claims of a fact that are a sentence, a part of it, or several with it; not as guests. */
const partsOf = (whole: Claim, fact: Fact): readonly Claim[] =>
  ownClaims(fact).filter((claim) => areInOnePlace(claim, whole));
