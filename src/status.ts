import path from 'node:path';
import { publishedIn } from './briefings.ts';
import { isWhole } from './edition-manifest.ts';
import { editionFolder, editionNumbers, readRecord, withdrawnNumbers } from './editions.ts';
import type { Files } from './system/index.ts';

/** An edition of an output folder. */
export interface EditionStatus {
  readonly number: number;
  /** `shown`: what the folder shows; `withdrawn`: it was, and is no more. */
  readonly state: 'shown' | 'earlier' | 'withdrawn';
  /** Whether its files are as its manifest says. */
  readonly whole: boolean;
  /** ISO 8601 in UTC; null where nothing is known of it. */
  readonly made: string | null;
  readonly title: string | null;
  readonly reports: number | null;
  readonly facts: number | null;
}

/** How an output folder stands. */
export interface Status {
  /** Whether what it shows is the edition that it should show, whole. */
  readonly whole: boolean;
  /** The number of the edition that is shown; null where there is none. */
  readonly shown: number | null;
  /** In order of their numbers. */
  readonly editions: readonly EditionStatus[];
}

/** Tell how an output folder stands. Nothing is written, and no build is waited for. */
export async function statusOf(out: string, files: Files): Promise<Status> {
  const numbers = await editionNumbers(out, files);
  const withdrawn = await withdrawnNumbers(out, files);
  const shown = numbers.filter((number) => !withdrawn.includes(number)).at(-1) ?? null;
  const editions = await Promise.all(
    numbers.map(async (number): Promise<EditionStatus> => {
      const record = await readRecord(out, number, files);
      const earlier = withdrawn.includes(number) ? 'withdrawn' : 'earlier';
      return {
        number,
        state: number === shown ? 'shown' : earlier,
        whole: await isWhole(editionFolder(out, number), files),
        made: record?.made ?? null,
        title: record?.title ?? null,
        reports: record?.reports.length ?? null,
        facts: record?.facts.length ?? null,
      };
    }),
  );
  const isShown = editions.some(({ state, whole }) => state === 'shown' && whole);
  return { whole: isShown && (await isWhole(out, files)), shown, editions };
}

/** How one briefing of many stands. */
export interface BriefingStatus extends Status {
  /** Name of the folder that it is published to. */
  readonly name: string;
}

/** How an output folder of many briefings stands. */
export interface AllStatus {
  /** Whether each shows what it should show, whole. */
  readonly whole: boolean;
  /** In the order of their names. */
  readonly briefings: readonly BriefingStatus[];
}

/**
 * Tell how an output folder of many briefings stands. One that cannot be read is not whole, and hides
 * none of the others.
 *
 * @returns Null where one briefing was published to it, or none.
 */
export async function statusOfAll(out: string, files: Files): Promise<AllStatus | null> {
  const names = await publishedIn(out, files);
  if (!names) return null;
  const briefings = await Promise.all(
    names.map(async (name): Promise<BriefingStatus> => {
      const status = await statusOf(path.join(out, name), files).catch(() => UNREAD);
      return { name, ...status };
    }),
  );
  return { whole: briefings.every(({ whole }) => whole), briefings };
}

const UNREAD: Status = { whole: false, shown: null, editions: [] };
