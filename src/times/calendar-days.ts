import { dayOf, daysBetween, weekdayOf } from '../language/calendar.ts';
import { isCountedNoun } from '../language/numerals.ts';
import { BOUND, WEEKDAYS } from '../language/weekdays.ts';
import {
  DAY,
  either,
  MONTH,
  MONTH_CUES,
  monthNumber,
  pattern,
  SHORT_WEEKDAY,
  sure,
  YEAR,
} from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

/** Days by their number in a month. */
export const CALENDAR_DAYS: readonly TimeRule[] = [
  {
    id: 'month-day',
    cues: MONTH_CUES,
    pattern: pattern(
      `(?:${SHORT_WEEKDAY},? |last )?${MONTH} ${DAY}(?!\\d|[.,:]\\d|\\s?[–-]\\s?\\d| to \\d)(?:(?:,| of)? ${YEAR})?`,
    ),
    read: calendarDay,
    examples: [
      ['It was shut on March 11.', { 'March 11': '2031-03-11' }],
      ['It opened on Thursday, May 30, 2030.', { 'Thursday, May 30, 2030': '2030-05-30' }],
      ['It was shut on May 1.', { 'May 1': '~2031-05-01' }],
      ['On March 12, 2000 people marched.', {}],
      ['They march 12 miles.', {}],
    ],
  },
  {
    id: 'day-month',
    cues: MONTH_CUES,
    pattern: pattern(
      `(?:${SHORT_WEEKDAY},? (?:the )?)?${DAY}(?: of)? ${MONTH}(?! day\\b)(?:(?:,| of)? ${YEAR})?`,
    ),
    read: calendarDay,
    examples: [
      ['It was shut on 1 March.', { '1 March': '2031-03-01' }],
      ['It was shut on the 3rd of May 1951.', { '3rd of May 1951': '1951-05-03' }],
      ['It was shut on 30 February 2031.', {}],
    ],
  },
  {
    id: 'iso-day',
    cues: ['0000'],
    pattern: pattern('(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)'),
    read: ({ year, month, day }) => either(dayOf(Number(year), Number(month), Number(day)), ''),
    examples: [['It was shut on 2031-03-11.', { '2031-03-11': '2031-03-11' }]],
  },
  {
    id: 'digits-day',
    cues: ['0000'],
    pattern: pattern('(?<first>\\d{1,2})[/.](?<second>\\d{1,2})[/.](?<year>\\d{4})'),
    read: digits,
    examples: [
      ['It was shut on 13/03/2031.', { '13/03/2031': '2031-03-13' }],
      ['It was shut on 12/03/2031.', {}],
    ],
  },
];

function calendarDay(groups: Groups, context: Context): Reading | undefined {
  const { weekday, month = '', day, year } = groups;
  // "They march 12 miles", "it may 3 times".
  if (!/^\p{Lu}/u.test(month)) return undefined;
  if (/\bweeks? of\s*$/iu.test(context.before)) return undefined;
  // "On March 12, 2000 people marched."
  if (year && isCountedNoun(context.tokens[context.next])) return undefined;
  const number = monthNumber(month);
  if (year) return either(onWeekday(dayOf(Number(year), number, Number(day)), weekday), '');
  return withoutYear({ month: number, day: Number(day), weekday }, context);
}

/** A date, unless it is no day of the name that stands before it. */
function onWeekday(date: string | undefined, weekday: string | undefined): string | undefined {
  if (!date || !weekday) return date;
  return WEEKDAYS[weekdayOf(date)]?.startsWith(weekday.slice(0, 3).toLowerCase())
    ? date
    : undefined;
}

/** The nearest day of that name. It is only likely where the tense speaks of another. */
function withoutYear(
  { month, day, weekday }: { month: number; day: number; weekday: string | undefined },
  { published, tense, before }: Context,
): Reading | undefined {
  if (!published) return undefined;
  const year = Number(published.slice(0, 4));
  const distance = (date: string) => Math.abs(daysBetween(published, date));
  const dates = [year - 1, year, year + 1]
    .flatMap((each) => dayOf(each, month, day) ?? [])
    .sort((a, b) => distance(a) - distance(b));
  const [nearest = ''] = dates;
  const wrong =
    tense === 'past'
      ? !BOUND.test(before) && nearest > published
      : tense === 'ahead' && nearest < published;
  const likely = dates.find((date) => onWeekday(date, weekday));
  return either(wrong ? undefined : onWeekday(nearest, weekday), likely);
}

/** A day in digits. Which of two small numbers is the month, nobody can tell. */
function digits({ first, second, year }: Groups): Reading | undefined {
  const [a, b] = [Number(first), Number(second)];
  const clear = a > 12 || b > 12 || a === b;
  const date = a > 12 ? dayOf(Number(year), b, a) : dayOf(Number(year), a, b);
  return clear && date ? sure(date) : undefined;
}
