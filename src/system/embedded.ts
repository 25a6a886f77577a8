import { randomUUID, webcrypto } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { sha256 } from '../sha256.ts';
import { cacheFolder, folderMode, refuseIfShared } from './cache.ts';
import { embeddedPackage } from './embedded-package.ts';

/** Where an unpacked browser lies. */
export interface Unpacked {
  readonly executable: string;
  /** Shared libraries for machines that lack them. */
  readonly libraries: string;
  /** A font: without any, a browser loses also those that a page brings along. */
  readonly fonts: string;
}

/** The parts of the package that are unpacked, and where each goes. */
const PARTS = [
  { file: 'chromium.br', into: 'chromium' },
  { file: 'al2023.tar.br', into: '.' },
  { file: 'swiftshader.tar.br', into: '.' },
  { file: 'fonts.tar.br', into: '.' },
] as const;

/**
 * Unpack the Chromium that comes with the npm package `@sparticuz/chromium`, once a machine.
 *
 * Of the package only the compressed files are used: its own code turns the sandbox and web
 * security off, and trusts whatever lies in the temporary folder under the right name. Here the
 * files go to a cache that only this user can write, under a name made from their hash, and are
 * moved there when complete.
 *
 * @returns Nothing where the package is not installed or is not made for this machine.
 * @throws Error when the cache cannot be written, or others could have written it.
 */
export async function embeddedBrowser(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Unpacked | undefined> {
  const folder = embeddedPackage();
  if (!folder) return undefined;
  const source = path.join(folder, 'bin');
  const cache = cacheFolder(environment);
  await mkdir(cache, { recursive: true, mode: folderMode() });
  await refuseIfShared(cache);
  const target = path.join(cache, `chromium-${await fingerprint(source)}`);
  if (!(await exists(target))) await unpack(source, cache, target);
  await refuseIfShared(target);
  return {
    executable: path.join(target, 'chromium'),
    libraries: path.join(target, 'lib'),
    fonts: path.join(target, 'fonts'),
  };
}

/**
 * A hash of the parts' bytes, shortened: another version of the package gets another folder. The
 * digests are computed off the main thread, which has reports to work on.
 */
async function fingerprint(source: string): Promise<string> {
  const digests = await Promise.all(
    PARTS.map(async ({ file }) => {
      const bytes = await readFile(path.join(source, file));
      return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes));
    }),
  );
  return sha256(Buffer.concat(digests)).slice(0, 16);
}

async function unpack(source: string, cache: string, target: string): Promise<void> {
  await removeAbandoned(cache);
  const draft = path.join(cache, `${DRAFT}${randomUUID()}`);
  await mkdir(draft, { mode: folderMode() });
  try {
    for (const part of PARTS) await unpackPart(path.join(source, part.file), draft, part.into);
    await chmod(path.join(draft, 'chromium'), 0o755);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process may have been first; what it unpacked is the same.
    if (!(await exists(target))) throw error;
  }
}

async function unpackPart(file: string, draft: string, into: string): Promise<void> {
  const bytes = await promisify(brotliDecompress)(await readFile(file));
  if (!file.endsWith('.tar.br')) return writeFile(path.join(draft, into), bytes);
  const folder = extract(path.join(draft, into), {
    dmode: folderMode(),
    fmode: 0o644,
    // As root, tar-fs would hand the files to the user number that the archive names.
    map: (header) => ({
      ...header,
      uid: process.getuid?.() ?? 0,
      gid: process.getgid?.() ?? 0,
    }),
  });
  await pipeline(Readable.from([bytes]), folder);
}

const DRAFT = '.unpacking-';
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** Remove what a killed process left half unpacked an hour ago or earlier. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(DRAFT)) continue;
    const draft = path.join(cache, name);
    const { mtimeMs } = await stat(draft);
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS)
      await rm(draft, { recursive: true, force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
