import { verbAt } from './around.ts';
import { certainDay } from './certain-dates.ts';
import { eventDays } from './event-days.ts';
import { daysBetween } from './language/calendar.ts';
import { isReporting } from './language/saying.ts';
import type { Claim, Side } from './types.ts';

/** A claim that dates what it tells to one day. */
export interface Dated {
  readonly claim: Claim;
  /** ISO 8601. */
  readonly day: string;
  /** Its words in the claim. */
  readonly text: string;
  /** The verb that the day belongs to, in its dictionary form. */
  readonly verb: string;
}

/** What lasts is no event of a day. */
const LASTING = new Set('remain stay continue keep live stand lie hold wait'.split(' '));

/** Read the one day on which a claim says that something was done; nothing where it has several. */
export function datedOnce(claim: Claim): Dated[] {
  const [day, ...more] = eventDays(claim);
  const time = claim.times.find((each) => certainDay(each) === day);
  const verb = time && verbAt(claim, time);
  if (!day || !time || !verb || more.length > 0) return [];
  // Who says a thing may say it on any number of days, and what lasts, lasts on each of them.
  if (isReporting(verb) || LASTING.has(verb)) return [];
  return [{ claim, day, text: time.text, verb }];
}

/** A side for each day, in their order. */
export function sidesByDay(all: readonly Dated[]): readonly Side[] {
  const dated = all.filter((one) => !isPerhapsAnother(one, all));
  const days = [...new Set(dated.map(({ day }) => day))].sort();
  return days.flatMap((day) => {
    const [first, ...more] = dated.filter((one) => one.day === day);
    const claims = more.map(({ claim }) => claim.id);
    return first ? [{ value: first.text, claims: [first.claim.id, ...claims] as const }] : [];
  });
}

/**
 * Words for a day that count from the hour of writing: that may be another day in the time zone of
 * the event, and reports are often dated a day late.
 */
const POINTING = /\b(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening))\b/iu;

/** Whether a claim counts from the hour of writing, and another says that it was a day off. */
const isPerhapsAnother = ({ text, day }: Dated, all: readonly Dated[]): boolean =>
  POINTING.test(text) &&
  all.every((other) => other.day !== day || POINTING.test(other.text)) &&
  all.some((other) => Math.abs(daysBetween(day, other.day)) === 1);
