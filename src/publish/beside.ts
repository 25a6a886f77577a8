import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { outputUnwritable } from '../output-unwritable.ts';
import type { Files } from '../system/index.ts';
import type { OutputFile } from '../types.ts';

/**
 * Put files that are of no edition into a folder, each in the place of the last of its name: who reads
 * one meanwhile reads the one or the other, whole.
 *
 * @param now Milliseconds since 1970.
 * @returns A message where one cannot be written; the last of its name is then as it was.
 */
export async function putBeside(
  made: readonly OutputFile[],
  folder: string,
  files: Files,
  now: number,
): Promise<readonly VFileMessage[]> {
  const draft = path.join(folder, `.draft-${now}-${process.pid}`);
  let at = made[0]?.name ?? '';
  try {
    await files.makeFolder(draft);
    for (const { name, bytes } of made) await files.write(path.join(draft, name), bytes);
    for (const { name } of made) {
      at = name;
      await files.rename(path.join(draft, name), path.join(folder, name));
    }
    return [];
  } catch (cause) {
    return [outputUnwritable(path.join(folder, at), cause)];
  } finally {
    // What is left of it is rubbish, and harmless.
    await files.remove(draft).catch(() => undefined);
  }
}
