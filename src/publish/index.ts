import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { z } from 'zod';
import { describeDiskError } from '../disk-errors.ts';
import { message } from '../messages.ts';
import type { Files } from '../system/index.ts';
import type { OutputFile } from '../types.ts';
import { fileName, filesIn, type Place, parsed, prepare, settle, Unfinished } from './journal.ts';

/** Name of the file that lists the others. */
export const MANIFEST = 'manifest.json';

/** What lies here, an hour after its name says, was left by a killed build. */
const DRAFT = '.draft-';
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Put the files of an edition into the output folder, in place of the last edition's.
 *
 * Everything is written beside first, then put in place by renames. A build that fails leaves the
 * last edition as it was; one that is killed among the renames is finished by the next. Files
 * that are of no edition are never touched.
 *
 * @param now Milliseconds since 1970.
 * @returns A message where the folder cannot be written.
 */
export async function publish(
  edition: readonly OutputFile[],
  out: string,
  files: Files,
  now: number,
): Promise<readonly VFileMessage[]> {
  const place = placeOf(out, files, now);
  try {
    await files.makeFolder(out);
    await settle(place);
    await removeAbandoned(place, now);
    const obstacle = await obstacleTo(edition, out, files);
    if (obstacle) return [obstacle];
    await prepare(manifestLast(edition), await oldEdition(edition, out, files), place);
    await settle(place);
    return [];
  } catch (error) {
    await files.remove(place.draft).catch(() => undefined);
    return [unwritable(out, error)];
  }
}

/**
 * Carry on with what a killed build was doing to the output folder, so that an edition lies there
 * whole even if this build gets no further. Where that is not possible, publishing will say so.
 */
export async function mend(out: string, files: Files, now: number): Promise<void> {
  await settle(placeOf(out, files, now)).catch(() => undefined);
}

const placeOf = (out: string, files: Files, now: number): Place => ({
  out,
  draft: path.join(out, `${DRAFT}${now}-${process.pid}`),
  files,
});

/** Whoever reads the manifest finds the files that it lists. */
const manifestLast = (edition: readonly OutputFile[]): readonly OutputFile[] => [
  ...edition.filter(({ name }) => name !== MANIFEST),
  ...edition.filter(({ name }) => name === MANIFEST),
];

/** Names of the files that make way: those of the last edition, and those with our names. */
async function oldEdition(
  edition: readonly OutputFile[],
  out: string,
  files: Files,
): Promise<readonly string[]> {
  const there = await filesIn(out, files);
  const listed = there.includes(MANIFEST)
    ? listedIn(await files.read(path.join(out, MANIFEST)))
    : [];
  const ours = new Set([...listed, ...edition.map(({ name }) => name), MANIFEST]);
  return there.filter((name) => ours.has(name));
}

const manifestSchema = z.object({ outputs: z.array(z.unknown()) });
const outputSchema = z.object({ file: fileName });

/** Names of the files that a manifest lists; none where it is not to be trusted. */
function listedIn(manifest: Uint8Array): readonly string[] {
  const { outputs } = manifestSchema.catch({ outputs: [] }).parse(parsed(manifest));
  return outputs.flatMap((output) => outputSchema.safeParse(output).data?.file ?? []);
}

async function removeAbandoned({ out, files }: Place, now: number): Promise<void> {
  for (const { name } of await files.list(out)) {
    const begun = Number(/^\.draft-(\d+)-\d+$/u.exec(name)?.[1]);
    // Rubbish that cannot be removed hinders nobody.
    if (begun && now - begun > ABANDONED_AFTER_MS)
      await files.remove(path.join(out, name)).catch(() => undefined);
  }
}

// ---------------------------------------------------------------------------------------------
// Messages

/** A folder, a device or a link in the place of one of our files: it is not ours to remove. */
async function obstacleTo(
  edition: readonly OutputFile[],
  out: string,
  files: Files,
): Promise<VFileMessage | undefined> {
  const ours = new Set([...edition.map(({ name }) => name), MANIFEST]);
  const found = (await files.list(out)).find(({ name, kind }) => ours.has(name) && kind !== 'file');
  if (!found) return undefined;
  return message({
    rule: 'output-unwritable',
    file: path.join(out, found.name),
    found: OBSTACLES[found.kind] ?? found.kind,
    expected: 'a file of the last edition, or nothing',
    advice: 'move it away, or name another folder with --out',
  });
}

const OBSTACLES: Readonly<Record<string, string>> = {
  folder: 'folder',
  outside: 'link that leads out of the folder, or nowhere',
  other: 'device or pipe',
};

function unwritable(out: string, error: unknown): VFileMessage {
  const unfinished = error instanceof Unfinished;
  const cause = unfinished ? error.cause : error;
  return message({
    rule: 'output-unwritable',
    file: out,
    found: describeDiskError(cause),
    expected: 'a folder that can be written',
    advice: unfinished
      ? 'parts of two editions lie there now; once it can be written, the next build mends that'
      : 'check its permissions and the free space, or name another with --out',
    cause,
  });
}
