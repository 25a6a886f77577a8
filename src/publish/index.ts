import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { holdsAll, readManifest } from '../edition-manifest.ts';
import {
  type Before,
  EDITIONS,
  editionFolder,
  editionNumbers,
  listed,
  readRecord,
  shownNumbers,
  withdrawnList,
  withdrawnNumbers,
} from '../editions.ts';
import { outputUnwritable } from '../output-unwritable.ts';
import { type Retention, superfluous } from '../retention.ts';
import type { Files } from '../system/index.ts';
import type { OutputFile } from '../types.ts';
import { adopt } from './adopt.ts';
import { DRAFT, discard, type Place } from './draft.ts';
import { layOut, type Shown } from './lay-out.ts';
import { obstacleTo, unlinked } from './messages.ts';

export { putBeside } from './beside.ts';

/** What a killed build left is taken away an hour after its name says. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** A build that is to be published. */
export interface NewEdition {
  /** One that no edition has. */
  readonly number: number;
  /** What is shown, the manifest among it. */
  readonly files: readonly OutputFile[];
  /** What is kept beside it, and not shown. */
  readonly kept: readonly OutputFile[];
}

export interface PublishOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Which editions are kept. Default: all. */
  readonly retention?: Retention;
  /** Whether the files that are shown are links. Default: where the disk has links. */
  readonly links?: boolean | undefined;
}

/**
 * Put an edition among those of a folder, and show it in place of the last.
 *
 * It is written beside first and becomes an edition by one rename; what is shown is exchanged by
 * another. A build that fails leaves the last edition as it was; one that is killed leaves this
 * one or that, whole. Files that are of no edition are never touched.
 *
 * @returns A message where the folder cannot be written.
 */
export async function publish(
  { number, files: shown, kept }: NewEdition,
  out: string,
  files: Files,
  { now, links, retention }: PublishOptions,
): Promise<readonly VFileMessage[]> {
  const place: Place = { out, draft: draftIn(out, now), files };
  const folder = editionFolder(out, number);
  try {
    const obstacle = await obstacleTo(shown, out, files);
    if (obstacle) return [obstacle];
    await files.makeFolder(place.draft);
    for (const { name, bytes } of [...shown, ...kept]) {
      await files.write(path.join(place.draft, name), bytes);
    }
    await files.rename(place.draft, folder);
  } catch (error) {
    await discard(place.draft, place);
    return [outputUnwritable(out, error)];
  }
  try {
    const shown = await layOut(place, links);
    if (retention) await retire(retention, place);
    return told(out, shown);
  } catch (error) {
    return [outputUnwritable(out, error, await takeBack(folder, place))];
  }
}

/** Where a disk has no links, what is shown are copies: said, since nothing exchanges them at once. */
const told = (out: string, shown: Shown | null): readonly VFileMessage[] =>
  shown?.by === 'copies' && shown.asked !== true ? [unlinked(out)] : [];

/** Take a new edition back that cannot be shown. @returns Whether the last one is shown again. */
async function takeBack(folder: string, place: Place): Promise<boolean> {
  try {
    await place.files.rename(folder, place.draft);
    await layOut(place);
    return true;
  } catch {
    return false;
  } finally {
    await discard(place.draft, place);
  }
}

/**
 * Make what a folder shows follow from the editions that lie in it, whatever a killed build, a lost
 * link, or a build from before there were editions left; and tell what the next edition has to know.
 * Where that is not possible, publishing will say so.
 *
 * @param now Milliseconds since 1970.
 */
export async function openStore(out: string, files: Files, now: number): Promise<Before> {
  const place: Place = { out, draft: draftIn(out, now), files };
  try {
    const adopted = await adopt(place);
    await layOut(place, adopted || undefined);
    await removeAbandoned(place, now);
  } catch {
    // Nothing is worse than it was.
  }
  const numbers = await editionNumbers(out, files);
  const withdrawn = await withdrawnNumbers(out, files);
  const shown = numbers.filter((number) => !withdrawn.includes(number)).at(-1);
  const documents = numbers
    .filter((number) => withdrawn.includes(number))
    .map(async (number) => ({ number, document: await documentOf(number, out, files) }));
  return {
    last: shown === undefined ? null : await readRecord(out, shown, files),
    document: shown === undefined ? null : await documentOf(shown, out, files),
    withdrawn: (await Promise.all(documents)).flatMap(({ number, document }) =>
      document === null ? [] : { number, document },
    ),
    next: Math.max(0, ...numbers) + 1,
  };
}

/** The name of an edition's document; null where it is not whole. */
async function documentOf(number: number, out: string, files: Files): Promise<string | null> {
  const folder = editionFolder(out, number);
  const manifest = await readManifest(folder, files);
  return manifest && (await holdsAll(manifest, folder, files)) ? manifest.document : null;
}

/**
 * Show an edition that there is: those with a greater number are withdrawn. They stay in their
 * folders, and showing one of them again takes it off the list.
 *
 * @returns A message where the folder cannot be written.
 */
export async function show(
  number: number,
  out: string,
  files: Files,
  { now, links }: PublishOptions,
): Promise<readonly VFileMessage[]> {
  const place: Place = { out, draft: draftIn(out, now), files };
  const withdrawn = await withdrawnNumbers(out, files);
  const later = (await editionNumbers(out, files)).filter((other) => other > number);
  const list = [...new Set([...withdrawn, ...later])]
    .filter((other) => other !== number && (other < number || later.includes(other)))
    .sort((a, b) => a - b);
  try {
    if (String(list) !== String(withdrawn)) {
      await files.makeFolder(path.join(out, EDITIONS));
      await files.write(place.draft, new TextEncoder().encode(`${JSON.stringify(list)}\n`));
      await files.rename(place.draft, withdrawnList(out));
    }
    return told(out, await layOut(place, links));
  } catch (error) {
    await discard(place.draft, place);
    return [outputUnwritable(out, error)];
  }
}

/** Remove the editions that need not be kept. What is half removed is none any more. */
async function retire(rule: Retention, { out, draft, files }: Place): Promise<void> {
  const shown = await shownNumbers(out, files);
  const records = await Promise.all(shown.map((number) => readRecord(out, number, files)));
  const dated = shown.map((number, at) => ({ number, made: records[at]?.made ?? null }));
  for (const number of superfluous(dated, rule)) {
    // Editions too many hinder nobody.
    await files.rename(editionFolder(out, number), draft).catch(() => undefined);
    await discard(draft, { files });
  }
}

const draftIn = (out: string, now: number): string =>
  path.join(out, EDITIONS, `${DRAFT}${now}-${process.pid}`);

async function removeAbandoned({ out, files }: Place, now: number): Promise<void> {
  // Those in the folder itself were left by builds from before there were editions.
  for (const folder of [path.join(out, EDITIONS), out]) {
    for (const { name } of await listed(folder, files)) {
      const begun = Number(/^\.draft-(\d+)-\d+(?:-\d+)?$/u.exec(name)?.[1]);
      if (begun && now - begun > ABANDONED_AFTER_MS) {
        await files.remove(path.join(folder, name)).catch(() => undefined);
      }
    }
  }
}
