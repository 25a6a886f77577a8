import type { Locale } from './types.ts';

/**
 * Write dates for the reader. All take ISO 8601 dates and know no time zone but UTC. The names are
 * our own: those of the runtime change with its version.
 */

export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const SHORT_MONTHS = 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' ');

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** How a locale puts a date together. */
interface DateStyle {
  readonly dayAndMonth: (day: string, month: string) => string;
  /** A day or days of one month, and the year. */
  readonly withYear: (days: string, year: string) => string;
}

const DAY_FIRST: DateStyle = {
  dayAndMonth: (day, month) => `${day} ${month}`,
  withYear: (days, year) => `${days} ${year}`,
};

/** A new locale is a line here, and one in `src/page/quotation-marks.ts`. */
const STYLES: Readonly<Record<Locale, DateStyle>> = {
  en: DAY_FIRST,
  'en-GB': DAY_FIRST,
  'en-US': {
    dayAndMonth: (day, month) => `${month} ${day}`,
    withYear: (days, year) => `${days}, ${year}`,
  },
};

const yearOf = (date: string): string => date.slice(0, 4);
const monthOf = (date: string): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
const dayOf = (date: string): string => String(Number(date.slice(8, 10)));

/** `30 May`, `May 30`. */
export const dayAndMonth = (date: string, locale: Locale = 'en'): string =>
  STYLES[locale].dayAndMonth(dayOf(date), monthOf(date));

/** `30 May 2024`, `May 30, 2024`. */
export const fullDate = (date: string, locale: Locale): string =>
  STYLES[locale].withYear(dayAndMonth(date, locale), yearOf(date));

/** `May`, also of a month alone (`2024-05`). */
export const month = (date: string): string => monthOf(date);

/** `May 2024`, also of a month alone (`2024-05`). */
export const monthAndYear = (date: string): string => `${monthOf(date)} ${yearOf(date)}`;

/** `Sept`, also of a month alone. */
export const shortMonth = (date: string): string =>
  SHORT_MONTHS[Number(date.slice(5, 7)) - 1] ?? '';

/** `Thursday`. */
export const weekday = (date: string): string => WEEKDAYS[new Date(date).getUTCDay()] ?? '';

/** `30–31 May 2024`, `30 May – 2 June 2024`, or one date where both are the same. */
export function dateRange(from: string, to: string, locale: Locale): string {
  if (from === to) return fullDate(from, locale);
  if (yearOf(from) !== yearOf(to)) return `${fullDate(from, locale)} – ${fullDate(to, locale)}`;
  return STYLES[locale].withYear(daysOfOneYear(from, to, locale), yearOf(to));
}

/** `30–31 May`, `30 May – 2 June`: the days of a range without their year. */
export function daysOfOneYear(from: string, to: string, locale: Locale): string {
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  return isOneMonth
    ? STYLES[locale].dayAndMonth(`${dayOf(from)}–${dayOf(to)}`, monthOf(to))
    : `${dayAndMonth(from, locale)} – ${dayAndMonth(to, locale)}`;
}
