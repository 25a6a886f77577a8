import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { message } from '../messages.ts';
import type { Files } from '../system/index.ts';
import type { OutputFile } from '../types.ts';

/** Name of the file that lists the others. */
export const MANIFEST = 'manifest.json';

/** Complete and about to be put in place. What lies here is put in place, whatever happens. */
const READY = '.ready';
/** Not complete. What lies here, an hour after its name says, was left by a killed build. */
const DRAFT = '.draft-';
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Put the files of an edition into the output folder, in place of the last edition's.
 *
 * Everything is written beside first. One rename then decides that the edition is complete; a
 * build that is killed before it leaves the last edition as it was, and one that is killed after
 * it is finished by the next.
 *
 * @param now Milliseconds since 1970.
 * @returns A message where the folder cannot be written; nothing is changed then.
 */
export async function publish(
  edition: readonly OutputFile[],
  out: string,
  files: Files,
  now: number,
): Promise<readonly VFileMessage[]> {
  const draft = path.join(out, `${DRAFT}${now}-${process.pid}`);
  try {
    await files.makeFolder(out);
    await finish(out, files);
    await removeAbandoned(out, files, now);
    await files.makeFolder(draft);
    for (const { name, bytes } of edition) await files.write(path.join(draft, name), bytes);
    await files.rename(draft, path.join(out, READY));
    await finish(out, files);
    return [];
  } catch (error) {
    await files.remove(draft).catch(() => undefined);
    return [unwritable(out, error)];
  }
}

/** Put what is ready in place, and remove what only the last edition had. */
async function finish(out: string, files: Files): Promise<void> {
  const ready = path.join(out, READY);
  const entries = await files.list(out);
  if (!entries.some(({ name, kind }) => name === READY && kind === 'folder')) return;
  const names = (await files.list(ready)).map(({ name }) => name);
  const before = await filesOf(path.join(out, MANIFEST), files);
  for (const name of names.filter((name) => name !== MANIFEST)) {
    await files.rename(path.join(ready, name), path.join(out, name));
  }
  // The manifest last: until it is there, what to remove is known from the old one.
  const current = await filesOf(path.join(ready, MANIFEST), files);
  for (const name of before.filter((old) => !current.includes(old))) {
    await files.remove(path.join(out, name));
  }
  if (names.includes(MANIFEST)) {
    await files.rename(path.join(ready, MANIFEST), path.join(out, MANIFEST));
  }
  await files.remove(ready);
}

/** Names of the files that a manifest lists; none where there is no manifest that can be read. */
async function filesOf(manifest: string, files: Files): Promise<readonly string[]> {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(await files.read(manifest)));
    const outputs =
      typeof parsed === 'object' && parsed && 'outputs' in parsed ? parsed.outputs : [];
    if (!Array.isArray(outputs)) return [];
    // A name with a folder in it could lead anywhere; ours have none.
    return outputs.flatMap(({ file }) =>
      typeof file === 'string' && path.basename(file) === file ? [file] : [],
    );
  } catch {
    return [];
  }
}

async function removeAbandoned(out: string, files: Files, now: number): Promise<void> {
  for (const { name } of await files.list(out)) {
    const begun = Number(/^\.draft-(\d+)-\d+$/u.exec(name)?.[1]);
    if (begun && now - begun > ABANDONED_AFTER_MS) await files.remove(path.join(out, name));
  }
}

function unwritable(out: string, error: unknown): VFileMessage {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return message({
    rule: 'output-unwritable',
    file: out,
    found: `error ${code}`,
    expected: 'a folder that can be written',
    advice: 'check its permissions and the free space, or name another with --out',
    cause: error,
  });
}
