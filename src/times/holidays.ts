import { addDays, dayOf, daysBetween, weekdayOf } from '../language/calendar.ts';
import { pattern, perhaps } from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

/** The day of a month that is the nth of its weekday (Monday 0), from the end where n is -1. */
const nth = (month: number, weekday: number, n: number) => (year: number) => {
  if (n < 0) {
    const last = addDays(dayOf(year, month + 1, 1) ?? '', -1);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = dayOf(year, month, 1) ?? '';
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1));
};

const fixed = (month: number, day: number) => (year: number) => dayOf(year, month, day) ?? '';

/** Easter Sunday of the western churches, by the anonymous Gregorian computus. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1) ?? '';
}

/** Days that news calls by a name alone. Where two countries differ, that of the United States. */
const HOLIDAYS: Readonly<Record<string, (year: number) => string>> = {
  'new year’s day': fixed(1, 1),
  'valentine’s day': fixed(2, 14),
  'good friday': (year) => addDays(easter(year), -2),
  'easter sunday': easter,
  'easter monday': (year) => addDays(easter(year), 1),
  easter: easter,
  'memorial day': nth(5, 0, -1),
  'independence day': fixed(7, 4),
  'labor day': nth(9, 0, 1),
  halloween: fixed(10, 31),
  'election day': (year) => addDays(nth(11, 0, 1)(year), 1),
  'veterans day': fixed(11, 11),
  'thanksgiving day': nth(11, 3, 4),
  thanksgiving: nth(11, 3, 4),
  'christmas eve': fixed(12, 24),
  'christmas day': fixed(12, 25),
  christmas: fixed(12, 25),
  'boxing day': fixed(12, 26),
  'new year’s eve': fixed(12, 31),
};

const NAMES = Object.keys(HOLIDAYS).sort((a, b) => b.length - a.length);

/** Feasts. Whose calendar counts, and which year is meant, is never quite certain. */
export const HOLIDAY_RULES: readonly TimeRule[] = [
  {
    id: 'holiday',
    cues: NAMES.map((name) => name.split(/[ ’]/u)[0] ?? ''),
    pattern: pattern(
      `(?:(?<which>last|this|next) )?(?<name>${NAMES.join('|').replaceAll('’', "['’]")})(?:,? (?<year>\\d{4}))?`,
    ),
    read: holiday,
    examples: [
      ['It was closed on Thanksgiving Day.', { 'Thanksgiving Day': '~2030-11-28' }],
      ['It was closed on Good Friday.', { 'Good Friday': '~2030-04-19' }],
      ['It will open on Easter Sunday.', { 'Easter Sunday': '~2031-04-13' }],
      ['They met on Memorial Day 2029.', { 'Memorial Day 2029': '~2029-05-28' }],
    ],
  },
];

function holiday(groups: Groups, context: Context): Reading | undefined {
  const { name = '', year, which = '' } = groups;
  const { published, words, tense } = context;
  const day = HOLIDAYS[name.toLowerCase().replaceAll("'", '’')];
  if (!day || !/\p{Lu}/u.test(words)) return undefined;
  if (year) return perhaps(day(Number(year)));
  if (!published) return undefined;
  const now = Number(published.slice(0, 4));
  const days = [now - 1, now, now + 1].map(day);
  const past = days.findLast((each) => each <= published);
  const coming = days.find((each) => each >= published);
  if (/last/iu.test(which) || tense === 'past') return past ? perhaps(past) : undefined;
  if (which || tense === 'ahead') return coming ? perhaps(coming) : undefined;
  const distance = (date: string) => Math.abs(daysBetween(published, date));
  const [nearest = ''] = days.sort((a, b) => distance(a) - distance(b));
  return perhaps(nearest);
}
