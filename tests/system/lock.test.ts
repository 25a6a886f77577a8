import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Lock, lock } from '../../src/system/lock.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-test-'));
  file = path.join(folder, '.lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const heldLock = async (): Promise<Lock> => {
  const got = await lock(file);
  if (typeof got === 'string') throw new Error(`it is ${got}`);
  return got;
};

test('one at a time', async () => {
  const first = await heldLock();
  expect(await lock(file)).toBe('held');
  await first.release();
  await (await heldLock()).release();
});

test('a file that was taken away and made anew is another lock', async () => {
  const first = await heldLock();
  await rm(file);
  await writeFile(file, '');
  const second = await heldLock();
  await first.release();
  expect(await lock(file)).toBe('held');
  await second.release();
});

test('it ends with its process, at once, though that is killed', async () => {
  const module = fileURLToPath(new URL('../../src/system/lock.ts', import.meta.url));
  const code = `const { lock } = await import(${JSON.stringify(module)});
    await lock(${JSON.stringify(file)}); console.log('locked'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(await lock(file)).toBe('held');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await heldLock()).release();
});
