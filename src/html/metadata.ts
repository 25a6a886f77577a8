import { decodeHTML } from 'entities';
import type { Found } from '../types.ts';
import type { PageField, PageStatement } from './statements.ts';

/** Places in a page that are told apart. */
export const PAGE_TITLE = 'title of the page';
export const TIME_ELEMENT = 'time element';
export const BYLINE = 'byline of the report';
const ADDRESS_DATE = 'date in its address';

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
  const outlets = [
    ...of('outlet').flatMap(({ text, because }) =>
      ADDRESS.test(text) ? [] : [found('outlet', text, because)],
    ),
    ...outletInTitle(of('headline')),
  ];
  const outlet = outlets[0]?.value;
  return [
    ...outlets,
    ...of('headline').flatMap(({ text, because }) => {
      const headline = alone(text, of('headline'));
      return headline === outlet ? [] : [found('headline', headline, because)];
    }),
    ...authorsIn(of('authors'), outlet),
    ...datesIn([...of('published'), ...addressDates(of('url'))], 'published', readDate),
    ...datesIn(of('updated'), 'updated', readDate),
    ...of('url').flatMap(({ text, because }) =>
      URL.canParse(text) && ADDRESS.test(text)
        ? [found('url', text.replace(/#.*$/u, ''), because)]
        : [],
    ),
    ...of('language').flatMap(({ text, because }) => {
      const tag = languageTag(text);
      return tag ? [found('language', tag, because)] : [];
    }),
    ...of('section').map(({ text, because }) => found('section', text, because)),
  ];
}

const ADDRESS = /^https?:\/\//iu;

/** A field whose value is one text. */
type TextField = Exclude<PageField, 'authors'>;

const found = <F extends TextField>(field: F, value: string, because: string) =>
  ({ field, value, basis: 'stated', because }) as const;

/** Pages escape twice at times, and break lines within. */
const plain = (text: string): string => decodeHTML(text).replace(/\s+/gu, ' ').trim();

// ---------------------------------------------------------------------------------------------
// Headline

/** What parts a headline from the names of its section and outlet: "Bridge closed | Courier". */
const PARTING = /^\s+(?:[|–—•·:»-]|::|--)\s+/u;

/** A headline without what follows it in titles, where a heading of the page shows its end. */
function alone(text: string, headlines: readonly PageStatement[]): string {
  const shown = headlines.find(
    ({ text: heading }) =>
      heading !== '' && startsWith(text, heading) && PARTING.test(text.slice(heading.length)),
  );
  return shown ? text.slice(0, shown.text.length) : text;
}

/** The name that a page's title ends with, behind its headline. */
function outletInTitle(headlines: readonly PageStatement[]) {
  const title = headlines.find(({ because }) => because === PAGE_TITLE)?.text ?? '';
  const headline = alone(title, headlines);
  const rest = title.slice(headline.length).split(/\s+(?:[|–—•·:»-]|::|--)\s+/u);
  const name = rest.at(-1)?.trim() ?? '';
  if (rest.length < 2 || name === '') return [];
  const because = 'end of the page’s title';
  return [{ field: 'outlet', value: name, basis: 'inferred', because } as const];
}

const startsWith = (text: string, start: string): boolean =>
  quotesAlike(text).startsWith(quotesAlike(start));

/** One kind of marks and dashes, each as long as before. */
const quotesAlike = (text: string): string =>
  text.toLowerCase().replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/[–—]/gu, '-');

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

/** Names in a byline: "By Ann Field and Bo Lane, Courier staff". */
function namesIn(byline: string): string[] {
  const text = byline.replace(/^(?:written\s+|posted\s+)?by:?\s+/iu, '').replace(/\s*\|.*$/u, '');
  if (ADDRESS.test(text) || /[@/\\{}<>]/u.test(text) || USER_NAME.test(text)) return [];
  const parts = text.split(/\s*;\s*|\s+(?:and|&)\s+|\s*,\s*(?:and\s+)?/u).filter(Boolean);
  const names = parts.filter((part) => NAME.test(part) && !ROLE.test(part));
  return names.length > 0 ? names : [text];
}

/** Two to five words, the first with a capital. */
const NAME = /^\p{Lu}\S*(?:\s+\S+){1,4}$/u;

/** How the makers of pages sign on to their tools. */
const USER_NAME = /^\p{Ll}+$/u;

/** Words that make a part of a byline no name. */
const ROLE =
  /\b(?:editor|writer|reporter|correspondent|contributor|staff|press|news|inc|jr|sr|ph\.?d|m\.?d)\b|\.(?:com|org|net)\b/iu;

// ---------------------------------------------------------------------------------------------
// Dates

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/u;

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
const SHOWN: readonly string[] = [TIME_ELEMENT, BYLINE, ADDRESS_DATE];

/**
 * The date that is to be believed first, by the clock of its outlet where anything tells that
 * clock; and those that contradict it.
 */
function datesIn(
  statements: readonly PageStatement[],
  field: 'published' | 'updated',
  readDate: DateReader,
): Found[] {
  const dates = statements.flatMap(({ text, because }) => dateOf(text, because, readDate) ?? []);
  const [first] = dates;
  if (!first) return [];
  const isSame = ({ moment }: Dated) => Math.abs(moment - first.moment) < DAY_MS;
  const near = dates.filter((date) => isSame(date) && date.day !== first.day);
  const own =
    near.find(({ because }) => because === BYLINE) ??
    (first.universal ? near.find(({ universal }) => !universal) : undefined);
  const others = dates.filter((date) => !isSame(date) && !SHOWN.includes(date.because));
  return [own ?? first, ...others].map(({ day, because }) =>
    because === ADDRESS_DATE
      ? { field, value: day, basis: 'inferred', because }
      : found(field, day, because),
  );
}

/** Dates in the addresses of a page: `/2031/03/12/`, `/2031-03-12-`, `/20310312/`. */
function addressDates(addresses: readonly PageStatement[]): PageStatement[] {
  return addresses.flatMap(({ text }): PageStatement[] => {
    const [, year, month = '', day] =
      /\/((?:19|20)\d{2})([/-]?)(\d{2}|\p{L}{3})\2(\d{2})(?=[/_.-]|$)/u
        .exec(text)
        ?.filter((_, index) => index !== 2) ?? [];
    const number = /^\d/u.test(month) ? month : MONTHS[month.toLowerCase()];
    if (!year || !number) return [];
    return [{ field: 'published', text: `${year}-${number}-${day}`, because: ADDRESS_DATE }];
  });
}

const MONTHS: Readonly<Record<string, string>> = Object.fromEntries(
  'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .map((name, index) => [name, String(index + 1).padStart(2, '0')]),
);

function dateOf(text: string, because: string, readDate: DateReader): Dated | null {
  const [, iso, time, zone] = ISO.exec(text) ?? [];
  const day = iso ?? readDate(text) ?? spelled(text);
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
