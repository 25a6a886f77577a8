import { addDays, addMonths, dayOf, daysBetween, weekdayOf, weekOf } from '../language/calendar.ts';
import { isCountedNoun, isYear, SPELLED } from '../language/numerals.ts';
import { type Tense, tenseAt } from '../language/tense.ts';
import { BOUND, dayOfWeekday, SUNDAY, WEEKDAYS, WHICH } from '../language/weekdays.ts';
import type { Time, Token } from '../types.ts';

/**
 * Find dates and give their TIMEX3 values.
 *
 * What could be another day as well has no value: a date that no report gives is worse than none.
 *
 * @param tokens Of a claim; spans of the result are into the same text.
 * @param published Publication date (ISO 8601) that relative dates count from; where it is not
 *   known, only dates with a year of their own have a value.
 */
export function timesOf(
  tokens: readonly Token[],
  text: string,
  published: string | null,
): readonly Time[] {
  const [from, to] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  const found = FORMS.flatMap((form) =>
    [...text.slice(from, to).matchAll(form.pattern)].map((match) => ({
      form,
      match,
      start: from + match.index,
      end: from + match.index + match[0].length,
    })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0;
  return found.flatMap(({ form, match, start, end }) => {
    if (start < at) return [];
    at = end;
    const groups = match.groups ?? {};
    const value = form.value(groups, contextOf(tokens, text, start, end, published));
    const relative = !groups['year'];
    return value
      ? [{ start, end, text: text.slice(start, end), value, type: 'date', relative }]
      : [];
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

/** What surrounds an expression. */
interface Context {
  readonly published: string | null;
  readonly words: string;
  readonly before: string;
  readonly after: string;
  readonly tokens: readonly Token[];
  /** Index of the first token behind the expression. */
  readonly next: number;
  readonly tense: Tense;
}

function contextOf(
  tokens: readonly Token[],
  text: string,
  start: number,
  end: number,
  published: string | null,
): Context {
  const first = tokens.findIndex((token) => token.end > start);
  const later = tokens.findIndex((token) => token.start >= end);
  const next = later < 0 ? tokens.length : later;
  const words = text.slice(start, end);
  const asNoun = /['’]s$/u.test(words);
  return {
    published,
    words,
    before: text.slice(tokens[0]?.start ?? 0, start),
    after: text.slice(end, tokens.at(-1)?.end ?? end),
    tokens,
    next,
    tense: tenseAt(tokens, first, next, asNoun),
  };
}

/** A way to write a date. What matches without a value is taken all the same. */
interface Form {
  readonly pattern: RegExp;
  readonly value: (groups: Groups, context: Context) => string | undefined;
}

// ---------------------------------------------------------------------------------------------
// Words

const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`;
const SHORT_WEEKDAY =
  '(?<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\\.?';
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?)(?![\\p{L}-])';
const PART_OF_DAY = '(?: (?:morning|afternoon|evening|night))?';
const GENITIVE = "(?:['’]s)?";
const END = '(?![\\p{L}\\p{N}–-])';

/** A number of days, weeks, months or years that is meant exactly; larger ones are rounded. */
const FEW = `a|an|${Object.keys(SPELLED).slice(0, 12).join('|')}|\\d|1[0-2]`;

const form = (pattern: string, value: Form['value']): Form => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}/–-])(?:${pattern})${END}`, 'giu'),
  value,
});

// ---------------------------------------------------------------------------------------------
// Dates of the calendar

const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<year>\\d{4})(?!,\\d)';

const monthNumber = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function calendarDay({ weekday, month = '', day, year }: Groups, context: Context) {
  // "They march 12 miles", "it may 3 times".
  if (!/^\p{Lu}/u.test(month)) return undefined;
  if (/\bweeks? of\s*$/iu.test(context.before)) return undefined;
  // "On March 12, 2000 people marched."
  if (year && isCountedNoun(context.tokens[context.next])) return undefined;
  const number = monthNumber(month);
  const date = year
    ? dayOf(Number(year), number, Number(day))
    : nearest(number, Number(day), context);
  if (!date || !weekday) return date;
  return WEEKDAYS[weekdayOf(date)]?.startsWith(weekday.slice(0, 3).toLowerCase())
    ? date
    : undefined;
}

/** The nearest day of that name, unless the tense speaks of another. */
function nearest(month: number, day: number, { published, tense, before }: Context) {
  if (!published) return undefined;
  const year = Number(published.slice(0, 4));
  const distance = (date: string) => Math.abs(daysBetween(published, date));
  const [date] = [year - 1, year, year + 1]
    .flatMap((each) => dayOf(each, month, day) ?? [])
    .sort((a, b) => distance(a) - distance(b));
  const bound = BOUND.test(before);
  const wrong =
    tense === 'past'
      ? !bound && date && date > published
      : tense === 'ahead' && date && date < published;
  return wrong ? undefined : date;
}

/** A day in digits. Which of two small numbers is the month, nobody can tell. */
function digits({ first, second, year }: Groups): string | undefined {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12) return dayOf(Number(year), b, a);
  return b > 12 || a === b ? dayOf(Number(year), a, b) : undefined;
}

// ---------------------------------------------------------------------------------------------
// Dates that count from the publication

const HEDGED =
  /\b(?:about|around|nearly|almost|roughly|some|over|than|least|most|up to|and|or|to)\s*$|[-–]\s*$/iu;

const AGO: Readonly<Record<string, (published: string, count: number) => string>> = {
  day: (published, count) => addDays(published, -count),
  week: (published, count) => weekOf(addDays(published, -7 * count)),
  month: (published, count) => addMonths(published, -count),
  year: (published, count) => String(Number(published.slice(0, 4)) - count),
};

function ago({ count = '', unit = '' }: Groups, { published, before }: Context) {
  if (!published || HEDGED.test(before)) return undefined;
  const number = Number(/\d/u.test(count) ? count : (SPELLED[count.toLowerCase()] ?? 1));
  return AGO[unit.toLowerCase()]?.(published, number);
}

/** "Last week". "The last week", "his last year" and "the last week of May" are others. */
function period({ which = '', unit = '' }: Groups, { published, before, after }: Context) {
  if (!published || /\b(?:the|his|her|its|their|our|my|your|a|one|final)\s*$/iu.test(before))
    return undefined;
  if (/^\s+of\b/iu.test(after)) return undefined;
  if (unit.toLowerCase() === 'week' && weekdayOf(published) === SUNDAY) return undefined;
  return AGO[unit.toLowerCase()]?.(published, -(WHICH[which.toLowerCase()] ?? 0));
}

const NAMED_DAYS: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  'last night': -1,
  yesterday: -1,
  tomorrow: 1,
  'the day after tomorrow': 2,
};

