import type { VFileMessage } from 'vfile-message';
import { briefingsIn, manyBriefings } from './briefings.ts';
import { openDocument } from './documents/index.ts';
import {
  type Address,
  addressOf,
  entriesOf,
  entryAddress,
  type Fetch,
  fetcher,
  noFeed,
  noReport,
  type Source,
} from './fetch/index.ts';
import {
  checkRecords,
  type Kept,
  keep,
  keyOf,
  type LeftAlone,
  lastFetched,
  leftAlone,
  type Place,
  recall,
} from './keep/index.ts';
import { BuildFailure, isFatal } from './messages.ts';
import { normalize } from './normalize/index.ts';
import { readAlone, undated } from './read/index.ts';
import type { System } from './system/index.ts';

export interface AddOptions {
  /** Addresses of the Web, or paths of files: reports or feeds. */
  readonly addresses: readonly (string | Wanted)[];
  /** The folder of the reports. */
  readonly folder: string;
  /** How many of the newest entries of a feed are added. Default: 10. */
  readonly limit?: number | undefined;
  /** Whether addresses of this machine and of the networks it stands in may be fetched. Default: no. */
  readonly allowPrivate?: boolean | undefined;
  /**
   * Whether feeds are asked again and again, and nobody looks on. Then what is no feed is not added,
   * and a report that its editor took out or changed stays so. Default: no.
   */
  readonly polled?: boolean | undefined;
  /** Version of the program, which it presents itself with. */
  readonly version: string;
  /** Told each address before it is fetched. */
  readonly onAddress?: (address: string) => void;
}

/** An address with a limit of its own. */
export interface Wanted {
  readonly address: string;
  /** Default: that of all. */
  readonly limit?: number | undefined;
}

/** What was made of one address. */
export interface Addition {
  /** As the user, or a feed, named it. */
  readonly address: string;
  readonly outcome: Kept['outcome'] | LeftAlone['outcome'] | 'failed';
  /** Name of the report's file in the folder; null where it failed or is there no more. */
  readonly file: string | null;
}

export interface Additions {
  /** In order; the entries of a feed in its place. */
  readonly additions: readonly Addition[];
  /** Failures too: one address hides none of the others. */
  readonly messages: readonly VFileMessage[];
}

const LIMIT = 10;

/** Everything that one address needs. */
interface Run {
  readonly fetch: Fetch;
  readonly place: Place;
  readonly limit: number;
  readonly polled: boolean;
  readonly now: () => number;
  readonly onAddress: (address: string) => void;
}

/** Fetch reports, and put them into the folder of the reports, each as a Markdown file. */
export async function add(options: AddOptions, system: System): Promise<Additions> {
  const { files, now } = system;
  // A report in their midst would make one briefing of all, without any of them.
  const many = await briefingsIn(options.folder, files);
  if (many) return { additions: [], messages: [manyBriefings(options.folder, many)] };
  const userAgent = `Synoptic/${options.version}`;
  const allowPrivate = options.allowPrivate ?? false;
  const network = await system.openNetwork({ userAgent, allowPrivate });
  const run: Run = {
    fetch: fetcher({ network, files, now, userAgent }),
    place: { folder: options.folder, files },
    limit: options.limit ?? LIMIT,
    polled: options.polled ?? false,
    now,
    onAddress: options.onAddress ?? (() => undefined),
  };
  try {
    const results: Additions[] = [];
    for (const wanted of options.addresses) {
      const { address: named, limit = run.limit } =
        typeof wanted === 'string' ? { address: wanted } : wanted;
      results.push(await addOne(named, () => addressOf(named), { ...run, limit, inFeed: false }));
    }
    const unusable = { additions: [], messages: await checkRecords(run.place) };
    return together([unusable, ...results]);
  } finally {
    await network.close();
  }
}

/** Add a report, or those of a feed. A failure is a message. */
async function addOne(
  named: string,
  addressNamed: () => Address,
  run: Run & { readonly inFeed: boolean },
): Promise<Additions> {
  run.onAddress(named);
  try {
    const address = addressNamed();
    const key = keyOf(address, run.place.folder);
    const earlier = await recall(key, run.place);
    const left = run.polled && leftAlone(earlier);
    if (left) return done(named, left);
    const source = await run.fetch(address, named, lastFetched(earlier));
    if (!source) return done(named, { outcome: 'unchanged', file: earlier?.record.report });
    const entries = entriesOf(source, run.limit);
    if (entries && !run.inFeed) return addEntries(entries, source, run);
    if (entries) throw noReport(source);
    if (run.polled && !run.inFeed) throw noFeed(source);

    const { report, normalized, messages } = await readSource(source);
    const known = earlier ?? (await recall(source.address ?? key, run.place));
    const leftThere = run.polled && leftAlone(known);
    if (leftThere) return done(named, leftThere);
    const retrieved = new Date(run.now()).toISOString().replace(/\.\d+Z$/u, 'Z');
    const kept = await keep({ source, report, normalized, key, retrieved }, known, run.place);
    return done(named, kept, [...messages, ...kept.messages]);
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    return done(named, { outcome: 'failed' }, error.messages);
  }
}

/** Add each entry of a feed like a page. One that is a feed itself is none. */
async function addEntries(links: readonly string[], feed: Source, run: Run): Promise<Additions> {
  const results: Additions[] = [];
  for (const link of links) {
    results.push(await addOne(link, () => entryAddress(link, feed), { ...run, inFeed: true }));
  }
  return together(results);
}

/** Open and read what was fetched. Messages speak of it as the user does. */
async function readSource(source: Source) {
  const opened = await openDocument(source.file);
  const read = opened.content && readAlone(opened.content);
  const normalized = read && normalize(read.report);
  const said = [...opened.messages, ...(read?.messages ?? [])];
  const messages = [...said, ...undated(normalized ? [normalized] : [], said)]
    // Servers call pages many things; nobody is to rename an address.
    .filter(({ ruleId }) => source.address === null || ruleId !== 'content-other');
  for (const made of messages) made.file = source.named;
  if (messages.some(isFatal)) throw new BuildFailure(messages);
  if (!read || !normalized) throw noReport(source);
  return { report: read.report, normalized, messages };
}

const done = (
  address: string,
  { outcome, file = null }: { outcome: Addition['outcome']; file?: string | undefined | null },
  messages: readonly VFileMessage[] = [],
): Additions => ({ additions: [{ address, outcome, file }], messages });

const together = (results: readonly Additions[]): Additions => ({
  additions: results.flatMap(({ additions }) => additions),
  messages: results.flatMap(({ messages }) => messages),
});
