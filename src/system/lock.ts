import { type FileHandle, open, stat } from 'node:fs/promises';

/** A lock that is held. The system takes it back when the process ends, however it ends. */
export interface Lock {
  readonly release: () => Promise<void>;
}

/**
 * Lock a file, by the means of the operating system: no lock outlives the process that holds it, and
 * none depends on clocks.
 *
 * @param file Is made if it is not there, and stays.
 * @returns `held` where another holds it; `none` where neither the disk nor the system has locks.
 * @throws Error with `code` where the file cannot be made.
 */
export async function lock(file: string): Promise<Lock | 'held' | 'none'> {
  const handle = await open(file, 'a');
  const got = await tryLock(handle);
  // Whoever held it may have taken the file away, and another made it anew.
  if (got === true && (await isAt(file, handle))) return { release: () => handle.close() };
  await handle.close();
  return got === undefined ? 'none' : 'held';
}

async function isAt(file: string, handle: FileHandle): Promise<boolean> {
  const [there, ours] = [await stat(file).catch(() => undefined), await handle.stat()];
  return there?.ino === ours.ino && there.dev === ours.dev;
}

async function tryLock({ fd }: FileHandle): Promise<boolean | undefined> {
  try {
    // A part of it is made for each system; where there is none, loading it fails.
    const { tryLock: lockFile } = await import('fs-native-extensions');
    return lockFile(fd);
  } catch {
    return undefined;
  }
}
