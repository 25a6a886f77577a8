import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { tableOf } from '../tables.ts';
import type { StructuredArticle } from './json-ld.ts';

/** Fields that a page states of itself. */
export type PageField =
  | 'headline'
  | 'outlet'
  | 'authors'
  | 'published'
  | 'updated'
  | 'url'
  | 'language'
  | 'section';

/** What a page says of one field, as it is written there. */
export interface PageStatement {
  readonly field: PageField;
  readonly text: string;
  /** Where it was read: `JSON-LD datePublished`. */
  readonly because: string;
}

/** Places in a page that are told apart. */
export const PLACES = {
  title: 'title of the page',
  heading: 'first heading',
  time: 'time element',
  byline: 'byline of the report',
  address: 'date in its address',
} as const;

/** What the head and the attributes of a page state, by what makes it worth believing. */
interface Marked {
  readonly meta: readonly PageStatement[];
  readonly microdata: readonly PageStatement[];
  readonly elements: readonly PageStatement[];
  /** Where a page's own headline is mixed with other words. */
  readonly titles: readonly PageStatement[];
  readonly scripts: readonly string[];
}

/** Names of `meta` elements (Open Graph, its article vocabulary, Dublin Core, what tools use). */
const META: Readonly<Record<string, PageField>> = tableOf({
  'og:title': 'headline',
  'twitter:title': 'headline',
  'parsely-title': 'headline',
  'sailthru.title': 'headline',
  'dc.title': 'headline',
  'dcterms.title': 'headline',
  'og:site_name': 'outlet',
  'dc.publisher': 'outlet',
  'dcterms.publisher': 'outlet',
  'article:published_time': 'published',
  'og:article:published_time': 'published',
  'parsely-pub-date': 'published',
  'sailthru.date': 'published',
  'dc.date': 'published',
  'dc.date.issued': 'published',
  'dcterms.date': 'published',
  'dcterms.created': 'published',
  date: 'published',
  pubdate: 'published',
  pub_date: 'published',
  'publish-date': 'published',
  publish_date: 'published',
  publication_date: 'published',
  'article.published': 'published',
  datepublished: 'published',
  'article:modified_time': 'updated',
  'og:updated_time': 'updated',
  'article.updated': 'updated',
  'dcterms.modified': 'updated',
  lastmod: 'updated',
  'last-modified': 'updated',
  datemodified: 'updated',
  author: 'authors',
  'article:author': 'authors',
  'article:author_name': 'authors',
  'parsely-author': 'authors',
  'sailthru.author': 'authors',
  'dc.creator': 'authors',
  'dcterms.creator': 'authors',
  byl: 'authors',
  'og:url': 'url',
  'og:locale': 'language',
  'content-language': 'language',
  'dc.language': 'language',
  'article:section': 'section',
  'parsely-section': 'section',
});

const MICRODATA: Readonly<Record<string, PageField>> = tableOf({
  headline: 'headline',
  datePublished: 'published',
  dateModified: 'updated',
  author: 'authors',
  creator: 'authors',
  publisher: 'outlet',
  articleSection: 'section',
});

/** What each property of structured data states. */
const STRUCTURED: readonly (readonly [
  PageField,
  string,
  (article: StructuredArticle) => readonly (string | undefined)[],
])[] = [
  ['headline', 'headline', ({ headline }) => [headline]],
  ['outlet', 'publisher', ({ publisher }) => [publisher]],
  ['authors', 'author', ({ authors }) => authors],
  ['published', 'datePublished', ({ datePublished }) => [datePublished]],
  ['updated', 'dateModified', ({ dateModified }) => [dateModified]],
  ['url', 'url', ({ url }) => [url]],
  ['language', 'inLanguage', ({ inLanguage }) => [inLanguage]],
  ['section', 'articleSection', ({ articleSection }) => [articleSection]],
];

/**
 * Collect what a page states of itself, in the order in which it is to be believed: structured
 * data is made by the newsroom's own system, the rest by whoever made the page.
 *
 * @param structuredArticles Reads the articles of a script of JSON-LD.
 */
