import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import cacache from 'cacache';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stageCache, sweep } from '../../src/system/stage-cache.ts';
import { temporaryFolder } from '../e2e/support.ts';

let root: string;

beforeAll(async () => {
  root = await temporaryFolder();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const VALUE = { list: [1, undefined], map: new Map([['a', new Uint8Array([1, 2])]]), text: 'ö' };

/** Files of a cache below one of its folders. */
const filesOf = (folder: string, part: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => part.test(path.relative(folder, file)));

const CONTENT = /^content-/u;
const INDEX = /^index-/u;

/** A cache in a folder of its own that has a value. */
async function filled(name: string) {
  const folder = path.join(root, name);
  await stageCache(folder).put('key', VALUE);
  return { folder, again: () => stageCache(folder).get('key') };
}

describe('what is kept on the disk', () => {
  test('comes back as it was', async () => {
    const { again } = await filled('plain');
    expect(await again()).toEqual(VALUE);
    expect(await stageCache(path.join(root, 'plain')).get('other')).toBeUndefined();
  });

  test.each([
    { what: 'content cut short', part: CONTENT, spoil: (file: string) => truncateSync(file, 9) },
    { what: 'empty content', part: CONTENT, spoil: (file: string) => truncateSync(file, 0) },
    { what: 'other content', part: CONTENT, spoil: (file: string) => flip(file) },
    { what: 'no content', part: CONTENT, spoil: (file: string) => rmSync(file) },
    { what: 'an index cut short', part: INDEX, spoil: (file: string) => truncateSync(file, 40) },
    { what: 'other index', part: INDEX, spoil: (file: string) => writeFileSync(file, 'no index') },
  ])('is not there any more with $what', async ({ what, part, spoil }) => {
    const { folder, again } = await filled(what);
    const files = filesOf(folder, part);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) spoil(file);
    expect(await again()).toBeUndefined();
    await stageCache(folder).put('key', VALUE);
    expect(await again()).toEqual(VALUE);
  });

  test('is not there where its bytes are no value', async () => {
    const folder = path.join(root, 'unparseable');
    await stageCache(folder).put('other', VALUE);
    await cacache.put(folder, 'key', 'no value at all');
    expect(await stageCache(folder).get('key')).toBeUndefined();
  });

  test.each([
    { what: 'others may write it', spoil: (folder: string) => chmodSync(folder, 0o777) },
    { what: 'its group may write it', spoil: (folder: string) => chmodSync(folder, 0o770) },
    {
      what: 'it is a link',
      spoil: (folder: string) => {
        const moved = `${folder}-moved`;
        mkdirSync(moved);
        rmSync(folder, { recursive: true });
        symlinkSync(moved, folder);
      },
    },
    {
      what: 'it is a file',
      spoil: (folder: string) => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '');
      },
    },
  ])('is not believed where $what, and nothing is added', async ({ what, spoil }) => {
    const { folder, again } = await filled(what);
    spoil(folder);
    expect(await again()).toBeUndefined();
    await stageCache(folder).put('new', VALUE);
    expect(await stageCache(folder).get('new')).toBeUndefined();
  });

  test.runIf(process.getuid?.() === 0)('is not believed where it is another’s', async () => {
    const { folder, again } = await filled('foreign');
    chownSync(folder, 65534, 65534);
    expect(await again()).toBeUndefined();
  });

  test('lies in a folder in which the browser is found by whom it runs as', async () => {
    const cache = path.join(root, 'new', 'cache');
    await stageCache(path.join(cache, 'stages')).put('key', VALUE);
    expect(statSync(cache).mode & 0o777).toBe(process.getuid?.() === 0 ? 0o755 : 0o700);
    expect(statSync(path.join(cache, 'stages')).mode & 0o777).toBe(0o700);
  });

  test('hinders nobody where it cannot be kept', async () => {
    const folder = path.join(root, 'below', 'file');
    writeFileSync(path.join(root, 'below'), '');
    const cache = stageCache(folder);
    await cache.put('key', VALUE);
    expect(await cache.get('key')).toBeUndefined();
    await stageCache(path.join(root, 'function')).put('key', () => 'no data');
  });

  test('is whole when many write it at once', async () => {
    const folder = path.join(root, 'many');
    const caches = Array.from({ length: 8 }, () => stageCache(folder));
    await Promise.all(caches.map((cache) => cache.put('key', VALUE)));
    expect(await Promise.all(caches.map((cache) => cache.get('key')))).toEqual(
      caches.map(() => VALUE),
    );
  });
});

describe('what is removed', () => {
  const DAY_MS = 24 * 60 * 60 * 1000;

  test('is what is too old, and the oldest of too much', async () => {
    const folder = path.join(root, 'sweep');
    const cache = stageCache(folder);
    await cache.put('first', new Uint8Array(4000));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await cache.put('second', new Uint8Array(4001));
    await sweep(folder, { milliseconds: DAY_MS, bytes: 9000 }, Date.now());
    expect(Object.keys(await cacache.ls(folder)).sort()).toEqual(['first', 'second']);
    await sweep(folder, { milliseconds: DAY_MS, bytes: 5000 }, Date.now());
    expect(Object.keys(await cacache.ls(folder))).toEqual(['second']);
    await cache.put('second', new Uint8Array(4001));
    expect(filesOf(folder, CONTENT)).toHaveLength(1);
    await sweep(folder, { milliseconds: DAY_MS, bytes: 9000 }, Date.now() + 2 * DAY_MS);
    expect(filesOf(folder, CONTENT)).toEqual([]);
    expect(filesOf(folder, INDEX)).toEqual([]);
  });

  test('is looked for once an hour', async () => {
    const folder = path.join(root, 'daily');
    const bounds = { milliseconds: DAY_MS, bytes: 0 };
    await stageCache(folder, bounds).put('first', 1);
    expect(await stageCache(folder).get('first')).toBe(1);
    await stageCache(folder, bounds).put('second', 2);
    expect(await stageCache(folder).get('second')).toBe(2);
    const mark = path.join(folder, '.swept');
    expect(existsSync(mark)).toBe(true);
    utimesSync(mark, 0, Date.now() / 1000 - 3700);
    await stageCache(folder, bounds).put('third', 3);
    expect(await stageCache(folder).get('second')).toBeUndefined();
  });
});

/** Change a byte in the middle. */
function flip(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
