import { certainClaims } from '../facts.ts';
import { WEEKDAYS } from '../language/weekdays.ts';
import type { Claim, Difference, Fact, NonEmpty } from '../types.ts';

/** What may lie before or behind a day. "From" and "after" begin too many other things. */
const BOUNDS = ['until', 'till', 'by', 'since'];

const BOUND = new RegExp(`\\b(${BOUNDS.join('|')}) (${WEEKDAYS.join('|')})\\b`, 'giu');

/**
 * Reports that end or begin the same thing on different weekdays: "until Friday" and "until
 * Saturday". Such a day dates no event, so that it is compared by its name.
 */
export function boundsThatDiffer(fact: Fact): readonly Difference[] {
  const bounded = certainClaims(fact).flatMap(boundsOf);
  return BOUNDS.flatMap((bound) => {
    const sides = new Map<string, { value: string; claims: NonEmpty<string> }>();
    for (const { claim, text, day } of bounded.filter((one) => one.bound === bound)) {
      const known = sides.get(day);
      sides.set(day, { value: text, claims: known ? [...known.claims, claim.id] : [claim.id] });
    }
    if (sides.size < 2) return [];
    const note = 'The reports give different days.';
    return [
      {
        kind: 'date' as const,
        about: bound,
        status: 'open' as const,
        note,
        sides: [...sides.values()],
      },
    ];
  });
}

/** The bounds of a claim, save those in a quotation: its speaker may count from another day. */
function boundsOf(claim: Claim) {
  return Array.from(
    claim.exact.matchAll(BOUND),
    ({ 0: text, 1: bound = '', 2: day = '', index }) => ({
      claim,
      text,
      bound: bound.toLowerCase(),
      day: day.toLowerCase(),
      quoted: claim.quotations.some(({ start, end }) => index > start && index < end),
    }),
  ).filter(({ quoted }) => !quoted);
}
