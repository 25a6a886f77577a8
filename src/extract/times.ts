import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { casual } from 'chrono-node/en';
import type { Time } from '../types.ts';

/**
 * Find dates and give their TIMEX3 values.
 *
 * @param text A sentence; spans of the result are into it.
 * @param published Publication date (ISO 8601) that relative dates count from; where it is not
 *   known, only dates with a year of their own have a value.
 */
export function timesOf(text: string, published: string | null): readonly Time[] {
  // Noon, so that no time zone moves the day.
  const instant = new Date(`${published ?? '2000-01-01'}T12:00:00Z`);
  const dates = casual
    .parse(text, { instant, timezone: 0 }, { forwardDate: false })
    .flatMap((result) => dateOf(result, text, published));
  const taken = (at: number) => dates.some(({ start, end }) => at >= start && at < end);
  return [...dates, ...yearsOf(text).filter(({ start }) => !taken(start))].sort(
    (a, b) => a.start - b.start,
  );
}

function dateOf(result: ParsedResult, text: string, published: string | null): Time[] {
  const start = result.index;
  const end = start + result.text.length;
  const relative = !/\d{4}/u.test(result.text);
  if (relative && published === null) return [];
  const value = timexValue(result, text, published);
  return value ? [{ start, end, text: result.text, value, type: 'date', relative }] : [];
}

function timexValue(
  { start: parts, text: expression }: ParsedResult,
  text: string,
  published: string | null,
) {
  const certain = (unit: 'year' | 'month' | 'day' | 'weekday') => parts.isCertain(unit);
  // "Two days later" counts from another event, which the publication date says nothing of.
  if (/\b(?:after|later|before|earlier)\b/iu.test(expression)) return undefined;
  // "The last few days" is a stretch of time, not a day.
  if (/\b(?:last|past|next|coming|few)\b.*\b(?:days|weeks|months|years)\b/iu.test(expression))
    return undefined;
  if (/\bago\b|\blast (?:week|month|year)\b|\bthis (?:week|month|year)\b/iu.test(expression))
    return rough(parts, expression);
  if (certain('weekday') && !certain('day') && published) return weekday(parts, text, published);
  if (
    /^(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)\b/iu.test(
      expression,
    )
  )
    return day(parts);
  if (certain('month') && certain('day')) return day(parts);
  if (certain('month') && certain('year')) return month(parts);
  return undefined;
}

/** Words that turn a bare weekday to the future. */
const AHEAD =
  /\b(?:will|would|next|coming|upcoming|due|scheduled|expected|plans? to|set to|until|by|ahead of)\b/iu;

/**
 * The date of a bare weekday. The library takes the nearest day; news in the past tense means
 * the one before publication, or the day itself.
 */
function weekday(parts: ParsedComponents, text: string, published: string): string {
  const nearest = day(parts);
  if (nearest <= published || AHEAD.test(text)) return nearest;
  return new Date(Date.parse(nearest) - 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** "Three weeks ago", "last month": no more precise than the unit they count in. */
function rough(parts: ParsedComponents, expression: string): string | undefined {
  if (/\bdays? ago\b/iu.test(expression)) return day(parts);
  if (/\bweeks?\b/iu.test(expression)) return week(day(parts));
  if (/\bmonths?\b/iu.test(expression)) return month(parts);
  if (/\byears?\b/iu.test(expression)) return number(parts, 'year', 4);
  return undefined;
}

/** Years alone, after a word that makes them a date: "in 2022". */
function yearsOf(text: string): Time[] {
  return Array.from(
    text.matchAll(
      /(?<=\b(?:in|since|of|until|by|from|during|early|late|mid)[ -])(?:19|20)\d\d\b(?![\d,.]*\d)/giu,
    ),
    ({ 0: year, index }) => ({
      start: index,
      end: index + 4,
      text: year,
      value: year,
      type: 'date' as const,
      relative: false,
    }),
  );
}

const number = (parts: ParsedComponents, unit: 'year' | 'month' | 'day', width: number) =>
  String(parts.get(unit)).padStart(width, '0');

const month = (parts: ParsedComponents) =>
  `${number(parts, 'year', 4)}-${number(parts, 'month', 2)}`;

const day = (parts: ParsedComponents) => `${month(parts)}-${number(parts, 'day', 2)}`;

/** ISO 8601 week of a date: `2024-W22`. */
function week(date: string): string {
  const thursday = new Date(`${date}T12:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / (24 * 60 * 60 * 1000);
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}
