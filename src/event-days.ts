import type { Claim, Time } from './types.ts';

/**
 * List the days (ISO 8601) on which a claim says that something happened.
 *
 * A day that only bounds what happened is left out: "since 24 May" and "three days after the
 * assault of 10 May" date something else. So is what stands in a quotation: its speaker may have
 * counted from another day.
 */
export function eventDays(claim: Claim): readonly string[] {
  const days = claim.times.filter((time) => isDay(time) && isOfEvent(claim, time));
  return [...new Set(days.map(({ value }) => value))];
}

const isDay = ({ value }: Time) => /^\d{4}-\d{2}-\d{2}$/u.test(value);

/** A word that makes a bound of a date in the same clause. */
const BOUND = /\b(?:since|until|till|by|before|after|from|following)\b[^,.;:]*$/iu;

function isOfEvent({ exact, quotations }: Claim, { start, end }: Time): boolean {
  const quoted = quotations.some((span) => start >= span.start && end <= span.end);
  return !quoted && !BOUND.test(exact.slice(0, start));
}
