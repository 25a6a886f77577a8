import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BuildFailure, build, exitOf, nodeSystem, VERSION } from '../../src/index.ts';
import { isFatal } from '../../src/messages.ts';

/**
 * Folders that cannot be made a briefing of. Each has `expected.json`: the exit, and every failure
 * as file, place and rule. Nothing may be published over what was there.
 */
const FIXTURES = fileURLToPath(new URL('../fixtures/bad-input/', import.meta.url));

interface Expected {
  readonly exit: string;
  readonly messages: readonly string[];
}

const cases = await readdir(FIXTURES);

let out: string;

beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'synoptic-test-'));
  await writeFile(path.join(out, 'briefing.json'), 'the last edition');
});

afterEach(() => rm(out, { recursive: true, force: true }));

const buildOf = (folder: string, to = out) =>
  build({ folder, out: to, formats: ['json'], version: VERSION }, nodeSystem());

/** The reports of a case, to be changed. The caller removes them. */
async function copyOf(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-test-'));
  await cp(path.join(FIXTURES, name, 'reports'), folder, { recursive: true });
  return folder;
}

async function failureOf(folder: string, to = out): Promise<BuildFailure> {
  const result = await buildOf(folder, to).catch((error: unknown) => error);
  if (result instanceof BuildFailure) return result;
  throw new Error('the build did not fail', { cause: result });
}

describe('bad input', () => {
  test('there are cases', () => {
    expect(cases.length).toBeGreaterThan(10);
  });

  test.each(cases)('%s', async (name) => {
    const expected = JSON.parse(
      await readFile(path.join(FIXTURES, name, 'expected.json'), 'utf8'),
    ) as Expected;
    const failure = await failureOf(path.join(FIXTURES, name, 'reports'));
    const failures = failure.messages.filter(({ fatal }) => fatal === true);
    const shown = failures.map(({ file, line, column, ruleId }) => {
      const place = line === undefined ? '' : `:${line}:${column}`;
      return `${path.basename(file ?? '')}${place}: ${ruleId}`;
    });
    expect(shown.sort()).toEqual([...expected.messages].sort());
    expect(exitOf(failure.messages)).toBe(expected.exit);
    for (const { reason } of failures) expect(reason).toMatch(/^Unexpected .+, expected .+: .+/su);
    expect(await readdir(out)).toEqual(['briefing.json']);
    expect(await readFile(path.join(out, 'briefing.json'), 'utf8')).toBe('the last edition');
  });

  test('a folder that is not there', async () => {
    const failure = await failureOf(path.join(FIXTURES, 'nowhere'));
    expect(failure.messages.map(({ ruleId }) => ruleId)).toEqual(['folder-missing']);
  });

  test('a file in the place of the folder', async () => {
    const failure = await failureOf(path.join(FIXTURES, 'one-report', 'reports', 'a.txt'));
    expect(failure.messages.map(({ ruleId }) => ruleId)).toEqual(['folder-missing']);
  });

  test('a file of fifteen megabytes in one line', async () => {
    const folder = await copyOf('one-report');
    await writeFile(path.join(folder, 'b.txt'), 'The harbor was closed. '.repeat(650_000));
    const failure = await failureOf(folder);
    expect(failure.messages.filter(isFatal).map(({ reason }) => reason)).toEqual([
      'Unexpected size of 14950 kB, expected at most 500 kB: keep the text of the one report, and leave the rest out',
    ]);
    await rm(folder, { recursive: true });
  });

  test('files that are to be ignored are neither read nor spoken of', async () => {
    const folder = await copyOf('duplicate');
    await writeFile(path.join(folder, 'notes.pdf'), 'x');
    await symlink('/nowhere', path.join(folder, 'd.txt'));
    const config = 'ignore: [c.txt, d.txt, notes.pdf]';
    await writeFile(path.join(folder, 'briefing.yaml'), config);
    const { messages } = await buildOf(folder);
    const named = messages.map(({ file }) => file);
    expect([...new Set(named)].sort()).toEqual(['a.txt', 'b.txt']);
    await rm(folder, { recursive: true });
  });
});

describe('an output folder that cannot be written', () => {
  test('as it is the folder of the reports', async () => {
    const folder = await copyOf('duplicate');
    const before = await readdir(folder);
    const failure = await failureOf(folder, `${folder}${path.sep}.`);
    expect(failure.messages.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
      [
        'output-unwritable',
        'Unexpected folder of the reports, expected a folder of its own for the briefing: name another with --out; nothing was read or written',
      ],
    ]);
    expect(exitOf(failure.messages)).toBe('output');
    expect(await readdir(folder)).toEqual(before);
    await rm(folder, { recursive: true });
  });

  test.each([
    ['is a file', '', 'file in the place of a folder (EEXIST)'],
    ['lies in a file', '/sub', 'file in the place of a folder (ENOTDIR)'],
  ])('as it %s', async (_, below, found) => {
    await writeFile(path.join(out, 'file'), 'mine');
    const folder = await copyOf('report-missing');
    await rm(path.join(folder, 'briefing.yaml'));
    const failure = await failureOf(folder, path.join(out, 'file') + below);
    expect(failure.messages.filter(isFatal).map(({ actual }) => actual)).toEqual([found]);
    expect(exitOf(failure.messages)).toBe('output');
    expect(await readFile(path.join(out, 'file'), 'utf8')).toBe('mine');
    await rm(folder, { recursive: true });
  });

  test('as a folder stands in the place of a file', async () => {
    await mkdir(path.join(out, 'manifest.json'));
    await writeFile(path.join(out, 'manifest.json', 'page'), 'mine');
    const folder = await copyOf('report-missing');
    await rm(path.join(folder, 'briefing.yaml'));
    const failure = await failureOf(folder);
    expect(exitOf(failure.messages)).toBe('output');
    expect((await readdir(out)).sort()).toEqual(['briefing.json', 'manifest.json']);
    expect(await readdir(path.join(out, 'manifest.json'))).toEqual(['page']);
    await rm(folder, { recursive: true });
  });
});
