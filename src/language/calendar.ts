/** Reckon with days of the calendar. All take ISO 8601 dates and know no time zone but UTC. */

/** The months as news shortens them. The place of each, counted from 0, is one less than its number. */
export const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(
  ' ',
);

const DAY = 24 * 60 * 60 * 1000;

const isoOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** A day as ISO 8601 date; nothing where the calendar has no such day. Months count from 1. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const instant = Date.UTC(year, month - 1, day);
  const date = new Date(instant);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoOf(instant) : undefined;
}

/** The day so many days later, or earlier where the count is negative. */
export const addDays = (date: string, days: number): string => isoOf(Date.parse(date) + days * DAY);

/** Days from one date to another; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / DAY;

/** The month (`2031-03`) so many months later. The day plays no part: 31 March less one is 02. */
export const addMonths = (date: string, months: number): string =>
  isoOf(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1)).slice(0, 7);

/** Day of the week, Monday 0 to Sunday 6. */
export const weekdayOf = (date: string): number => (new Date(date).getUTCDay() + 6) % 7;

/** The Monday that begins the week of a day (ISO 8601). */
export const mondayOf = (date: string): string => addDays(date, -weekdayOf(date));

/** ISO 8601 week of a day: `2024-W22`. */
export function weekOf(date: string): string {
  const thursday = addDays(mondayOf(date), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Quarter of a day: `2024-Q2`. */
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

const addYears = (date: string, years: number) => String(Number(date.slice(0, 4)) + years);

/** The period of a length that lies so many of them from a day's own, as TIMEX3 writes it. */
export const PERIODS: Readonly<Record<string, (date: string, count: number) => string>> = {
  day: addDays,
  week: (date, count) => weekOf(addDays(date, 7 * count)),
  weekend: (date, count) => `${weekOf(addDays(date, 7 * count))}-WE`,
  month: addMonths,
  quarter: (date, count) => quarterOf(`${addMonths(date, 3 * count)}-01`),
  year: addYears,
  decade: (date, count) => addYears(date, 10 * count).slice(0, 3),
  century: (date, count) => addYears(date, 100 * count).slice(0, 2),
};
