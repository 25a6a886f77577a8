import { UP_TO_DAY } from './language/weekdays.ts';
import type { Claim, Time } from './types.ts';

/**
 * List the days (ISO 8601) on which a claim says that something happened.
 *
 * Left out are days that date something else: a bound ("since 24 May", "three days after the
 * assault of 10 May"), the day of what is only named ("Monday's vote"), the day on which someone
 * said so, where the statement leaves that to the citation, and what stands in a quotation: its
 * speaker may have counted from another day.
 */
export function eventDays(claim: Claim): readonly string[] {
  const days = claim.times.filter((time) => isDay(time) && isOfEvent(claim, time));
  return [...new Set(days.map(({ value }) => value))];
}

const isDay = ({ value }: Time) => /^\d{4}-\d{2}-\d{2}$/u.test(value);

/** Words that make a bound of every date behind them in their clause. */
const BOUND =
  /\b(?:since|until|till|before|after|following|ahead of|prior to|between)\b[^,.;:]*$/iu;

/** Words that do so for the date they stand before: "from 5 p.m. on Friday". */
const DIRECT_BOUND = new RegExp(`\\b(?:from|by|to|through) ${UP_TO_DAY}`, 'iu');

/** "The assault of 10 May", but not "the night of 10 May" and "as of 10 May". */
const OF_NOUN = /(?<!\b(?:as|morning|afternoon|evening|night|day|hours)) of $/iu;

function isOfEvent({ exact, quotations, asides }: Claim, time: Time): boolean {
  const within = [...quotations, ...asides].some(
    ({ start, end }) => time.start >= start && time.end <= end,
  );
  const before = exact.slice(0, time.start);
  const named = /['’]s$/u.test(time.text) || OF_NOUN.test(before);
  return !within && !named && !BOUND.test(before) && !DIRECT_BOUND.test(before);
}
