import { inPlain } from './characters.ts';
import { SHORT_FORMS } from './language/given-names.ts';
import type { Metadata, Report } from './types.ts';

/*
 * Reports as items of CSL-JSON, the data that citation processors and reference managers take.
 */

/** Somebody who wrote a report: taken apart only where it is certain which name is the surname. */
export type CslName =
  | { readonly literal: string }
  | { readonly family: string; readonly given: string };

/** An item of CSL-JSON. What is not known is left out. */
export interface CslItem {
  /** Unique in the briefing: "harlowcourier2031-1". */
  readonly id: string;
  readonly type: 'article-newspaper' | 'webpage';
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] };
  readonly URL?: string;
  /** BCP 47 tag. Processors leave the capitals of titles in other languages alone. */
  readonly language?: string;
  readonly section?: string;
  /** What was worked out; the file's name, where nothing else tells what report it is. */
  readonly note?: string;
}

/** Give a report as an item. */
export function cslItem(report: Report): CslItem {
  const { outlet, headline, authors, url, published, language, section } = report.metadata;
  const item: CslItem = {
    id: keyOf(report),
    type: outlet.value === null && url.value !== null ? 'webpage' : 'article-newspaper',
    ...(headline.value ? { title: shown(headline.value) } : {}),
    ...(outlet.value ? { 'container-title': shown(outlet.value) } : {}),
    ...(authors.value?.length ? { author: authors.value.map(shown).map(nameOf) } : {}),
    ...(published.value
      ? { issued: { 'date-parts': [published.value.split('-').map(Number)] } }
      : {}),
    ...(url.value ? { URL: addressOf(url.value) } : {}),
    ...(language.value ? { language: language.value } : {}),
    ...(section.value ? { section: shown(section.value) } : {}),
  };
  const notes = [
    ...(isBare(item) ? [`File ${shown(report.file)}.`] : []),
    ...inferredIn(report.metadata).map(({ name }) => `${name} inferred.`),
  ];
  return notes.length > 0 ? { ...item, note: notes.join(' ') } : item;
}

/** In one line, without controls that turn the direction of what is printed behind it. */
const shown = inPlain;

/** An address without the characters that none may hold, and that would end it where it is printed. */
const addressOf = (url: string): string => url.replace(/[\s"<>\\^`{|}]/gu, encodeURIComponent);

/** What was worked out and is printed with a citation, as it is called, and why it may be. */
export function inferredIn(metadata: Metadata) {
  return Object.entries(CALLED).flatMap(([key, name]) => {
    const { basis, because } = metadata[key as keyof typeof CALLED];
    return basis === 'inferred' ? [{ name, because }] : [];
  });
}

const CALLED = { outlet: 'Outlet', headline: 'Headline', authors: 'Authors', published: 'Date' };

/** Whether an item tells nothing that a citation style could print but a date. */
export const isBare = (item: CslItem): boolean =>
  !item.title && !item['container-title'] && !item.author && !item.URL;

/** More of an outlet's name nobody types, and some programs for BibTeX take no longer keys. */
const LONGEST_KEY = 40;

/** Outlet, year and number: unique in the briefing, and fit for BibTeX. */
function keyOf({ number, metadata: { outlet, published } }: Report): string {
  const name = (outlet.value ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '')
    .slice(0, LONGEST_KEY);
  return `${name || 'report'}${published.value?.slice(0, 4) ?? ''}-${number}`;
}

/**
 * A name of two words is taken apart where the first is a given name that is known as one. Elsewhere
 * it may be a family name, as in Chinese or Hungarian, or the two may be no person ("Staff Writer"),
 * so that it is given as it stands.
 */
function nameOf(name: string): CslName {
  const [given = '', family = '', ...more] = name.split(' ');
  const certain = more.length === 0 && /^\p{Lu}[\p{L}'’-]+$/u.test(family);
  return certain && GIVEN.has(given.toLowerCase()) && /^\p{Lu}/u.test(given)
    ? { family, given }
    : { literal: name };
}

const GIVEN: ReadonlySet<string> = new Set(
  Object.entries(SHORT_FORMS).flatMap(([short, full]) => [short, ...full]),
);
