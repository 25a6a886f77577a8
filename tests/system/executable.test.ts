import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildFailure } from '../../src/messages.ts';
import { findExecutable } from '../../src/system/executable.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-test-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function program(mode: number): Promise<string> {
  const file = path.join(folder, 'browser');
  await writeFile(file, '');
  await chmod(file, mode);
  return file;
}

test('the browser that PUPPETEER_EXECUTABLE_PATH names comes first', async () => {
  const file = await program(0o755);
  expect(await findExecutable({ PUPPETEER_EXECUTABLE_PATH: file })).toEqual({ file });
});

test.each([
  ['cannot be run', 0o644],
  ['is not there', undefined],
])('one that %s is refused, whatever else there is', async (_, mode) => {
  const file = mode === undefined ? path.join(folder, 'none') : await program(mode);
  const failure = await findExecutable({ PUPPETEER_EXECUTABLE_PATH: file }).catch(
    (error: unknown) => error,
  );
  if (!(failure instanceof BuildFailure)) throw new Error('it was taken', { cause: failure });
  expect(failure.messages.map(({ ruleId, actual }) => [ruleId, actual])).toEqual([
    ['no-browser', `path ${file}`],
  ]);
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'a cache that cannot be used is told, with what to do',
  async () => {
    const file = await program(0o644);
    const failure = await findExecutable({ SYNOPTIC_CACHE: file }).catch((error: unknown) => error);
    if (!(failure instanceof BuildFailure)) throw new Error('it was taken', { cause: failure });
    expect(failure.messages.map(({ ruleId }) => ruleId)).toEqual(['no-browser']);
    expect(failure.message).toContain('SYNOPTIC_CACHE');
  },
);
