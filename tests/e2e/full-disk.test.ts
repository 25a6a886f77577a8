import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats.ts';
import { BuildFailure, build, exitOf, nodeSystem, VERSION } from '../../src/index.ts';
import { isFatal } from '../../src/messages.ts';
import { publish } from '../../src/publish/index.ts';
import type { Browser } from '../../src/system/index.ts';
import type { OutputFile } from '../../src/types.ts';
import { BRIDGE, type MemoryFiles, memoryFiles, only } from '../support.ts';
import { ROOT, temporaryFolder } from './support.ts';

/** Editions of every format on disks that fill up, or that nobody may write. */

const REPORTS = Object.entries(BRIDGE).map(([name, text]) => [`reports/${name}`, text] as const);

const WITHOUT_PDF = FORMATS.filter((format) => format !== 'pdf');

describe('every format', () => {
  let browser: Browser;
  let files: MemoryFiles;
  let next: readonly OutputFile[];

  /** Build on the disk in memory. The browser is shared. */
  const built = (out: string | null) =>
    build(
      { folder: 'reports', out, formats: FORMATS, version: VERSION },
      {
        ...nodeSystem(),
        files,
        lock: async () => ({ release: async () => undefined }),
        openBrowser: async () => ({ ...browser, close: async () => undefined }),
      },
    );

  const titled = (title: string) =>
    files.write('reports/briefing.yaml', new TextEncoder().encode(`title: ${title}\n`));

  beforeAll(async () => {
    browser = await nodeSystem().openBrowser();
    files = memoryFiles(Object.fromEntries(REPORTS));
    await titled('The first one');
    await built('out');
    await titled('The next one');
    next = (await built(null)).files;
  });

  afterAll(() => browser?.close());

  const disk = () => [files.contents(), files.links()];

  test('is published', () => {
    expect(next).toHaveLength(FORMATS.length + 1);
    const there = Object.keys(files.contents());
    for (const { name } of next) expect(there).toContain(`out/editions/0001/${name}`);
  });

  test.each(['ENOSPC', 'EROFS'])(
    '%s at any write leaves the last edition as it was',
    async (code) => {
      const before = disk();
      for (let nth = 1; nth <= next.length; nth += 1) {
        files.failAt({ on: ['write'], nth, code });
        const edition = { number: 2, files: next, kept: [] };
        const { reason } = only(await publish(edition, 'out', files, { now: 0 }));
        files.recover();
        expect(reason).toMatch(
          /check its permissions and the free space, or name another with --out$/u,
        );
        expect(disk()).toEqual(before);
      }
    },
  );

  test.each([
    ['a disk that fills', { on: ['write'], nth: FORMATS.length, code: 'ENOSPC' }],
    ['a disk that cannot be written', { on: ['makeFolder', 'write'], nth: 1, code: 'EROFS' }],
  ] as const)('of a build on %s is told of once', async (_, failure) => {
    const before = disk();
    files.failAt(failure);
    const thrown: unknown = await built('out').catch((error: unknown) => error);
    files.recover();
    const messages = thrown instanceof BuildFailure ? thrown.messages : [];
    const message = only(messages.filter(isFatal));
    expect([message.ruleId, message.file]).toEqual(['output-unwritable', 'out']);
    expect(message.actual).toContain(failure.code);
    expect(exitOf(messages)).toBe('output');
    expect(disk()).toEqual(before);
  });
});

/** Root may write everywhere: it has another user do it. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;

/** Where only root may enter the checkout, as in its home, another user cannot run the program. */
const canRun =
  process.platform !== 'win32' &&
  spawnSync(process.execPath, ['-e', 'require("node:fs").readdirSync(process.argv[1])', ROOT], {
    ...NOBODY,
  }).status === 0;

describe.skipIf(!canRun)('a real folder that nobody may write', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await temporaryFolder();
    await mkdir(path.join(folder, 'reports'));
    for (const [name, text] of REPORTS) await writeFile(path.join(folder, name), text);
    await mkdir(path.join(folder, 'out'));
    for (const name of ['index.html', 'manifest.json']) {
      await writeFile(path.join(folder, 'out', name), '{"outputs":[{"file":"index.html"}]}');
    }
    for (const name of ['', 'reports', 'out']) await chmod(path.join(folder, name), 0o555);
    if (NOBODY) await chown(path.join(folder, 'out'), NOBODY.uid, NOBODY.gid);
  });

  afterEach(async () => {
    for (const name of ['', 'reports', 'out']) await chmod(path.join(folder, name), 0o755);
    await rm(folder, { recursive: true });
  });

  test('keeps its edition, and is told of once, with what to do', async () => {
    const args = ['build', path.join(folder, 'reports'), '--out', path.join(folder, 'out')];
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/cli.ts', ...args, '--format', WITHOUT_PDF.join(',')],
      { cwd: ROOT, encoding: 'utf8', ...NOBODY },
    );
    expect(stderr).toContain('Unexpected lack of permission (EACCES)');
    expect(stderr.match(/ error /gu)).toHaveLength(1);
    expect(stderr).toContain('or name another with --out');
    expect(status).toBe(5);
    expect(await readdir(path.join(folder, 'out'))).toEqual(['index.html', 'manifest.json']);
    expect(await readFile(path.join(folder, 'out', 'index.html'), 'utf8')).toContain('outputs');
  });
});
