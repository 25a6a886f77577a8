import type { VFileMessage } from 'vfile-message';
import { describeDiskError } from './disk-errors.ts';
import { message } from './messages.ts';

/**
 * Say that the output folder cannot be written.
 *
 * @param isWhole Whether the last edition is shown as it was. Default: it is.
 */
export const outputUnwritable = (out: string, error: unknown, isWhole = true): VFileMessage =>
  message({
    rule: 'output-unwritable',
    file: out,
    found: describeDiskError(error),
    expected: 'a folder that can be written',
    advice: isWhole
      ? 'check its permissions and the free space, or name another with --out'
      : 'the last edition may not be shown; once it can be written, the next build mends that',
    cause: error,
  });
