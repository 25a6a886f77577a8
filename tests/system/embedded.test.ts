import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { embeddedBrowser } from '../../src/system/embedded.ts';

/** Where the package's browser runs at all. */
const HERE = process.platform === 'linux' && process.arch === 'x64';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-test-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (cache: string) => embeddedBrowser({ SYNOPTIC_CACHE: cache });

describe.runIf(HERE)('the embedded browser', () => {
  test('is unpacked once, with what it needs, for this user to write alone', async () => {
    const cache = path.join(folder, 'cache');
    const first = await open(cache);
    if (!first) throw new Error('the package is not installed');
    const { mode } = await stat(first.executable);
    expect(mode & 0o111).not.toBe(0);
    expect((await readdir(first.libraries)).length).toBeGreaterThan(5);
    expect((await readdir(first.fonts)).length).toBeGreaterThan(0);
    for (const place of [cache, path.dirname(first.executable)]) {
      expect((await stat(place)).mode & 0o022).toBe(0);
    }
    const { mtimeMs } = await stat(first.executable);
    expect(await open(cache)).toEqual(first);
    expect((await stat(first.executable)).mtimeMs).toBe(mtimeMs);
  });

  test('is unpacked by two at once, and whole', async () => {
    const cache = path.join(folder, 'cache');
    const [one, other] = await Promise.all([open(cache), open(cache)]);
    expect(one).toEqual(other);
    expect(await readdir(cache)).toHaveLength(1);
  });

  test('is not taken from a folder that others can write', async () => {
    const cache = path.join(folder, 'cache');
    await mkdir(cache);
    await chmod(cache, 0o777);
    await expect(open(cache)).rejects.toThrow('can be written by other users');
    expect(await readdir(cache)).toEqual([]);
  });

  test('is not taken through a link', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    const cache = path.join(folder, 'cache');
    await mkdir(elsewhere);
    await symlink(elsewhere, cache);
    await expect(open(cache)).rejects.toThrow('can be written by other users');
    expect(await readdir(elsewhere)).toEqual([]);
  });

  test('clears away what a killed process left, but not what another one is at', async () => {
    const cache = path.join(folder, 'cache');
    const [old, young] = ['old', 'young'].map((name) => path.join(cache, `.unpacking-${name}`));
    for (const draft of [old, young]) await mkdir(draft ?? '', { recursive: true });
    const yesterday = Date.now() / 1000 - 24 * 60 * 60;
    await utimes(old ?? '', yesterday, yesterday);
    await chmod(cache, 0o755);
    await open(cache);
    expect((await readdir(cache)).filter((name) => name.startsWith('.'))).toEqual([
      '.unpacking-young',
    ]);
  });
});
