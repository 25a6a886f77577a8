import type { Time } from './types.ts';

/** A day, week, month or year, perhaps with a part of the day or an hour behind it. */
const DATE = /^\d{4}(?:-(?:W\d\d|\d\d(?:-\d\d)?))?(?=T|$)/u;

/** Give the day, week, month or year (ISO 8601) that a time expression names, perhaps among others. */
export const namedDate = ({ type, value }: Time): string | undefined =>
  type === 'date' || type === 'time' ? DATE.exec(value)?.[0] : undefined;

/**
 * Give the day, week, month or year (ISO 8601) that a time expression names for certain. Nothing
 * where it may be another, and for how long or how often something was: a date that no report
 * gives is worse than none.
 */
export const certainDate = (time: Time): string | undefined =>
  time.certain ? namedDate(time) : undefined;

/** Whether a date (ISO 8601) is one day. */
export const isDay = (date: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(date);

/** The day alone: "Tuesday" and "Tuesday night" name one, "May" and "2022" do not. */
export function certainDay(time: Time): string | undefined {
  const date = certainDate(time);
  return date && isDay(date) ? date : undefined;
}
