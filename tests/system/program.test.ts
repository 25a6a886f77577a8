import { cpSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { programHash } from '../../src/system/program.ts';
import { ROOT, temporaryFolder } from '../e2e/support.ts';

/** A package with what the hash is made of. */
let folder: string;
let hashOf: typeof programHash;

const PAST = Date.now() / 1000 - 1000;

function put(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, PAST, PAST);
}

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{"version":"1.0.0","type":"module"}',
  'node_modules/.package-lock.json': '{}',
  'src/one.ts': 'one',
  'templates/html/page.hbs': 'page',
  'models/m/model.json': '{}',
};

beforeAll(async () => {
  folder = await temporaryFolder();
  for (const [name, text] of Object.entries(FILES)) put(name, text);
  cpSync(path.join(ROOT, 'src/system/program.ts'), path.join(folder, 'src/system/program.ts'), {
    preserveTimestamps: true,
  });
  utimesSync(path.join(folder, 'src/system/program.ts'), PAST, PAST);
  const copy = pathToFileURL(path.join(folder, 'src/system/program.ts')).href;
  ({ programHash: hashOf } = (await import(copy)) as { programHash: typeof programHash });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what the program is', () => {
  test('is the same as long as nothing changes', () => {
    expect(programHash()).toMatch(/^[0-9a-f]{64}$/u);
    expect(programHash()).toBe(programHash());
    expect(hashOf()).toMatch(/^[0-9a-f]{64}$/u);
    expect(hashOf()).not.toBe(programHash());
  });

  test.each(Object.keys(FILES))('is another one with another %s', (name) => {
    const before = hashOf();
    put(name, `${FILES[name]} `);
    const changed = hashOf();
    put(name, FILES[name] ?? '');
    expect(changed).not.toBe(before);
    expect(hashOf()).toBe(before);
  });

  test('does not hang on what only describes it', () => {
    const before = hashOf();
    put('src/one.d.ts', 'types');
    put('src/one.js.map', '{}');
    put('models/m/README.md', 'about it');
    expect(hashOf()).toBe(before);
  });

  test('cannot be told where a file was written since it began', () => {
    const file = path.join(folder, 'src/one.ts');
    utimesSync(file, PAST, Date.now() / 1000 + 10);
    expect(hashOf()).toBeNull();
    utimesSync(file, PAST, PAST);
    expect(hashOf()).not.toBeNull();
  });

  test('cannot be told where it is not known which packages are there', () => {
    const lock = path.join(folder, 'node_modules');
    rmSync(lock, { recursive: true });
    expect(hashOf()).toBeNull();
    put('node_modules/.package-lock.json', '{}');
    expect(hashOf()).not.toBeNull();
  });
});
