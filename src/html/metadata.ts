import { decodeHTML } from 'entities';
import type { Found } from '../types.ts';
import type { PageField, PageStatement } from './statements.ts';

/** Reads the calendar date of a line that says nothing but when the report was published. */
export type DateReader = (line: string) => string | undefined;

/** More letters than this no name, headline or section has. */
const MAX_LENGTH = 400;

/**
 * Bring what a page states of itself into the form of the fields: calendar dates, names without
 * "By", one headline without the name of the outlet.
 *
 * @param statements In the order in which they are to be believed.
 * @returns Best first; what cannot be read is left out.
 */
export function pageMetadata(statements: readonly PageStatement[], readDate: DateReader): Found[] {
  const clean = statements
    .map((statement) => ({ ...statement, text: plain(statement.text) }))
    .filter(({ text }) => text !== '' && text.length <= MAX_LENGTH);
  const of = (field: PageField) => clean.filter((statement) => statement.field === field);
  const outlets = of('outlet').filter(({ text }) => !ADDRESS.test(text));
  const outlet = outlets[0]?.text;
  return [
    ...outlets.map(({ text, because }) => found('outlet', text, because)),
    ...of('headline').flatMap(({ text, because }) => {
      const headline = withoutOutlet(text, outlet);
      return headline === '' ? [] : [found('headline', headline, because)];
    }),
    ...authorsIn(of('authors'), outlet),
    ...datesIn(of('published'), 'published', readDate),
    ...datesIn(of('updated'), 'updated', readDate),
    ...of('url').flatMap(({ text, because }) =>
      URL.canParse(text) && ADDRESS.test(text) ? [found('url', text, because)] : [],
    ),
    ...of('language').flatMap(({ text, because }) => {
      const tag = languageTag(text);
      return tag ? [found('language', tag, because)] : [];
    }),
    ...of('section').map(({ text, because }) => found('section', text, because)),
  ];
}

const ADDRESS = /^https?:\/\//iu;

const found = (field: Exclude<PageField, 'authors'>, value: string, because: string): Found =>
  ({ field, value, basis: 'stated', because }) as Found;

/** Pages escape twice at times, and break lines within. */
const plain = (text: string): string => decodeHTML(text).replace(/\s+/gu, ' ').trim();

// ---------------------------------------------------------------------------------------------
// Headline

/** What parts a headline from the name of its outlet: "Bridge closed | Harlow Courier". */
const PARTING = /\s+(?:[|–—•·:»]|::|-)\s+/u;

/** A headline without the name of its outlet before or after it. */
function withoutOutlet(text: string, outlet: string | undefined): string {
  if (!outlet) return text;
  const names = [outlet.toLowerCase(), outlet.toLowerCase().replace(/^the\s+/u, '')];
  const isOutlet = (part: string) => {
    const bare = part
      .toLowerCase()
      .replace(/^the\s+/u, '')
      .replace(/\.(?:com|org|net|co\.uk)$/u, '');
    return names.includes(bare) || names.includes(part.toLowerCase());
  };
  const parts = text.split(PARTING);
  const last = parts.at(-1) ?? '';
  const [first = ''] = parts;
  if (parts.length > 1 && isOutlet(last))
    return text.slice(0, text.length - last.length).replace(/\s+\S+\s+$/u, '');
  if (parts.length > 1 && isOutlet(first))
    return text.slice(first.length).replace(/^\s+\S+\s+/u, '');
  return text;
}

// ---------------------------------------------------------------------------------------------
// Authors

/** The authors of the first statement that names one; a statement may name each on its own. */
function authorsIn(statements: readonly PageStatement[], outlet: string | undefined): Found[] {
  const places = [...new Set(statements.map(({ because }) => because))];
  return places.flatMap((because): Found[] => {
    const group = statements.filter((statement) => statement.because === because);
    const names = group.flatMap(({ text }) => namesIn(text));
    const authors = [...new Set(names)].filter((name) => name !== outlet);
    return authors.length > 0
      ? [{ field: 'authors', value: authors, basis: 'stated', because }]
      : [];
  });
}