/** "February this year". */
function monthOfYear({ month = '', which = '' }: Groups, { published }: Context) {
  if (!published || !/^\p{Lu}/u.test(month)) return undefined;
  const year = Number(published.slice(0, 4)) + (WHICH[which.toLowerCase()] ?? 0);
  return dayOf(year, monthNumber(month), 1)?.slice(0, 7);
}

function namedDay({ name = '' }: Groups, { published, words, before, tense }: Context) {
  if (!published || /\bof\s*$/iu.test(before)) return undefined;
  // "Today it has 9,000 inhabitants", "today's youth": nowadays.
  if (/^today$/iu.test(words) && tense === 'present') return undefined;
  if (/^today['’]s$/iu.test(words) && tense !== 'past') return undefined;
  return addDays(published, NAMED_DAYS[name.toLowerCase()] ?? 0);
}

function weekday({ weekday: name = '', which = '', week }: Groups, context: Context) {
  const { published } = context;
  return published ? dayOfWeekday({ ...context, name, which, week, published }) : undefined;
}

// ---------------------------------------------------------------------------------------------

/** The longest that matches at a place is taken. */
const FORMS: readonly Form[] = [
  form(
    `(?:${SHORT_WEEKDAY},? )?${MONTH} ${DAY}(?!\\d|[.,:]\\d|\\s?[–-]\\s?\\d| to \\d)(?:(?:,| of)? ${YEAR})?`,
    calendarDay,
  ),
  form(
    `(?:${SHORT_WEEKDAY},? (?:the )?)?${DAY}(?: of)? ${MONTH}(?! day\\b)(?:(?:,| of)? ${YEAR})?`,
    calendarDay,
  ),
  form(`${MONTH}(?:,| of)? ${YEAR}`, ({ month = '', year }, { tokens, next }) =>
    /^\p{Lu}/u.test(month) && !isCountedNoun(tokens[next])
      ? dayOf(Number(year), monthNumber(month), 1)?.slice(0, 7)
      : undefined,
  ),
  form(`${MONTH} (?:of )?(?<which>last|this|next) year`, monthOfYear),
  form('(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)', ({ year, month, day }) =>
    dayOf(Number(year), Number(month), Number(day)),
  ),
  form('(?<first>\\d{1,2})[/.](?<second>\\d{1,2})[/.](?<year>\\d{4})', digits),
  form('(?<year>(?:19|20)\\d\\d)(?![,.]\\d)', ({ year }, { tokens, next }) =>
    isYear(tokens, next - 1) ? year : undefined,
  ),
  form('mid-(?<year>(?:19|20)\\d\\d)', ({ year }) => year),
  form(`(?<count>${FEW}) (?<unit>day|week|month|year)s? ago`, ago),
  form(`(?<which>last|this|next) (?<unit>week|month|year)${GENITIVE}`, period),
  form(`(?<name>today|yesterday|tomorrow)${PART_OF_DAY}${GENITIVE}`, namedDay),
  form(
    `(?<name>the day before yesterday|the day after tomorrow|last night|tonight|this (?:morning|afternoon|evening))${GENITIVE}`,
    namedDay,
  ),
  form(
    `(?:(?<which>last|next|this|this past|this coming|coming) )?${WEEKDAY}${PART_OF_DAY}(?: (?:of )?(?<week>last|this|next) week)?${GENITIVE}`,
    weekday,
  ),
  // A stretch, or each week anew: no day of its own.
  form(`${WEEKDAY}(?: (?:to|through|until|till) |[–-])(?:${WEEKDAYS.join('|')})`, () => undefined),
];
