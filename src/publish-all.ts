import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { heldByOne, manyBriefings, OVERVIEW, publishedIn } from './briefings.ts';
import { FEEDS, listed } from './editions.ts';
import { BuildFailure } from './messages.ts';
import { outputUnwritable } from './output-unwritable.ts';
import { putBeside } from './publish/index.ts';
import { type PublishToOptions, publishTo } from './publish-to.ts';
import type { Files, System } from './system/index.ts';
import type { OutputFile } from './types.ts';

export interface PublishAllOptions extends Pick<PublishToOptions, 'links'> {
  /** The output folder that many briefings were published to, each in a folder of its own. */
  readonly out: string;
  /** The folder that they are copied to, each under its name. */
  readonly to: string;
  /** Told the folder where another is at work, and waited for. */
  readonly onWait?: (folder: string) => void;
}

/** What the folders of many briefings show now. */
export interface AllPublished {
  /** In the order of their names; the number is null where it failed. */
  readonly briefings: readonly { readonly name: string; readonly number: number | null }[];
  /** Failures too: one briefing hides none of the others. */
  readonly messages: readonly VFileMessage[];
}

/**
 * Copy the edition that each of many briefings shows to another folder, and show it there; then the page
 * over all and its feeds, which so lead to nothing that is not there yet.
 *
 * @throws BuildFailure where none can be tried.
 */
export async function publishAllTo(
  options: PublishAllOptions,
  system: System,
): Promise<AllPublished> {
  const { out, to } = options;
  const { files } = system;
  const names = (await publishedIn(out, files)) ?? [];
  const objections = await heldByOne(to, '--to', files);
  if (objections.length > 0) throw new BuildFailure(objections);
  const results: (AllPublished['briefings'][number] & Pick<AllPublished, 'messages'>)[] = [];
  for (const name of names) results.push({ name, ...(await publishOne(name, options, system)) });
  const beside = path.relative(out, to) === '' ? [] : await besideIn(out, files);
  const over = beside.length > 0 ? await putBeside(beside, to, files, system.now()) : [];
  return {
    briefings: results.map(({ name, number }) => ({ name, number })),
    messages: [...results.flatMap(({ messages }) => messages), ...over],
  };
}

async function publishOne(
  name: string,
  { out, to, links, onWait }: PublishAllOptions,
  system: System,
): Promise<{ readonly number: number | null; readonly messages: readonly VFileMessage[] }> {
  const target = path.join(to, name);
  try {
    const many = await publishedIn(target, system.files);
    if (many) throw new BuildFailure([manyBriefings(target, { names: many, refused: [] })]);
    const places = { out: path.join(out, name), to: target };
    return await publishTo({ ...places, links, onWait: () => onWait?.(target) }, system);
  } catch (error) {
    if (error instanceof BuildFailure) return { number: null, messages: error.messages };
    // What is no refusal of the disk is a bug.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { number: null, messages: [outputUnwritable(target, error)] };
  }
}

/** The page over all briefings and the feeds over all, as they lie there. */
async function besideIn(out: string, files: Files): Promise<readonly OutputFile[]> {
  const there = await listed(out, files);
  const names = [...FEEDS, OVERVIEW].filter((wanted) =>
    there.some(({ name, kind }) => name === wanted && kind === 'file'),
  );
  return Promise.all(
    names.map(async (name) => ({ name, bytes: await files.read(path.join(out, name)) })),
  );
}
