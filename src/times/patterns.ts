import { SPELLED } from '../language/numerals.ts';
import { WEEKDAYS } from '../language/weekdays.ts';
import type { TimeMod, TimeType } from '../types.ts';
import type { Reading } from './rules.ts';

/** Parts that patterns of time expressions are made of, and what these say. */

/** Compile a pattern that stands alone: no letter, digit or dash before or behind it. */
export const pattern = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}/–-])(?:${source})${END}`, 'giu');

const END = '(?![\\p{L}\\p{N}–-])';

/** A list of cues or alternatives, written with spaces. */
export const list = (words: string): readonly string[] => words.split(' ');

// ---------------------------------------------------------------------------------------------
// Readings

/** A value that the words allow no other than. */
export const sure = (value: string, type: TimeType = 'date', mod?: TimeMod): Reading => ({
  value,
  type,
  certain: true,
  mod,
});

/** The likeliest of several values. */
export const perhaps = (value: string, type: TimeType = 'date', mod?: TimeMod): Reading => ({
  value,
  type,
  certain: false,
  mod,
});

/** A value that is certain, else the likeliest, else nothing. */
export function either(certain: string | undefined, likely: string | undefined, mod?: TimeMod) {
  if (certain) return sure(certain, 'date', mod);
  return likely ? perhaps(likely, 'date', mod) : undefined;
}

// ---------------------------------------------------------------------------------------------
// Days and months

export const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`;
export const SHORT_WEEKDAY =
  '(?<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\\.?';

const MONTHS = list('jan feb mar apr may jun jul aug sep oct nov dec');
const FULL_MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december';
export const MONTH = `(?<month>${FULL_MONTHS}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?)(?![\\p{L}-])`;

/** What begins the names of months, and the names: cues of every expression that holds one. */
export const MONTH_CUES: readonly string[] = [...MONTHS, 'sept', ...FULL_MONTHS.split('|')];

/** Number of a month from its name, from 1. */
export const monthNumber = (name: string): number =>
  MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** A pattern without the names of its groups, so that it may stand beside another of its kind. */
export const unnamed = (source: string): string => source.replaceAll(/\(\?<\p{L}+>/gu, '(?:');

/** A day of the calendar, in either order. */
export const DATE = `(?:${unnamed(MONTH)} \\d{1,2}(?:,? \\d{4})?|\\d{1,2} ${unnamed(MONTH)}(?:,? \\d{4})?)`;

/** What may not follow a day that ends a longer expression: "Friday to Monday", "Friday's vote". */
export const ONE_DAY = "(?!['’]s|\\s?[–-]| (?:to|through|until|till) |[.,:]\\d)";

export const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
export const YEAR = '(?<year>\\d{4})(?!,\\d)';
export const GENITIVE = "(?:['’]s)?";

export const PART_OF_DAY = '(?: (?<part>morning|afternoon|evening|night))?';

/** TIMEX3 codes for parts of the day. */
export const PARTS: Readonly<Record<string, string>> = {
  morning: 'TMO',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
  overnight: 'TNI',
  tonight: 'TNI',
};

/** A reading of a day as one of a part of it, where a part is named. */
export function partOf(reading: Reading | undefined, part: string | undefined) {
  const code = PARTS[part?.toLowerCase() ?? ''];
  return reading && code
    ? { ...reading, value: `${reading.value}${code}`, type: 'time' as const }
    : reading;
}

// ---------------------------------------------------------------------------------------------
// Lengths

const UNDER_TWENTY = Object.keys(SPELLED).slice(0, 19).join('|');
const TENS = Object.keys(SPELLED).slice(19).join('|');

/** A number as times are counted, in digits or in words. */
export const COUNT = `(?<count>\\d{1,4}(?:,\\d{3}|\\.\\d)?|an?|(?:a |one |two |three )?(?:hundred|thousand)|${UNDER_TWENTY}|(?:${TENS})(?:[- ](?:${UNDER_TWENTY}))?)`;

/** Numbers that nobody counted. */
export const SEVERAL = '(?<several>several|a few|few|many|some|a number of)';

export const UNIT =
  '(?<unit>seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|decades?|centuries|century)';

export const UNIT_CUES: readonly string[] = list(
  'second seconds minute minutes hour hours day days night nights week weeks month months quarter quarters year years decade decades century centuries',
);

/** A unit without its plural: "centuries" is "century". */
export const unitOf = (unit: string): string =>
  unit.toLowerCase().replace(/ies$/u, 'y').replace(/s$/u, '');

/** The number that COUNT matched. */
export function countOf(count: string): number {
  if (/\d/u.test(count)) return Number(count.replaceAll(',', ''));
  return count
    .toLowerCase()
    .split(/[- ]/u)
    .reduce((sum, word) => {
      const scale = { hundred: 100, thousand: 1000 }[word];
      return scale ? Math.max(1, sum) * scale : sum + (SPELLED[word] ?? (sum === 0 ? 1 : 0));
    }, 0);
}

/** TIMEX3 letters of units, with how many of them one is. */
const LETTERS: Readonly<Record<string, readonly [number, string]>> = {
  second: [1, 'TS'],
  minute: [1, 'TM'],
  hour: [1, 'TH'],
  day: [1, 'D'],
  night: [1, 'D'],
  week: [1, 'W'],
  month: [1, 'M'],
  quarter: [1, 'Q'],
  year: [1, 'Y'],
  decade: [10, 'Y'],
  century: [100, 'Y'],
};

/** A length as TIMEX3 writes it: `P3M`, `PT5H`; `PXD` where nobody says how many. */
export function lengthOf(count: number | null, unit: string): string {
  const [times, letters] = LETTERS[unitOf(unit)] ?? [1, 'X'];
  return `P${letters.slice(0, -1)}${count === null ? 'X' : count * times}${letters.slice(-1)}`;
}

// ---------------------------------------------------------------------------------------------
// Modifiers

/** Words before a length or distance that say that it is not meant exactly. */
const HEDGES: Readonly<Record<string, TimeMod>> = {
  about: 'approx',
  around: 'approx',
  roughly: 'approx',
  approximately: 'approx',
  nearly: 'less-than',
  almost: 'less-than',
  'less than': 'less-than',
  'fewer than': 'less-than',
  'more than': 'more-than',
  over: 'more-than',
  'at least': 'equal-or-more',
  'at most': 'equal-or-less',
  'up to': 'equal-or-less',
};

/** "Over the past week" hedges nothing. */
export const HEDGE = `(?:(?<hedge>${Object.keys(HEDGES).join('|')})(?<!over(?= (?:the|its|his|her|their|last|past|next)\\b)) )?`;

export const hedgeOf = (hedge: string | undefined): TimeMod | undefined =>
  HEDGES[hedge?.toLowerCase() ?? ''];

/** Words that tell a part of a period. */
const PORTIONS: Readonly<Record<string, TimeMod>> = {
  early: 'start',
  earlier: 'start',
  beginning: 'start',
  start: 'start',
  mid: 'mid',
  middle: 'mid',
  late: 'end',
  later: 'end',
  end: 'end',
  close: 'end',
};

/** "Early", or "the beginning of". */
export const PORTION =
  '(?:(?<portion>early|mid|late)[ -]|(?:the )?(?<portionOf>beginning|start|middle|end|close) of (?:the )?)?';

export const portionOf = ({
  portion,
  portionOf: of,
}: Readonly<Record<string, string | undefined>>): TimeMod | undefined =>
  PORTIONS[(portion ?? of ?? '').toLowerCase()];
