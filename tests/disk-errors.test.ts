import { expect, test } from 'vitest';
import { describeDiskError } from '../src/disk-errors.ts';

test.each([
  ['EACCES', 'lack of permission (EACCES)'],
  ['ENOSPC', 'full disk (ENOSPC)'],
  ['EEXIST', 'file in the place of a folder (EEXIST)'],
  ['EWEIRD', 'error EWEIRD'],
])('%s is said in words, as far as it has any', (code, words) => {
  expect(describeDiskError(Object.assign(new Error('failed'), { code }))).toBe(words);
});

test.each([
  [new Error('the disk is on fire'), 'error the disk is on fire'],
  ['no disk', 'error no disk'],
  [undefined, 'error undefined'],
])('%s, which is none of the disk’s, is said as it is', (error, words) => {
  expect(describeDiskError(error)).toBe(words);
});
