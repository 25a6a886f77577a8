import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE_NAMES, GATES } from '../../src/gates/index.ts';
import { EXIT } from '../../src/messages.ts';
import { openCase } from '../gates/support.ts';
import { command, temporaryFolder } from './support.ts';

let root: string;

beforeAll(async () => {
  root = await temporaryFolder();
});

afterAll(() => rm(root, { recursive: true, force: true }));

/** Lay a case of the fixtures on the disk, with its last edition. @returns Its folder. */
async function laid(name: string): Promise<string> {
  const { files } = await openCase(name);
  for (const [file, text] of Object.entries(files.contents())) {
    const target = path.join(root, name, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return path.join(root, name);
}

const check = (folder: string, ...flags: string[]) =>
  command(['check', path.join(folder, 'now'), '--out', path.join(folder, 'out'), ...flags]);

describe('synoptic check', () => {
  test.each([
    { name: 'unverified', failOn: 'none', exit: 'gate-unverified' },
    { name: 'new-divergence', failOn: 'all', exit: 'gate-new-divergence' },
    { name: 'gone', failOn: 'stale, lost-support', exit: 'gate-lost-support' },
    { name: 'bottom-line', failOn: 'bottom-line-changed', exit: 'gate-bottom-line-changed' },
    { name: 'single-source', failOn: 'all', exit: 'gate-single-source-bottom-line' },
    { name: 'stale', failOn: 'stale', exit: 'gate-stale' },
    { name: 'warnings', failOn: 'warnings', exit: 'gate-warnings' },
    { name: 'gone', failOn: 'new-divergence', exit: 'published' },
    { name: 'one-report', failOn: 'all', exit: 'input' },
  ] as const)('$name, failing on $failOn, ends with $exit', async ({ name, failOn, exit }) => {
    const { code } = await check(await laid(name), '--fail-on', failOn);
    expect(code).toBe(EXIT[exit]);
  });

  test('without --fail-on, what is found fails nothing, and is told', async () => {
    const { code, stdout } = await check(await laid('gone'));
    expect(code).toBe(EXIT.published);
    expect(stdout).toMatch(/^lost-support +not asked +3 × /mu);
  });

  test('publishes nothing, and writes the files that are asked for', async () => {
    const folder = await laid('new-divergence');
    const before = await readdir(folder, { recursive: true });
    const files = ['--junit', path.join(folder, 'ci/junit.xml'), '--sarif', `${folder}/ci.sarif`];
    await check(folder, '--fail-on', 'all', ...files);
    const added = (await readdir(folder, { recursive: true })).filter(
      (name) => !before.includes(name),
    );
    expect(added.sort()).toEqual(['ci', 'ci.sarif', path.join('ci', 'junit.xml')]);
    const junit = await readFile(path.join(folder, 'ci/junit.xml'), 'utf8');
    expect(junit).toContain('<failure type="new-divergence"');
    const sarif: unknown = JSON.parse(await readFile(`${folder}/ci.sarif`, 'utf8'));
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ results: expect.any(Array) }] });
  });

  test('a file that cannot be written ends it, even where all gates pass', async () => {
    const folder = await laid('same');
    const inFile = path.join(folder, 'now', 'a.md', 'junit.xml');
    const { code, stderr } = await check(folder, '--junit', inFile);
    expect(code).toBe(EXIT.output);
    expect(stderr).toContain('output-unwritable');
  });

  test('--json prints data alone', async () => {
    const { code, stdout } = await check(
      await laid('new-divergence'),
      '--json',
      '--fail-on',
      'all',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      exit: { name: 'gate-new-divergence', code },
      gates: GATE_NAMES.map((name) => ({ name, asked: true })),
    });
  });

  test('--quiet says what failed, and nothing else', async () => {
    const folder = await laid('gone');
    const passing = await check(folder, '--quiet');
    expect(passing).toEqual({ code: 0, stdout: '', stderr: '' });
    const { stdout, stderr } = await check(folder, '--quiet', '--fail-on', 'lost-support');
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^lost-support +failed +3 × /u);
    expect(stderr).not.toContain('stale');
  });

  test('a withdrawn edition is not held against', async () => {
    const folder = await laid('gone');
    await writeFile(path.join(folder, 'out/editions/.withdrawn.json'), '[1]');
    const { stdout } = await check(folder);
    expect(stdout).toContain('to compare with');
    expect(stdout).toMatch(/^stale +not asked .*\n {2}there is no edition$/mu);
  });

  test.each([
    [['--fail-on', 'new-divergense'], 'unknown gate "new-divergense", expected unverified, new-'],
    [['--fail-on', 'new-divergense'], '\n(Did you mean new-divergence?)'],
    [['--fail-on', 'none,stale'], 'expected none alone'],
    [['--fail-on', ''], 'unknown gate ""'],
    [['--max-age', '24'], 'expected a number with m, h, d or w'],
    [['--max-age', '0h'], 'Unexpected length of time "0h"'],
    [['--junit', ''], 'expected a folder or file'],
  ])('%s is refused', async (flags, complaint) => {
    const { code, stderr } = await command(['check', 'articles', ...flags]);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain(complaint);
  });

  test('--help lists every gate with its code', async () => {
    const { stdout } = await command(['check', '--help']);
    for (const { name, exit } of GATES)
      expect(stdout).toMatch(new RegExp(`^ {2}${name} +${EXIT[exit]} `, 'mu'));
  });
});
