import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { BuildFailure, message } from './messages.ts';
import { outputUnwritable } from './output-unwritable.ts';
import type { Lock, System } from './system/index.ts';

/** Name of the file in the output folder that is locked. */
const LOCK = '.lock';

/** How often it is asked whether the folder is free, in milliseconds. */
const AGAIN_AFTER_MS = 200;

/** How long it is asked, in milliseconds: longer than any build should take. */
const PATIENCE_MS = 10 * 60 * 1000;

export interface LockedOptions {
  /** In milliseconds. Default: ten minutes. */
  readonly patience?: number | undefined;
  /** Told once, where somebody else is at work. */
  readonly onWait?: (() => void) | undefined;
}

/**
 * Do something with an output folder while nobody else does.
 *
 * @param work Is given what is to be said where the folder cannot be locked.
 * @throws BuildFailure where somebody else is at work for too long, or the folder cannot be written.
 */
export async function whileLocked<T>(
  out: string,
  system: Pick<System, 'files' | 'lock' | 'sleep'>,
  options: LockedOptions,
  work: (messages: readonly VFileMessage[]) => Promise<T>,
): Promise<T> {
  const { files } = system;
  const wasThere = await isThere(out, files);
  const lock = await waitFor(out, system, options);
  try {
    return await work(lock ? [] : [unlockable(out)]);
  } finally {
    // While it is held: whoever waits for it sees that it is no longer at its place, and makes it anew.
    await files.remove(path.join(out, LOCK)).catch(() => undefined);
    if (!wasThere) await removeEmpty(out, files);
    await lock?.release();
  }
}

const isThere = (folder: string, files: System['files']): Promise<boolean> =>
  files.list(folder).then(
    () => true,
    () => false,
  );

/** Leave nothing behind where nothing was made. */
async function removeEmpty(out: string, files: System['files']): Promise<void> {
  const entries = await files.list(out).catch(() => null);
  if (entries?.length === 0) await files.remove(out).catch(() => undefined);
}

async function waitFor(
  out: string,
  { files, lock, sleep }: Pick<System, 'files' | 'lock' | 'sleep'>,
  { patience = PATIENCE_MS, onWait }: LockedOptions,
): Promise<Lock | null> {
  try {
    await files.makeFolder(out);
    for (let waited = 0; ; waited += AGAIN_AFTER_MS) {
      const got = await lock(path.join(out, LOCK));
      if (got === 'none') return null;
      if (got !== 'held') return got;
      if (waited >= patience) throw new BuildFailure([locked(out)]);
      if (waited === 0) onWait?.();
      await sleep(AGAIN_AFTER_MS);
    }
  } catch (error) {
    if (error instanceof BuildFailure) throw error;
    throw new BuildFailure([outputUnwritable(out, error)]);
  }
}

const locked = (out: string): VFileMessage =>
  message({
    rule: 'output-locked',
    file: out,
    found: 'other build that is still at work there',
    expected: 'one at a time',
    advice: 'wait for it, or end it; a build that was killed holds nothing',
  });

const unlockable = (out: string): VFileMessage =>
  message({
    rule: 'output-unlocked',
    file: out,
    found: 'system or disk without locks',
    expected: 'one that has them',
    advice: 'see to it yourself that two builds never publish to it at once',
  });
