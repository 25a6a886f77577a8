import { dateInAddress, dateWithin } from '../publication-date.ts';
import type { Found } from '../types.ts';
import { type PageStatement, PLACES } from './statements.ts';

/** A date as it is written, and the moment it stands for where that can be told. */
interface Dated {
  readonly day: string;
  /** Milliseconds since 1970; the middle of the day where only that is known. */
  readonly moment: number;
  /** Whether it is written in universal time: then the outlet's own day may be another. */
  readonly universal: boolean;
  readonly because: string;
}

/** A day either way is a time zone, not another date. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** Where dates are shown to the reader of the page: other stories have some, too. */
const SHOWN: readonly string[] = [PLACES.time, PLACES.byline, PLACES.address];

/**
 * The date that is to be believed first, by the clock of its outlet where anything tells that
 * clock; and those that contradict it.
 */
export function datesIn(
  statements: readonly PageStatement[],
  field: 'published' | 'updated',
): Found[] {
  const dates = statements.flatMap(({ text, because }) => dateOf(text, because) ?? []);
  const [first] = dates;
  if (!first) return [];
  const isSame = ({ moment }: Dated) => Math.abs(moment - first.moment) < DAY_MS;
  const near = dates.filter((date) => isSame(date) && date.day !== first.day);
  const own =
    near.find(({ because }) => because === PLACES.byline) ??
    (first.universal ? near.find(({ universal }) => !universal) : undefined);
  const others = dates.filter((date) => !isSame(date) && !SHOWN.includes(date.because));
  return [own ?? first, ...others].map(({ day, because }) =>
    because === PLACES.address
      ? { field, value: day, basis: 'inferred', because }
      : { field, value: day, basis: 'stated', because },
  );
}

/** Dates in the addresses of a page. */
export function addressDates(addresses: readonly PageStatement[]): PageStatement[] {
  return addresses.flatMap(({ text: address }): PageStatement[] => {
    const text = dateInAddress(address);
    return text ? [{ field: 'published', text, because: PLACES.address }] : [];
  });
}

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/u;

function dateOf(text: string, because: string): Dated | null {
  const [, iso, time, zone] = ISO.exec(text) ?? [];
  const day = iso ?? digitsOnly(text) ?? dateWithin(text);
  // Tools write the first day that they know where they know none.
  if (day === undefined || Number.isNaN(Date.parse(day)) || day < '1900') return null;
  const zoned = zone?.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2');
  const instant = iso && time && zoned ? Date.parse(`${iso}T${time}${zoned}`) : Number.NaN;
  return {
    day,
    moment: Number.isNaN(instant) ? Date.parse(`${day}T12:00Z`) : instant,
    universal: /^(?:Z|[+-]00:?00)$/u.test(zoned ?? '') || /\b(?:GMT|UTC)\b/u.test(text),
    because,
  };
}

/** "20310312", with or without a time. */
function digitsOnly(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/u.exec(text) ?? [];
  return year && `${year}-${month}-${day}`;
}
