import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { embeddedPackage } from './embedded-package.ts';
import type { Environment } from './executable.ts';

/**
 * Tell which browser would be started, without starting it: another one prints other bytes.
 *
 * @returns A text that is another one for another browser; null where there is none, or it cannot be told.
 */
export async function browserName(environment: Environment): Promise<string | null> {
  const sandbox = environment['SYNOPTIC_NO_SANDBOX'] === '1' ? 'without sandbox' : 'in its sandbox';
  try {
    const named = environment['PUPPETEER_EXECUTABLE_PATH'];
    const found = named
      ? await onDisk(named)
      : ((await embedded()) ?? (await ofSystem(environment)));
    return JSON.stringify([...found, sandbox]);
  } catch {
    return null;
  }
}

type Name = readonly (string | number)[];

/** An update of a program is another file. */
async function onDisk(file: string): Promise<Name> {
  const { size, mtimeMs, ino } = await stat(file);
  return [await realpath(file), size, mtimeMs, ino];
}

async function embedded(): Promise<Name | undefined> {
  const folder = embeddedPackage();
  if (!folder) return undefined;
  const manifest = await readFile(path.join(folder, 'package.json'), 'utf8');
  return [manifest, ...(await onDisk(path.join(folder, 'bin', 'chromium.br')))];
}

async function ofSystem(environment: Environment): Promise<Name> {
  // Loaded on first use: the library that knows where browsers are installed is large.
  const { findExecutable } = await import('./executable.ts');
  return onDisk((await findExecutable(environment)).file);
}
