import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { isWhole, namesListed } from './edition-manifest.ts';
import {
  editionFolder,
  editionNumbers,
  listed,
  MANIFEST,
  shownNumbers,
  withdrawnNumbers,
} from './editions.ts';
import { whileLocked } from './locked.ts';
import { BuildFailure, isFatal, message } from './messages.ts';
import { openStore, publish, show } from './publish/index.ts';
import { sha256 } from './sha256.ts';
import type { Files, System } from './system/index.ts';
import type { OutputFile } from './types.ts';

export interface PublishToOptions {
  /** The output folder that has the edition. */
  readonly out: string;
  /** The folder that it is copied to, where editions lie as in `out`; `out` itself to copy nothing. */
  readonly to: string;
  /** Its number. Default: that of the one that is shown. */
  readonly number?: number | undefined;
  /** Go back, in `to`, to the edition before the one that is shown there; nothing is copied. */
  readonly back?: boolean | undefined;
  /** Whether what is shown are links. Default: where the disk has links. */
  readonly links?: boolean | undefined;
  /** Told where another is at work in the folder, and waited for. */
  readonly onWait?: () => void;
}

/** What a folder shows now. */
export interface Published {
  readonly number: number;
  readonly messages: readonly VFileMessage[];
}

/** Name of the list of checksums, as `sha256sum --check` reads it. */
const CHECKSUMS = 'SHA256SUMS';

/**
 * Copy an edition to another folder, with those before it, and show it there; or go back there to an
 * earlier one. What was withdrawn there comes back only where it is asked for by its number.
 *
 * @throws BuildFailure where there is no such edition, it is not whole, or the folder cannot be
 *   written; what that shows is then as it was.
 */
export async function publishTo(options: PublishToOptions, system: System): Promise<Published> {
  const { to, back } = options;
  const { files } = system;
  return whileLocked(to, system, options, async (said) => {
    await openStore(to, files, system.now());
    const at = { now: system.now(), links: options.links };
    const number = back ? await before(to, files) : await numberIn(options, files);
    if (await staysWithdrawn(number, options, files)) {
      const shown = (await shownNumbers(to, files)).at(-1) ?? number;
      return { number: shown, messages: [...said, withdrawnThere(to, number, shown)] };
    }
    const copied = back ? [] : await copyUpTo(number, options, files, at);
    const messages = [...said, ...copied, ...(await show(number, to, files, at))];
    if (messages.some(isFatal)) throw new BuildFailure(messages);
    return { number, messages };
  });
}

/** Whether an edition was withdrawn there, and nobody asks for it by its number. */
async function staysWithdrawn(
  number: number,
  { out, to, number: asked }: PublishToOptions,
  files: Files,
): Promise<boolean> {
  if (asked !== undefined || path.relative(out, to) === '') return false;
  return (await withdrawnNumbers(to, files)).includes(number);
}

type Showing = { readonly now: number; readonly links: boolean | undefined };

/** Copy an edition, and behind it those before it, to which feeds lead and one may go back. */
async function copyUpTo(
  number: number,
  { out, to }: PublishToOptions,
  files: Files,
  at: Showing,
): Promise<readonly VFileMessage[]> {
  if (path.relative(out, to) === '') return [];
  const messages = [...(await copy({ out, to, number }, files, at))];
  const earlier = (await shownNumbers(out, files)).filter((other) => other < number);
  for (const other of messages.some(isFatal) ? [] : earlier) {
    // What is damaged is no loss: nobody goes back to it.
    if (!(await isWhole(editionFolder(out, other), files))) continue;
    messages.push(...(await copy({ out, to, number: other }, files, at)));
  }
  return messages;
}

/** The number of the edition that was shown before the one that is. */
async function before(to: string, files: Files): Promise<number> {
  const number = (await shownNumbers(to, files)).at(-2);
  if (number === undefined) throw new BuildFailure([noEarlier(to)]);
  return number;
}

