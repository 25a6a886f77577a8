import { decodeHTML } from 'entities';
import { isAgency } from '../language/proper-names.ts';
import type { Found } from '../types.ts';
import { addressDates, datesIn } from './dates.ts';
import { type PageField, type PageStatement, PLACES } from './statements.ts';

/** More letters than this no name, headline or section has. */
const MAX_LENGTH = 400;

/**
 * Bring what a page states of itself into the form of the fields: calendar dates, names without
 * "By", one headline without the name of the outlet.
 *
 * @param statements In the order in which they are to be believed.
 * @returns Best first; what cannot be read is left out.
 */
export function pageMetadata(statements: readonly PageStatement[]): Found[] {
  const clean = statements
    .map((statement) => ({ ...statement, text: plain(statement.text) }))
    .filter(({ text }) => text !== '' && text.length <= MAX_LENGTH);
  const of = (field: PageField) => clean.filter((statement) => statement.field === field);
  const publishers = of('outlet').filter(({ text }) => !ADDRESS.test(text));
  const outlets = [
    ...publishers
      .filter(({ text }) => !isAgency(text))
      .map(({ text, because }) => found('outlet', text, because)),
    ...outletInTitle(of('headline')),
  ];
  const outlet = outlets[0]?.value;
  return [
    ...outlets,
    // An agency is named as the publisher of its copy, wherever that stands.
    ...publishers
      .filter(({ text }) => isAgency(text))
      .map(({ text, because }) => found(outlet ? 'agency' : 'outlet', text, because)),
    ...of('headline').flatMap(({ text, because }) => {
      const headline = alone(text, of('headline'));
      return headline === outlet ? [] : [found('headline', headline, because)];
    }),
    ...authorsIn(of('authors'), outlet),
    ...datesIn([...of('published'), ...addressDates(of('url'))], 'published'),
    ...datesIn(of('updated'), 'updated'),
    ...of('url').flatMap(({ text, because }) =>
      URL.canParse(text) && ADDRESS.test(text)
        ? [found('url', text.replace(/#.*/su, ''), because)]
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
type TextField = Exclude<PageField, 'authors'> | 'agency';

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
  const title = headlines.find(({ because }) => because === PLACES.title)?.text ?? '';
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
// Language

/** A BCP 47 tag in its usual form; "en_US" is written for "en-US". */
function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
