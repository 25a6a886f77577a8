import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BuildFailure } from '../../src/messages.ts';
import { BrowserFault } from '../../src/system/browser-fault.ts';
import { type Browser, nodeSystem } from '../../src/system/index.ts';
import { renewedBrowser } from '../../src/system/renewed-browser.ts';
import { only } from '../support.ts';

/** A browser whose disk is full, or fills while it prints. */

const SOURCE = { html: '<!DOCTYPE html><title>Page</title><p>The ferry.', scripts: false };

async function failureOf(made: Promise<unknown>) {
  const error: unknown = await made.catch((caught: unknown) => caught);
  return only(error instanceof BuildFailure ? error.messages : []);
}

test('a full disk is told with its folder and what to do', async () => {
  let tries = 0;
  const full: Browser = {
    version: 'Full/1',
    sandboxed: true,
    withPage: async () => {
      tries += 1;
      throw new BrowserFault('full', '/folder');
    },
    close: async () => undefined,
  };
  const browser = await renewedBrowser(async () => full);
  const { ruleId, reason } = await failureOf(browser.withPage(SOURCE, async () => 1));
  expect(ruleId).toBe('browser-failed');
  expect(reason).toMatch(/^Unexpected full disk at \/folder .*name another folder by TMPDIR/u);
  // A fresh one would find no more room.
  expect(tries).toBe(1);
});

/** A disk of so many megabytes, where this user may make one. */
const mounted = (folder: string, megabytes: number): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder])
    .status === 0;

const folder = await mkdtemp(path.join(tmpdir(), 'room-'));
// The browser may run as another user.
await chmod(folder, 0o755);
const canMount = process.platform === 'linux' && mounted(folder, 24);

describe.skipIf(!canMount)('on a disk of 24 megabytes', () => {
  const before = process.env['TMPDIR'];

  beforeAll(() => {
    process.env['TMPDIR'] = folder;
  });

  afterAll(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });

  /** Fill the disk to its end. */
  async function fill(): Promise<void> {
    const file = await open(path.join(folder, 'filler'), 'w');
    try {
      for (;;) await file.write(new Uint8Array(64 * 1024));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    } finally {
      await file.close();
    }
  }

  test('that fills while a page is open, it ends soon, and nothing is left behind', async () => {
    const browser = await nodeSystem().openBrowser();
    try {
      const made = browser.withPage(SOURCE, async () => {
        await fill();
        return new Promise(() => undefined);
      });
      expect((await failureOf(made)).reason).toContain(`full disk at ${folder}`);
    } finally {
      await browser.close();
    }
    expect(await readdir(folder)).toEqual(['filler']);
  });

  test('that is full, none starts, and nothing is left behind', async () => {
    await fill();
    const { ruleId, reason } = await failureOf(nodeSystem().openBrowser());
    expect(ruleId).toBe('browser-failed');
    expect(reason).toContain(`full disk (ENOSPC) at ${folder}`);
    expect(reason).toContain('TMPDIR');
    expect(await readdir(folder)).toEqual(['filler']);
  });
});

afterAll(async () => {
  if (canMount) spawnSync('umount', [folder]);
  await rm(folder, { recursive: true, force: true });
});
