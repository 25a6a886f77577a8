import { tableOf } from './tables.ts';

/** What the codes of the file system mean. */
const MEANINGS: Readonly<Record<string, string>> = tableOf({
  EACCES: 'lack of permission',
  EPERM: 'lack of permission',
  EROFS: 'read-only disk',
  ENOSPC: 'full disk',
  EDQUOT: 'used-up quota',
  EIO: 'failing disk',
  EBUSY: 'file in use',
  EMFILE: 'too many open files',
  ENOENT: 'path to nothing',
  ENOTDIR: 'file in the place of a folder',
  EEXIST: 'file in the place of a folder',
  EISDIR: 'folder in the place of a file',
  ENOTEMPTY: 'folder that is not empty',
  ENAMETOOLONG: 'name that is too long',
  ELOOP: 'links that lead in a circle',
});

/** Say why the disk refused, with the code that can be looked up: "full disk (ENOSPC)". */
export function describeDiskError(error: unknown): string {
  if (!(error instanceof Error)) return `error ${String(error)}`;
  const code = 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return `error ${error.message}`;
  const meaning = MEANINGS[code];
  return meaning ? `${meaning} (${code})` : `error ${code}`;
}
