import { statfs } from 'node:fs/promises';

/** With less, a browser starts and then waits without end for what it cannot write. */
const NEEDED = 16 * 1024 * 1024;

/** With less, nothing more will be written. */
const NOTHING = 512 * 1024;

/** How often is looked while a page is open, in milliseconds. */
const INTERVAL_MS = 500;

/** How many bytes are free where a folder lies; no limit where the system does not tell. */
export async function freeBytes(folder: string): Promise<number> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Number.POSITIVE_INFINITY,
  );
}

/** @throws Error with the code of a full disk, where a folder has no room for a browser. */
export async function refuseIfFull(folder: string): Promise<void> {
  if ((await freeBytes(folder)) >= NEEDED) return;
  throw Object.assign(new Error('no room for a browser'), { code: 'ENOSPC' });
}

/** Whether the disk of a folder is full. */
export const isFull = async (folder: string): Promise<boolean> =>
  (await freeBytes(folder)) < NOTHING;

/** Fail once the disk of a folder is full, unless stopped. */
export function whenFull(folder: string, fault: () => Error) {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    const look = async () => {
      if (await isFull(folder)) reject(fault());
    };
    timer = setInterval(() => void look(), INTERVAL_MS);
  });
  passed.catch(() => undefined);
  return { passed, stop: () => clearInterval(timer) };
}