async function numberIn({ out, number }: PublishToOptions, files: Files): Promise<number> {
  const numbers = await editionNumbers(out, files);
  const wanted = number ?? (await shownNumbers(out, files)).at(-1);
  if (wanted === undefined || !numbers.includes(wanted)) {
    throw new BuildFailure([unknown(out, wanted, numbers)]);
  }
  if (!(await isWhole(editionFolder(out, wanted), files))) {
    throw new BuildFailure([damaged(out, wanted)]);
  }
  return wanted;
}

interface Copying {
  readonly out: string;
  readonly to: string;
  readonly number: number;
}

/** Copy an edition that is not there yet. */
async function copy(
  { out, to, number }: Copying,
  files: Files,
  at: Showing,
): Promise<readonly VFileMessage[]> {
  const [from, target] = [editionFolder(out, number), editionFolder(to, number)];
  if ((await editionNumbers(to, files)).includes(number)) {
    return (await isSame(from, target, files)) ? [] : [other(to, number)];
  }
  const all = await filesIn(from, files);
  const shown = await namesListed(from, files);
  const isShown = ({ name }: OutputFile) => name === MANIFEST || shown.includes(name);
  const kept = [...all.filter((file) => !isShown(file)), checksumsOf(all)];
  return publish({ number, files: all.filter(isShown), kept }, to, files, at);
}

async function filesIn(folder: string, files: Files): Promise<readonly OutputFile[]> {
  const entries = (await listed(folder, files)).filter(
    ({ name, kind }) => kind === 'file' && name !== CHECKSUMS,
  );
  return Promise.all(
    entries.map(async ({ name }) => ({ name, bytes: await files.read(path.join(folder, name)) })),
  );
}

const checksumsOf = (all: readonly OutputFile[]): OutputFile => ({
  name: CHECKSUMS,
  bytes: new TextEncoder().encode(
    all.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join(''),
  ),
});

/** Whether two folders hold the same edition: what one shows is what the other shows. */
async function isSame(a: string, b: string, files: Files): Promise<boolean> {
  const [here, there] = await Promise.all(
    [a, b].map(async (folder) => sha256(await files.read(path.join(folder, MANIFEST)))),
  );
  return here === there && (await isWhole(b, files));
}

// ---------------------------------------------------------------------------------------------
// Messages

const noEarlier = (file: string): VFileMessage =>
  message({
    rule: 'edition-unknown',
    file,
    found: 'no edition before the one that is shown',
    expected: 'one to go back to',
    advice: 'it stays; see synoptic status',
  });

function unknown(
  file: string,
  wanted: number | undefined,
  numbers: readonly number[],
): VFileMessage {
  const there = numbers.length > 0 ? `one of ${numbers.join(', ')}` : 'a folder with editions';
  return message({
    rule: 'edition-unknown',
    file,
    found: wanted === undefined ? 'folder without an edition' : `edition ${wanted}`,
    expected: there,
    advice: 'build first, or name one that there is',
  });
}

const withdrawnThere = (file: string, number: number, shown: number): VFileMessage =>
  message({
    rule: 'edition-withdrawn',
    file,
    found: `edition ${number}, which was withdrawn there`,
    expected: 'one that was not',
    advice: `edition ${shown} stays; show it again with --edition ${number}`,
  });

const damaged = (out: string, number: number): VFileMessage =>
  message({
    rule: 'edition-damaged',
    file: editionFolder(out, number),
    found: 'files that are not as its manifest says',
    expected: 'an edition that is whole',
    advice: 'nothing was published; build anew, or publish another with --edition',
  });

const other = (to: string, number: number): VFileMessage =>
  message({
    rule: 'edition-taken',
    file: editionFolder(to, number),
    found: `another edition ${number}`,
    expected: 'the same, or none',
    advice:
      'editions are never written over: publish to a folder of its own, or give the next a greater number with "edition" in briefing.yaml',
  });
