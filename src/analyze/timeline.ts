import { eventDays } from '../event-days.ts';
import { comparedClaims } from '../facts.ts';
import { statementOf } from '../statement.ts';
import type { Claim, Fact, NonEmpty, TimelineEntry } from '../types.ts';

/** Put dated facts in order: one entry for each day that a claim of a fact names. */
export function timelineOf(facts: readonly Fact[]): readonly TimelineEntry[] {
  return facts
    .flatMap(entriesOf)
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}

function entriesOf(fact: Fact): TimelineEntry[] {
  // A claim that belongs first to another fact is dated there.
  const own = fact.claims.filter(({ id }) => !fact.elsewhere.includes(id));
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

/** An entry in the words of a claim that names the day: the fact's own where they do. */
function entryOf(fact: Fact, date: string, claims: NonEmpty<Claim>): TimelineEntry {
  const words = claims.find(({ id }) => id === fact.statement.claim) ?? claims[0];
  const [first, ...rest] = claims;
  return {
    date,
    precision: 'day',
    fact: fact.id,
    statement: statementOf(words),
    claims: [first.id, ...rest.map(({ id }) => id)],
  };
}
