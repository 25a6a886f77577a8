import { certainDay } from './certain-dates.ts';
import { saidBefore } from './language/saying.ts';
import { UP_TO_DAY } from './language/weekdays.ts';
import { isWithin } from './spans.ts';
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
  const dated = claim.times.filter((time) => certainDay(time) && isOfEvent(claim, time));
  const told = dated.filter((time) => !isOfSaying(claim, time));
  // That someone with a name said a thing is an event, where nothing else is dated.
  const named = claim.attribution[0]?.kind === 'person';
  const days = told.length > 0 || !named ? told : dated;
  return [...new Set(days.flatMap((time) => certainDay(time) ?? []))];
}

/** Whether a day is that of saying so; to warn or to hint is an event of its own. */
const isOfSaying = ({ exact }: Claim, { start }: Time): boolean =>
  saidBefore(exact.slice(0, start))?.neutral ?? false;

/** Words that make a bound of every date behind them in their clause. */
const BOUND =
  /\b(?:since|until|till|before|after|following|ahead of|prior to|between)\b[^,.;:]*$/iu;

/** Words that do so for the date they stand before: "from 5 p.m. on Friday". */
const DIRECT_BOUND = new RegExp(`\\b(?:from|by|to|through) ${UP_TO_DAY}`, 'iu');

/** "The assault of 10 May", but not "the night of 10 May" and "as of 10 May". */
const OF_NOUN = /(?<!\b(?:as|morning|afternoon|evening|night|day|hours)) of $/iu;

function isOfEvent({ exact, quotations, asides }: Claim, time: Time): boolean {
  const within = [...quotations, ...asides].some((each) => isWithin(time, each));
  const before = exact.slice(0, time.start);
  const named = /['’]s$/u.test(time.text) || OF_NOUN.test(before);
  return !within && !named && !BOUND.test(before) && !DIRECT_BOUND.test(before);
}