/** Names in a byline: "By Ann Field and Bo Lane". A comma parts names only where each has two words. */
function namesIn(byline: string): string[] {
  const text = byline.replace(/^(?:written\s+|posted\s+)?by:?\s+/iu, '').replace(/\s*\|.*$/u, '');
  if (ADDRESS.test(text) || /[@/\\{}<>]/u.test(text)) return [];
  const parts = text.split(/\s*;\s*|\s+(?:and|&)\s+|\s*,\s*(?:and\s+)?/u).filter(Boolean);
  const areNames = parts.every((part) => /^\S+(?:\s+\S+){1,4}$/u.test(part) && !ROLE.test(part));
  return areNames ? parts : [text];
}

/** Words that make a part of a byline no name. */
const ROLE =
  /\b(?:editor|writer|reporter|correspondent|staff|press|news|inc|jr|sr|ph\.?d|m\.?d)\b\.?/iu;

// ---------------------------------------------------------------------------------------------
// Dates

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/u;

/** A date as it is written, and the moment it stands for where that can be told. */
interface Dated {
  readonly day: string;
  readonly instant: number | null;
  /** Whether it is written in a local time zone, not in universal time. */
  readonly local: boolean;
  readonly because: string;
}

/** A day either way is a time zone, not another date. */
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Dates in their order, each moment once: as its outlet's own clock has it where one says so.
 * Dates less than a day from an earlier one are that, in another zone.
 */
function datesIn(
  statements: readonly PageStatement[],
  field: 'published' | 'updated',
  readDate: DateReader,
): Found[] {
  const dates: Dated[] = [];
  for (const { text, because } of statements) {
    const date = dateOf(text, because, readDate);
    if (!date) continue;
    const at = dates.findIndex((known) => Math.abs(momentOf(known) - momentOf(date)) < DAY_MS);
    const known = dates[at];
    if (!known) dates.push(date);
    else if (!known.local && date.local && known.instant === date.instant) dates[at] = date;
  }
  // Other stories on the page have times of their own.
  const [first, ...rest] = dates;
  const own = first ? [first, ...rest.filter(({ because }) => because !== 'time element')] : [];
  return own.map(({ day, because }) => found(field, day, because));
}

const momentOf = ({ instant, day }: Dated): number => instant ?? Date.parse(`${day}T12:00Z`);

function dateOf(text: string, because: string, readDate: DateReader): Dated | null {
  const [, iso, time, zone] = ISO.exec(text) ?? [];
  const day = iso ?? readDate(text) ?? spelled(text);
  if (day === undefined || Number.isNaN(Date.parse(day))) return null;
  const zoned = zone?.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2');
  const instant = iso && time && zoned ? Date.parse(`${iso}T${time}${zoned}`) : Number.NaN;
  return {
    day,
    instant: Number.isNaN(instant) ? null : instant,
    local: zoned !== undefined && !/^(?:Z|[+-]00:?00)$/u.test(zoned),
    because,
  };
}

/** "Tue Nov 19 2019 04:20:00 GMT-0500", "Tue, 19 Nov 2019 10:48:00 +0000", "20191119". */
function spelled(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/u.exec(text) ?? [];
  if (year) return `${year}-${month}-${day}`;
  const [, date] =
    /^(?:\p{L}{3,9},?\s+)?(\d{1,2}\s+\p{L}{3,9},?\s+\d{4}|\p{L}{3,9}\s+\d{1,2},?\s+\d{4})\b/u.exec(
      text,
    ) ?? [];
  const parsed = date ? new Date(`${date} UTC`) : null;
  return parsed && !Number.isNaN(parsed.getTime()) ? parsed.toISOString().slice(0, 10) : undefined;
}

// ---------------------------------------------------------------------------------------------
// Language

/** A BCP 47 tag in its usual form; "en_US" is written for "en-US". */
function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
