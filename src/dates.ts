/** Write dates for the reader. All take ISO 8601 dates and know no time zone but UTC. */

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });

const DAY_MONTH = format({ day: 'numeric', month: 'long' });
const FULL = format({ day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = format({ month: 'long', year: 'numeric' });
const SHORT_MONTH = format({ month: 'short' });
const WEEKDAY = format({ weekday: 'long' });

/** `30 May`. */
export const dayAndMonth = (date: string): string => DAY_MONTH.format(new Date(date));

/** `30 May 2024`. */
export const fullDate = (date: string): string => FULL.format(new Date(date));

/** `May 2024`, also of a month alone (`2024-05`). */
export const monthAndYear = (date: string): string => MONTH.format(new Date(date));

/** `Sept`, also of a month alone. */
export const shortMonth = (date: string): string => SHORT_MONTH.format(new Date(date));

/** `Thursday`. */
export const weekday = (date: string): string => WEEKDAY.format(new Date(date));

/** `30–31 May 2024`, `30 May – 2 June 2024`, or one date where both are the same. */
export function dateRange(from: string, to: string): string {
  if (from === to) return fullDate(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${fullDate(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${dayAndMonth(from)} – ${fullDate(to)}`;
  return `${fullDate(from)} – ${fullDate(to)}`;
}
