import type { Time } from './types.ts';

/** A day, week, month or year, perhaps with a part of the day or an hour behind it. */
const DATE = /^\d{4}(?:-(?:W\d\d|\d\d(?:-\d\d)?))?(?=T|$)/u;

/**
 * Give the day, week, month or year (ISO 8601) that a time expression names for certain. Nothing
 * where it may be another, and for how long or how often something was: a date that no report
 * gives is worse than none.
 */
export function certainDate({ certain, type, value }: Time): string | undefined {
  const dates = certain && (type === 'date' || type === 'time');
  return dates ? DATE.exec(value)?.[0] : undefined;
}

/** The day alone: "Tuesday" and "Tuesday night" name one, "May" and "2022" do not. */
export function certainDay(time: Time): string | undefined {
  const date = certainDate(time);
  return date && /^\d{4}-\d\d-\d\d$/u.test(date) ? date : undefined;
}
