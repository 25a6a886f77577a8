import { isSpeech, statedBy } from '../facts.ts';
import { leansBack } from '../language/leaning.ts';
import type { Claim, Fact } from '../types.ts';
import { shortened } from '../wording.ts';
import type { Lookup } from './lookup.ts';

/** More of the sentence before is not needed to know whom and what it was about. */
const LONGEST = 160;

/**
 * What the reader needs before a statement that leans on the sentence before it: nothing where that
 * stands right above, else its words.
 *
 * @param above The fact in the row above, if there is one.
 */
export function leadIn(fact: Fact, above: Fact | undefined, lookup: Lookup) {
  // Who speaks stands in the heading.
  if (isSpeech(fact) || !leansBack(fact.statement.text)) return { follows: false, before: null };
  const claim = statedBy(fact);
  if (above && comesBefore(statedBy(above), claim)) return { follows: true, before: null };
  const before = lookup.sentenceBefore(claim);
  return {
    follows: false,
    before: before
      ? { words: shortened(before.context.exact, LONGEST), cites: lookup.cites([before], before) }
      : null,
  };
}

/** Whether one claim stands in the sentence before another, or before it in the same. */
const comesBefore = (one: Claim, other: Claim): boolean =>
  one.report === other.report &&
  (one.sentence === other.sentence - 1 ||
    (one.sentence === other.sentence && one.start < other.start));
