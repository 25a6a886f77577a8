import { certainDate } from './certain-dates.ts';
import { dateRange, fullDate, monthAndYear } from './dates.ts';
import { addDays, daysBetween, mondayOf } from './language/calendar.ts';
import type { Locale, Time, TimelineEntry } from './types.ts';

/** When something happened, as far as words tell it. */
export type When = Pick<TimelineEntry, 'date' | 'until' | 'precision' | 'about'>;

/**
 * Say when a time expression dates something to: a day, month or year, or the days of a week.
 * Nothing where it may be another, or names none of these.
 *
 * @param published Publication date of the report; null where it is not known.
 */
export function whenOf(time: Time, published: string | null): When | undefined {
  const date = certainDate(time);
  if (!date) return undefined;
  const ago = /\bago$/iu.test(time.text);
  if (date.includes('W')) return weekOf(date, time, ago ? published : null, published);
  const precision = PRECISIONS[date.length];
  if (!precision) return undefined;
  // "Three days ago" is a day; "three months ago" is some month about then.
  const about = BLURRED.has(time.mod ?? '') || (ago && precision !== 'day');
  return { date, until: null, precision, about };
}

const PRECISIONS: Readonly<Record<number, When['precision']>> = {
  4: 'year',
  7: 'month',
  10: 'day',
};

/** What TIMEX3 calls an expression that is not meant exactly. */
const BLURRED: ReadonlySet<string> = new Set([
  'approx',
  'less-than',
  'more-than',
  'equal-or-less',
  'equal-or-more',
]);

/** "Two weeks ago" is a day about so long before; "last week" is one of its days. */
function weekOf(week: string, { mod }: Time, ago: string | null, published: string | null): When {
  const monday = mondayOfWeek(week);
  if (ago) {
    const date = addDays(monday, daysBetween(mondayOf(ago), ago));
    return { date, until: null, precision: 'day', about: true };
  }
  const sunday = addDays(monday, 6);
  const within = published !== null && published >= monday && published <= sunday;
  return {
    date: within && mod === 'end' ? published : monday,
    until: within && mod === 'start' ? published : sunday,
    precision: 'day',
    about: false,
  };
}

/** The Monday of an ISO 8601 week: that of 4 January begins the first. */
function mondayOfWeek(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  return addDays(mondayOf(`${year}-01-04`), 7 * (Number(number) - 1));
}

/** One day; weeks, months and years stand with more than what happened in them. */
export const isOneDay = ({ precision, about, until }: When): boolean =>
  precision === 'day' && !about && until === null;

/** A date in words, as exact as it is known: "about 16 May 2024", "27–31 May 2024", "February 2022". */
export function whenLabel({ date, until, precision, about }: When, locale: Locale): string {
  const label = until ? dateRange(date, until, locale) : WORDS[precision](date, locale);
  return about ? `about ${label}` : label;
}

const WORDS: Readonly<Record<When['precision'], (date: string, locale: Locale) => string>> = {
  day: fullDate,
  month: monthAndYear,
  year: (year) => year,
};
