import path from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { diff } from './diff/index.ts';
import { namesListed } from './edition-manifest.ts';
import {
  EDITIONS,
  editionName,
  FEED_TABLE,
  readIfThere,
  readRecord,
  shownNumbers,
} from './editions.ts';
import { type FeedEdition, feedsOf } from './feed/index.ts';
import { FORMAT_TABLE } from './formats.ts';
import type { Files } from './system/index.ts';
import type { EditionRecord, OutputFile } from './types.ts';

/** So many editions a feed tells of: readers keep those before. */
const LONGEST = 30;

/** Name of the page in the folder of an edition. */
const PAGE = FORMAT_TABLE.html.file;

const [ATOM, JSON_FEED] = [FEED_TABLE.atom.file, FEED_TABLE.json.file];

export interface FeedSetting {
  /** The output folder. */
  readonly out: string;
  /** The address that it is published at; relative links where it is not known. */
  readonly address: string | undefined;
  /** BCP 47 tag. */
  readonly language: string;
  /** Version of the program. */
  readonly version: string;
}

/** An edition that is about to be shown. */
export interface Coming {
  readonly record: EditionRecord;
  /** Names of its files. */
  readonly names: readonly string[];
}

/** Make the feeds of a briefing, as they stand once an edition is shown. */
export async function feedsWith(
  { record, names }: Coming,
  setting: FeedSetting,
  files: Files,
): Promise<readonly OutputFile[]> {
  const earlier = await editionsIn(setting.out, '', files);
  const last = earlier.at(-1);
  const editions: readonly FeedEdition[] = [
    ...earlier,
    {
      record,
      changes: last ? diff(last.record, record) : null,
      page: names.includes(PAGE) ? pageOf('', record.number) : null,
    },
  ];
  return feedFiles(editions.slice(-LONGEST), { ...setting, hasPage: names.includes(PAGE) }, files);
}

/** Make the feeds of many briefings, each published to a folder of its own in the output folder. */
export async function feedsOver(
  names: readonly string[],
  setting: FeedSetting & { readonly title: string },
  files: Files,
): Promise<readonly OutputFile[]> {
  const { out } = setting;
  const all = await Promise.all(names.map((name) => editionsIn(path.join(out, name), name, files)));
  const newest = all
    .flat()
    .sort(({ record: a }, { record: b }) => Date.parse(a.made) - Date.parse(b.made))
    .slice(-LONGEST);
  return newest.length === 0 ? [] : feedFiles(newest, { ...setting, hasPage: true }, files);
}

/** The last editions that a folder showed, in order, each with what was new in it. */
async function editionsIn(
  out: string,
  prefix: string,
  files: Files,
): Promise<readonly FeedEdition[]> {
  const numbers = (await shownNumbers(out, files)).slice(-LONGEST);
  const records = await Promise.all(numbers.map((number) => readRecord(out, number, files)));
  const known = records.filter((record) => record !== null);
  return Promise.all(
    known.map(async (record, at) => {
      const before = known[at - 1];
      const folder = path.join(out, EDITIONS, editionName(record.number));
      const hasPage = (await namesListed(folder, files)).includes(PAGE);
      return {
        record,
        changes: before ? diff(before, record) : null,
        page: hasPage ? pageOf(prefix, record.number) : null,
      };
    }),
  );
}

const pageOf = (prefix: string, number: number): string =>
  path.posix.join(prefix, EDITIONS, editionName(number), PAGE);

interface FeedMaking extends FeedSetting {
  readonly title?: string;
  /** Whether a page stands beside the feeds. */
  readonly hasPage: boolean;
}

async function feedFiles(
  editions: readonly FeedEdition[],
  { out, address, hasPage, ...setting }: FeedMaking,
  files: Files,
): Promise<readonly OutputFile[]> {
  const { atom, json } = feedsOf(editions, {
    ...setting,
    base: address,
    id: await idIn(path.join(out, ATOM), files),
    files: { atom: ATOM, json: JSON_FEED },
    page: hasPage ? PAGE : null,
  });
  const encoder = new TextEncoder();
  return [
    { name: ATOM, bytes: encoder.encode(atom) },
    { name: JSON_FEED, bytes: encoder.encode(json) },
  ];
}

/** The name of a feed that lies there already: it keeps it for as long as it is published. */
async function idIn(file: string, files: Files): Promise<string | undefined> {
  try {
    const bytes = await readIfThere(file, files);
    return bytes ? parseAtomFeed(new TextDecoder().decode(bytes)).id : undefined;
  } catch {
    return undefined;
  }
}
