import {
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { byCodeUnits } from '../order.ts';

/** What stands in a folder under a name. */
export interface Entry {
  readonly name: string;
  /** `outside`: a link that leads out of the folder, or nowhere. `other`: a socket, a pipe. */
  readonly kind: 'file' | 'folder' | 'other' | 'outside';
  /** In bytes; 0 for anything but a file. */
  readonly size: number;
  /** Where it leads, as it was written, if it is a link. */
  readonly link?: string;
}

/** The disk, as far as the program uses it. Paths are relative to the working directory. */
export interface Files {
  /**
   * List a folder in order of the names' code units, links resolved.
   *
   * @throws Error with `code` ENOENT, ENOTDIR, EACCES.
   */
  list(folder: string): Promise<readonly Entry[]>;
  /** @throws Error with `code` ENOENT, EISDIR, EACCES. */
  read(file: string): Promise<Uint8Array>;
  /** Write a file whole. @throws Error with `code` EACCES, ENOSPC, EROFS. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  /** Create a folder and those above it; nothing happens when it exists. */
  makeFolder(folder: string): Promise<void>;
  /**
   * Make a link.
   *
   * @param target Where it leads, from the folder that it lies in.
   * @throws Error with `code` EEXIST, EACCES, ENOSPC; EPERM and others where the disk has no links.
   */
  link(target: string, name: string): Promise<void>;
  /** Move a file or folder over the place of another, in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Remove a file or folder with all that is in it; nothing happens when it is not there. */
  remove(target: string): Promise<void>;
}

export const nodeFiles: Files = {
  async list(folder) {
    const root = await realpath(folder);
    const names = await readdir(root);
    return Promise.all(names.sort(byCodeUnits).map((name) => entry(root, name)));
  },
  read: (file) => readFile(file),
  async write(file, bytes) {
    // `flush`: on the disk before the rename that publishes it, so that a power cut cannot
    // leave a name without its content.
    await writeFile(file, bytes, { flush: true });
  },
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true });
  },
  link: (target, name) => symlink(target, name),
  rename,
  async remove(target) {
    await rm(target, { recursive: true, force: true });
  },
};

async function entry(root: string, name: string): Promise<Entry> {
  const full = path.join(root, name);
  if (!(await lstat(full)).isSymbolicLink()) return { name, ...(await kindOf(full)) };
  const link = await readlink(full);
  if (!(await leadsInside(root, full))) return { name, kind: 'outside', size: 0, link };
  return { name, ...(await kindOf(full)), link };
}

async function kindOf(full: string): Promise<Pick<Entry, 'kind' | 'size'>> {
  const stats = await stat(full);
  if (stats.isFile()) return { kind: 'file', size: stats.size };
  return { kind: stats.isDirectory() ? 'folder' : 'other', size: 0 };
}

async function leadsInside(root: string, link: string): Promise<boolean> {
  try {
    return (await realpath(link)).startsWith(root + path.sep);
  } catch {
    return false;
  }
}
