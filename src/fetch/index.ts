import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import {
  decodePage,
  EXTENSIONS,
  extensionOf,
  maxBytesOf,
  type RawFile,
} from '../documents/index.ts';
import { BuildFailure } from '../messages.ts';
import { type Answer, type Files, type Network, NetworkFault } from '../system/index.ts';
import { type Address, webAddress } from './address.ts';
import { ACCEPT, endingOf } from './content-types.ts';
import { isFeed, newestItems } from './feeds.ts';
import * as object from './objections.ts';
import { pacer } from './pace.ts';
import { follow } from './redirects.ts';
import { withRetries } from './retries.ts';
import { type Rules, readRobots } from './robots.ts';

export { type Address, addressOf } from './address.ts';

/** What an address gave. */
export interface Source {
  /** What the user named, for messages. */
  readonly named: string;
  /** Where it was found, after redirects; null for a file of the disk. */
  readonly address: string | null;
  /** The bytes, under a name whose ending tells their format. */
  readonly file: RawFile;
  /** What the server said of it; empty where it said nothing. */
  readonly contentType: string;
  readonly etag: string;
  readonly lastModified: string;
}

/** What was known of a page when it was fetched last. */
export type Known = Pick<Source, 'address' | 'etag' | 'lastModified'>;

/** By what means pages are fetched. */
export interface Means {
  readonly network: Network;
  readonly files: Files;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly userAgent: string;
}

/**
 * Fetches a page or reads a file.
 *
 * @param named What the user named, for messages.
 * @param known Default: nothing is.
 * @returns Nothing where the server says that the page is still what was known.
 * @throws BuildFailure where it cannot be had, or is no report.
 */
export type Fetch = (address: Address, named: string, known?: Known) => Promise<Source | null>;

/**
 * Fetch pages as a good guest: by leave of the host's `robots.txt`, one request after another,
 * again only where the server may answer later, and not at all what has not changed.
 */
export function fetcher(means: Means): Fetch {
  const visit = visitor(means);
  return async (address, named, known) => {
    if (address.kind === 'file') return openFile(address.path, named, means.files);
    try {
      const { url, answer } = await visit(address.url, named, known);
      if (answer.status === 304 && known) return null;
      return sourceOf(url, answer, named);
    } catch (error) {
      throw error instanceof NetworkFault
        ? new BuildFailure([object.notFetched(named, error)])
        : error;
    }
  };
}

// ---------------------------------------------------------------------------------------------
// The way to a page

/** No format may be larger. */
const MAX_BYTES = Math.max(...Array.from(EXTENSIONS, (ending) => maxBytesOf(`page${ending}`)));

/** More need not be read of it (RFC 9309, section 2.5). */
const MAX_ROBOTS_BYTES = 1_000_000;

type Visit = (
  url: string,
  named: string,
  known: Known | undefined,
) => Promise<{ readonly url: string; readonly answer: Answer }>;

function visitor({ network, now, userAgent }: Means): Visit {
  const turn = pacer({ now, pause: network.pause });
  const ask = (url: string, pause: number, more: { headers: Headers; maxBytes: number }) =>
    turn(new URL(url).host, pause, () =>
      withRetries(() => network.get({ url, ...more }), { network, now }),
    );
  const rulesOf = rulebook(userAgent, (url) =>
    ask(url, 0, { headers: {}, maxBytes: MAX_ROBOTS_BYTES }),
  );
  return (start, named, known) =>
    follow(start, {
      for: named,
      next: (location, base) => webAddress(location, { base, for: named }),
      ask: async (url) => {
        const robots = robotsOf(url);
        const rules = await rulesOf(robots);
        if (!rules?.allows(url)) throw failure(object.robotsRefused(named, robots, rules !== null));
        const headers = { accept: ACCEPT, ...(url === known?.address && conditions(known)) };
        return ask(url, rules.pause, { headers, maxBytes: MAX_BYTES });
      },
    });
}

type Headers = Readonly<Record<string, string>>;

/** Ask for a page only where it is no more what was known. */
const conditions = ({ etag, lastModified }: Known): Headers => ({
  ...(etag && { 'if-none-match': etag }),
  ...(lastModified && { 'if-modified-since': lastModified }),
});

const robotsOf = (url: string) => new URL('/robots.txt', url).href;

