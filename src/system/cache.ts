import { lstat, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * The folder for what can be made again: that of the user, or which `SYNOPTIC_CACHE` names.
 *
 * Root's own home is closed to the unprivileged user that the browser runs as, so root's cache
 * is the system's; it can be read by all and written by root alone.
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const chosen = environment['SYNOPTIC_CACHE'];
  if (chosen) return path.resolve(chosen);
  if (isRoot()) return '/var/cache/synoptic';
  return path.join(environment['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'synoptic');
}

const isRoot = () => process.getuid?.() === 0;
/** Mode of folders in it. */
export const folderMode = () => (isRoot() ? 0o755 : 0o700);

/** @throws Error when the folder is not there, or others could have written it. */
export async function refuseIfShared(folder: string): Promise<void> {
  if ((await lstat(folder)).isDirectory() && (await isOurs(folder))) return;
  throw new Error(`${folder} can be written by other users; remove it or set SYNOPTIC_CACHE`);
}

/** Whether a file or folder, and no link, is this user's, and no other may write it. */
export async function isOurs(name: string): Promise<boolean> {
  try {
    const stats = await lstat(name);
    const isOwn = !stats.isSymbolicLink() && stats.uid === process.getuid?.();
    return isOwn && (stats.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** Make a folder to keep things in. What others could have written would be believed. */
export async function keepsAlone(folder: string): Promise<boolean> {
  try {
    // What it lies in holds the browser, too, which another user may have to reach.
    await mkdir(path.dirname(folder), { recursive: true, mode: folderMode() });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return (await lstat(folder)).isDirectory() && (await isOurs(folder));
  } catch {
    return false;
  }
}
