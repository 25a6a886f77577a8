import type { ParsedResult } from 'chrono-node';
import { strict } from 'chrono-node/en';
import { dayOf as calendarDay, MONTHS } from './language/calendar.ts';
import { STAMP_LABELS } from './language/time-stamps.ts';
import type { Found } from './types.ts';

/** Words that may stand beside the date in a line that says when a report was published. */
const COMPANIONS =
  /\b(?:(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?|\d{1,2}:\d{2}|first|last|originally|updated?|published|posted|edited|created|modified|date|time|on|at|the|of|by|gmt|utc|bst|[ecmpi]s?t|[ap]\.?\s?m\.?)\b/giu;

/** A date in digits, whose day and month only a number above 12 tells apart. */
const IN_DIGITS = /\b(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/u;

/**
 * Read the calendar date of a line that says nothing but when the report was published.
 *
 * @returns ISO 8601 date; nothing where the line says more, or leaves year, month or day to be
 *   guessed.
 */
export function publicationDate(line: string): string | undefined {
  if (line.length > 80) return undefined;
  const dates = parsed(line);
  const rest = dates
    .reduce((text, { text: date }) => text.replace(date, ' '), line)
    .replace(COMPANIONS, ' ');
  // What is left may be the place in capitals, never a word of a sentence.
  if (/\p{Ll}/u.test(rest)) return undefined;
  const first = dates.find(isDay);
  return first && dayOf(first);
}

/**
 * Read the calendar date of a line that may say more, such as who wrote the report.
 *
 * @returns ISO 8601 date; nothing where the line has no full date, or more than one.
 */
export function dateWithin(line: string): string | undefined {
  const days = new Set(parsed(line).flatMap((date) => dayOf(date) ?? []));
  return days.size === 1 ? [...days][0] : undefined;
}

/** The days that a time stamp gives, each for the label before it; without one, of publication. */
export function stampedDates(stamp: string): Found[] {
  const because = `the line “${stamp.trim()}”`;
  const labels = [...stamp.matchAll(LABELS)];
  const parts = [
    { field: 'published' as const, text: stamp.slice(0, labels[0]?.index) },
    ...labels.map(({ index, groups }, at) => ({
      field: groups?.['updated'] ? ('updated' as const) : ('published' as const),
      text: stamp.slice(index, labels[at + 1]?.index),
    })),
  ];
  return parts.flatMap(({ field, text }) => {
    const value = dateWithin(text);
    return value ? [{ field, value, basis: 'stated', because }] : [];
  });
}

const LABELS = new RegExp(
  String.raw`\b(?:(?<published>${STAMP_LABELS.published})|(?<updated>${STAMP_LABELS.updated}))\b`,
  'giu',
);

/** The day in the address of a page: `/2031/03/12/`, `/2031-03-12-`, `/20310312/`. */
export function dateInAddress(address: string): string | undefined {
  const { year, month = '', day } = IN_ADDRESS.exec(address)?.groups ?? {};
  const number = /^\d/u.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  return year ? calendarDay(Number(year), number, Number(day)) : undefined;
}

const IN_ADDRESS =
  /\/(?<year>(?:19|20)\d{2})(?<mark>[/-]?)(?<month>\d{2}|\p{L}{3})\k<mark>(?<day>\d{2})(?=[/_.-]|$)/u;

/** The reference date stands for nothing: only dates with their own year are taken. */
const parsed = (line: string): readonly ParsedResult[] => strict.parse(line, new Date(2000, 0, 1));

/** A date that leaves nothing to be guessed. "A day ago" is certain of all but its beginning. */
const WITH_YEAR = /\d{4}|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b/u;

const isDay = ({ start }: ParsedResult): boolean =>
  start.isCertain('year') && start.isCertain('day');

function dayOf(date: ParsedResult): string | undefined {
  const { text, start } = date;
  if (!isDay(date) || !WITH_YEAR.test(text) || isAmbiguous(text)) return undefined;
  const pad = (unit: 'year' | 'month' | 'day', width: number) =>
    String(start.get(unit)).padStart(width, '0');
  return `${pad('year', 4)}-${pad('month', 2)}-${pad('day', 2)}`;
}

function isAmbiguous(date: string): boolean {
  const [, first, second] = IN_DIGITS.exec(date) ?? [];
  return first !== second && Number(first) <= 12 && Number(second) <= 12;
}
