import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import { byCodeUnits } from '../order.ts';
import { sha256 } from '../sha256.ts';
import { uuidFrom } from '../uuid.ts';
import { inXml } from '../xml.ts';
import { entryOf, type FeedEdition, type FeedEntry } from './entry.ts';

export type { FeedEdition } from './entry.ts';

/** The feeds of a briefing. */
export interface Feeds {
  /** Atom 1.0 (RFC 4287). */
  readonly atom: string;
  /** JSON Feed 1.1. */
  readonly json: string;
}

export interface FeedOptions {
  /** Address of the folder that is published, where it is known. Default: links are relative to the feed. */
  readonly base?: string | undefined;
  /**
   * What tells the feed from all others, for as long as it is published. Default: it follows from the
   * oldest edition at hand, so that it is another one once that is removed.
   */
  readonly id?: string | undefined;
  /** Names of the feeds' files in that folder. */
  readonly files: { readonly atom: string; readonly json: string };
  /** Name of the page in that folder; null where it has none. */
  readonly page: string | null;
  /** What it is called. Default: as the newest edition. */
  readonly title?: string | undefined;
  /** BCP 47 tag of what is stated. */
  readonly language: string;
  /** Version of the program. */
  readonly version: string;
}

/**
 * Make the feeds of a briefing: an entry for each edition, the newest first, which says what is new in it.
 *
 * @param editions In any order; at least one.
 */
export function feedsOf(editions: readonly FeedEdition[], options: FeedOptions): Feeds {
  const newestFirst = editions.toSorted(
    ({ record: a }, { record: b }) =>
      Date.parse(b.made) - Date.parse(a.made) ||
      b.number - a.number ||
      byCodeUnits(a.title, b.title),
  );
  const [newest, oldest] = [newestFirst[0], newestFirst.at(-1)];
  if (!newest || !oldest) throw new Error('a feed has an edition');
  const entries = newestFirst.map(entryOf);
  const feed: FeedParts = {
    id: options.id ?? idFrom(`feed\n${oldest.record.number}\n${oldest.record.made}`),
    title: inXml(options.title ?? newest.record.title),
    // Readers ask whether anything is newer than what they have.
    updated: Math.max(...entries.map(({ updated }) => Date.parse(updated))),
    entries,
  };
  return { atom: atomOf(feed, options), json: jsonOf(feed, options) };
}

interface FeedParts {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly updated: number;
  readonly entries: readonly FeedEntry[];
}

const idFrom = (text: string): string => uuidFrom(sha256(text));

/** Whose the feed is: what reports say is theirs, and no author of theirs made this. */
const AUTHOR = { name: 'Synoptic' };

function atomOf({ id, title, updated, entries }: FeedParts, options: FeedOptions): string {
  const { base, files, page, version } = options;
  const { atom } = files;
  const xml = generateAtomFeed({
    id,
    title: { value: title, type: 'text' },
    updated: new Date(updated),
    authors: [AUTHOR],
    generator: { text: 'Synoptic', version },
    links: [
      { href: addressOf(base, atom), rel: 'self', type: 'application/atom+xml' },
      ...(page === null
        ? []
        : [{ href: addressOf(base, page), rel: 'alternate', type: 'text/html' }]),
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title, type: 'text' },
      updated: new Date(entry.updated),
      published: new Date(entry.updated),
      summary: { value: entry.summary, type: 'text' },
      content: { value: entry.html, type: 'html' },
      links:
        entry.page === null
          ? []
          : [{ href: addressOf(base, entry.page), rel: 'alternate', type: 'text/html' }],
    })),
  });
  return `${xml.trimEnd()}\n`;
}

function jsonOf({ title, entries }: FeedParts, options: FeedOptions): string {
  const { base, files, page, language } = options;
  const feed = generateJsonFeed({
    title,
    // JSON Feed knows no relative addresses.
    ...(base !== undefined && {
      feed_url: addressOf(base, files.json),
      ...(page !== null && { home_page_url: addressOf(base, page) }),
    }),
    language,
    authors: [AUTHOR],
    items: entries.map((entry) => ({
      id: entry.id,
      ...(base !== undefined && entry.page !== null && { url: addressOf(base, entry.page) }),
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: new Date(entry.updated),
      date_modified: new Date(entry.updated),
    })),
  });
  return `${JSON.stringify(feed, null, 2)}\n`;
}

/** The address of a file below that of its folder; relative where that is not known. */
function addressOf(base: string | undefined, file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return base === undefined ? path : new URL(path, base.endsWith('/') ? base : `${base}/`).href;
}