/** Gives the rules at an address, asking for them once. */
function rulebook(
  userAgent: string,
  ask: (url: string) => Promise<Answer>,
): (robots: string) => Promise<Rules | null> {
  const known = new Map<string, Promise<Rules | null>>();
  const read = async (robots: string) => {
    const next = (location: string, base: string) => webAddress(location, { base, for: robots });
    const { answer } = await follow(robots, { ask, next, for: robots }).catch(onTheWay(robots));
    return readRobots(robots, answer, userAgent);
  };
  return (robots) => {
    const rules = known.get(robots) ?? read(robots);
    known.set(robots, rules);
    return rules;
  };
}

/** A file that redirects lose counts as one that is not there (RFC 9309, section 2.3.1.2). */
const onTheWay = (robots: string) => (error: unknown) => {
  if (error instanceof BuildFailure) {
    return { answer: { status: 404, headers: {}, bytes: new Uint8Array() } };
  }
  if (!(error instanceof NetworkFault)) throw error;
  throw new NetworkFault(error.kind, `${error.message} at ${robots}`, { cause: error.cause });
};

// ---------------------------------------------------------------------------------------------
// What is found there

function sourceOf(url: string, { status, headers, bytes }: Answer, named: string): Source {
  if (status !== 200) throw failure(object.pageRefused(named, status));
  const contentType = headers['content-type'] ?? '';
  const ending = endingOf(contentType, url);
  if (ending === undefined || (ending !== '' && !EXTENSIONS.has(ending)))
    throw failure(object.wrongType(named, contentType, [...EXTENSIONS]));
  const file = { name: `page${ending}`, bytes };
  checkSize(file, named);
  return {
    named,
    address: url,
    file,
    contentType,
    etag: headers['etag'] ?? '',
    lastModified: headers['last-modified'] ?? '',
  };
}

async function openFile(file: string, named: string, files: Files): Promise<Source> {
  const name = path.basename(file);
  try {
    const entry = (await files.list(path.dirname(file))).find((each) => each.name === name);
    if (entry?.kind === 'folder' || entry?.kind === 'other')
      throw failure(object.notAFile(named, entry.kind));
    if (entry) checkSize({ name, bytes: { length: entry.size } }, named);
    const bytes = await files.read(file);
    return {
      named,
      address: null,
      file: { name, bytes },
      contentType: '',
      etag: '',
      lastModified: '',
    };
  } catch (error) {
    throw error instanceof BuildFailure ? error : failure(object.unreadable(named, error));
  }
}

/** Feeds are told by what they hold, so that their names tell no size. */
function checkSize(
  { name, bytes }: { readonly name: string; readonly bytes: { readonly length: number } },
  named: string,
): void {
  const limit = EXTENSIONS.has(extensionOf(name)) ? maxBytesOf(name) : MAX_BYTES;
  if (bytes.length > limit) throw failure(object.tooLarge(named, bytes.length, limit));
}

const failure = (made: VFileMessage) => new BuildFailure([made]);

/** Say that a file is neither a report nor a feed. */
export const noReport = ({ named, contentType }: Source): BuildFailure =>
  failure(object.wrongType(named, contentType, [...EXTENSIONS]));

/** Say that what should be a feed is none. */
export const noFeed = ({ named }: Source): BuildFailure => failure(object.noFeed(named));

// ---------------------------------------------------------------------------------------------
// Feeds

/** How much of a file tells whether it is a feed. */
const HEAD = 4096;

/**
 * The newest entries of a feed, as the feed gives their addresses.
 *
 * @returns Nothing where it is no feed.
 * @throws BuildFailure where it is one without entries.
 */
export function entriesOf({ file, named }: Source, limit: number): readonly string[] | null {
  const head = new TextDecoder().decode(file.bytes.subarray(0, HEAD));
  if (!isFeed(head)) return null;
  const decoded = decodePage(file);
  if ('objection' in decoded) throw failure(decoded.objection);
  return newestItems(decoded.source, { limit, file: named }).map(({ link }) => link);
}

/**
 * The address of an entry of a feed. It is one of the Web, whatever the feed says: a feed must
 * not have files of the disk added.
 *
 * @throws BuildFailure where it may not be fetched.
 */
export function entryAddress(link: string, { address }: Source): Address {
  const base = address === null ? {} : { base: address };
  return { kind: 'web', url: webAddress(link, { ...base, for: link }) };
}
