import { eventDays } from '../event-days.ts';
import { comparedClaims, ownClaims } from '../facts.ts';
import { byCodeUnits } from '../order.ts';
import { isEditors, isMarked } from '../rewording.ts';
import { statementOf } from '../statement.ts';
import type { Claim, Fact, NonEmpty, TimelineEntry } from '../types.ts';

/** Put dated facts in order: one entry for each day that a claim of a fact names. */
export function timelineOf(facts: readonly Fact[]): readonly TimelineEntry[] {
  return facts.flatMap(entriesOf).sort((a, b) => byCodeUnits(a.date, b.date));
}

function entriesOf(fact: Fact): TimelineEntry[] {
  // A claim that belongs first to another fact is dated there.
  const own = ownClaims(fact);
  // Who gives another figure dates the same event.
  const stating = comparedClaims(fact, 'number');
  const certain = own.filter((claim) => stating.includes(claim));
  const uncertain = own.filter((claim) => !stating.includes(claim));
  return [certain, ...uncertain.map((claim) => [claim])].flatMap((claims) =>
    byDay(claims).map(([date, dated]) => entryOf(fact, date, dated)),
  );
}

function byDay(claims: readonly Claim[]): readonly (readonly [string, NonEmpty<Claim>])[] {
  const days = new Map<string, NonEmpty<Claim>>();
  for (const claim of claims) {
    for (const day of eventDays(claim)) {
      const known = days.get(day);
      days.set(day, known ? [...known, claim] : [claim]);
    }
  }
  return [...days];
}

/**
 * An entry in the words of a claim that names the day: the fact's own where they do, or where the
 * editor chose them, since he would not have it told in others.
 */
function entryOf(fact: Fact, date: string, claims: NonEmpty<Claim>): TimelineEntry {
  const words = claims.find(({ id }) => id === fact.statement.claim);
  const [first, ...rest] = claims;
  const isOwn = words ? isMarked : isEditors;
  const chosen = isOwn(fact.statement) && !fact.uncertain.includes(first.id);
  return {
    date,
    precision: 'day',
    fact: fact.id,
    statement: chosen ? fact.statement : statementOf(words ?? first),
    claims: [first.id, ...rest.map(({ id }) => id)],
  };
}
