import { type AnyFeed, parseFeed } from 'feedsmith';
import { BuildFailure, message } from '../messages.ts';

/** One entry of a feed. */
export interface FeedItem {
  /** As the feed gives it: it may be relative to the feed's own address. */
  readonly link: string;
  /** When it was published, in milliseconds since 1970; null where that is not said. */
  readonly published: number | null;
}

/** How feeds begin: XML with one of three elements, or JSON that names its grammar. */
const BEGINNINGS: readonly RegExp[] = [
  /^\s*(?:<\?[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/u,
  /^\s*\{.*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\//su,
];

/** Whether a text that begins like this is a feed, whatever its server calls it. */
export const isFeed = (head: string): boolean =>
  BEGINNINGS.some((beginning) => beginning.test(head));

/**
 * The newest entries of a feed that have a page of their own.
 *
 * @param limit How many at most.
 * @param file What the user named, for messages.
 * @throws BuildFailure where there are none.
 */
export function newestItems(
  source: string,
  { limit, file }: { readonly limit: number; readonly file: string },
): readonly FeedItem[] {
  const items = itemsOf(parsed(source, file)).flatMap(({ link, published }) =>
    link ? [{ link, published: time(published) }] : [],
  );
  if (items.length === 0) throw unusable(file, 'feed without an entry that has an address');
  const dated = items.toSorted((a, b) => (b.published ?? 0) - (a.published ?? 0));
  const links = dated.map(({ link }) => link);
  return dated.filter(({ link }, index) => links.indexOf(link) === index).slice(0, limit);
}

function parsed(source: string, file: string): AnyFeed {
  try {
    return parseFeed(source);
  } catch (error) {
    throw unusable(file, 'feed that cannot be read', error);
  }
}

interface RawItem {
  readonly link: string | undefined;
  readonly published: string | undefined;
}

/** What each kind of feed calls the address and the date of its entries. */
function itemsOf(parsed: AnyFeed): readonly RawItem[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map(({ link, guid, pubDate, dc }) => ({
        link: link ?? (guid?.isPermaLink === false ? undefined : webOnly(guid?.value)),
        published: pubDate ?? dc?.dates?.[0],
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map(({ link, rdf, dc }) => ({
        link: link ?? webOnly(rdf?.about),
        published: dc?.dates?.[0],
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map(({ links = [], published, updated }) => ({
        link: links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
        published: published ?? updated,
      }));
    case 'json':
      return (parsed.feed.items ?? []).map(({ url, date_published }) => ({
        link: url,
        published: date_published,
      }));
  }
}

/** A name of an entry that is an address too. */
const webOnly = (name: string | undefined) => (/^https?:/iu.test(name ?? '') ? name : undefined);

function time(date: string | undefined): number | null {
  const parsed = Date.parse(date ?? '');
  return Number.isNaN(parsed) ? null : parsed;
}

const unusable = (file: string, found: string, cause?: unknown) =>
  new BuildFailure([
    message({
      rule: 'feed-unusable',
      file,
      found,
      expected: 'RSS, Atom or JSON Feed with entries',
      advice: 'give the addresses of the reports themselves',
      cause,
    }),
  ]);