export function pageStatements(
  tree: Root,
  structuredArticles: (json: string) => readonly StructuredArticle[],
): readonly PageStatement[] {
  const { scripts, meta, microdata, elements, titles } = marked(tree);
  const [article] = scripts.flatMap(structuredArticles);
  const structured = STRUCTURED.flatMap(([field, property, give]) =>
    (article ? give(article) : []).flatMap((text) =>
      text ? [{ field, text, because: `JSON-LD ${property}` }] : [],
    ),
  );
  return [...structured, ...meta, ...microdata, ...elements, ...titles];
}

function marked(tree: Root): Marked {
  const found = {
    meta: [] as PageStatement[],
    microdata: [] as PageStatement[],
    elements: [] as PageStatement[],
    titles: [] as PageStatement[],
    scripts: [] as string[],
  };
  visit(tree, 'element', (element, _, parent) => {
    if (element.tagName === 'meta') found.meta.push(...metaOf(element));
    else if (element.tagName === 'script' && /\bld\+json\b/u.test(string(element, 'type')))
      found.scripts.push(textOf(element));
    found.microdata.push(...microdataOf(element));
    found.elements.push(...(ELEMENTS[element.tagName]?.(element) ?? []));
    if (parent?.type === 'root' && element.tagName === 'html') {
      found.elements.push(...stated('language', string(element, 'lang'), 'lang of the page'));
    }
    // Drawings have titles, too.
    if (element.tagName === 'title' && parent?.type === 'element' && parent.tagName === 'head') {
      found.titles.push(...stated('headline', textOf(element), PLACES.title));
    }
  });
  visit(tree, 'comment', ({ value }) => {
    const [, url] = /^\s*saved from url=\(\d+\)(\S+)/u.exec(value) ?? [];
    if (url)
      found.elements.push({
        field: 'url',
        text: url,
        because: 'note of the browser that saved it',
      });
  });
  return found;
}

function metaOf(element: Element): PageStatement[] {
  const name =
    string(element, 'property') || string(element, 'name') || string(element, 'httpEquiv');
  const field = META[name.toLowerCase()];
  const text = string(element, 'content');
  return field && text ? [{ field, text, because: `meta ${name}` }] : [];
}

function microdataOf(element: Element): PageStatement[] {
  const names = [element.properties['itemProp'] ?? []].flat().map(String);
  return names.flatMap((name) => {
    const field = MICRODATA[name];
    const text = string(element, 'content') || string(element, 'dateTime') || named(element);
    return field && text ? [{ field, text, because: `microdata ${name}` }] : [];
  });
}

/** The words of an element, or of what names it where it stands for a person or organization. */
function named(element: Element): string {
  let name = '';
  visit(element, 'element', (inner) => {
    const names = [inner.properties['itemProp'] ?? []].flat().map(String);
    if (name === '' && inner !== element && names.includes('name'))
      name = string(inner, 'content') || textOf(inner);
  });
  return name || textOf(element);
}

const ELEMENTS: Readonly<Record<string, (element: Element) => PageStatement[]>> = tableOf({
  link: (element) =>
    [element.properties['rel'] ?? []].flat().includes('canonical')
      ? stated('url', string(element, 'href'), 'canonical link')
      : [],
  time: (element) => stated('published', string(element, 'dateTime'), PLACES.time),
  a: (element) =>
    [element.properties['rel'] ?? []].flat().includes('author')
      ? stated('authors', textOf(element), 'link to the author')
      : [],
  h1: (element) => stated('headline', textOf(element), PLACES.heading),
});

const stated = (field: PageField, text: string, because: string): PageStatement[] =>
  text.trim() === '' ? [] : [{ field, text, because }];

const string = ({ properties }: Element, name: string): string => {
  const value = properties[name];
  return value === undefined || value === null ? '' : String(value).trim();
};

/** The words of an element; long ones are no field's value. */
function textOf(element: Element): string {
  let text = '';
  visit(element, 'text', ({ value }) => {
    text += value;
  });
  return text.replace(/\s+/gu, ' ').trim();
}
