import { certainClaims } from '../facts.ts';
import type { Claim, Fact, NonEmpty, Time, TimelineEntry } from '../types.ts';

/**
 * Put dated facts in order. An entry says that the fact's words name the day, as reported.
 *
 * Only days are taken, and only where the date is the event's own: "since 24 February" dates
 * what began then, not what the sentence tells.
 */
export function timelineOf(facts: readonly Fact[]): readonly TimelineEntry[] {
  return facts
    .flatMap(entriesOf)
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}

function entriesOf(fact: Fact): TimelineEntry[] {
  const byDay = new Map<string, NonEmpty<string>>();
  for (const claim of certainClaims(fact)) {
    for (const day of daysOf(claim)) {
      const known = byDay.get(day);
      byDay.set(day, known ? [...known, claim.id] : [claim.id]);
    }
  }
  return [...byDay].map(([date, claims]) => ({ date, precision: 'day', fact: fact.id, claims }));
}

function daysOf(claim: Claim): readonly string[] {
  const days = claim.times.filter((time) => isDay(time) && isOfEvent(claim, time));
  return [...new Set(days.map(({ value }) => value))];
}

const isDay = ({ value }: Time) => /^\d{4}-\d{2}-\d{2}$/u.test(value);

/** Words before a date that make it a bound, and words spoken by someone else. */
function isOfEvent({ exact, quotations }: Claim, { start, end }: Time): boolean {
  const bounded = /\b(?:since|until|till|by|before|after|from|to)\s+(?:the\s+)?$/iu.test(
    exact.slice(0, start),
  );
  const quoted = quotations.some((quotation) => start >= quotation.start && end <= quotation.end);
  return !bounded && !quoted;
}
