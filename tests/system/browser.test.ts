import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BuildFailure } from '../../src/messages.ts';
import { type Browser, nodeSystem } from '../../src/system/index.ts';
import { pagesWithin, renewedBrowser } from '../../src/system/renewed-browser.ts';

/** A browser that ends when it should not, and one that does not when it should. */

const HTML = '<!DOCTYPE html><title>Page</title><p>The ferry runs each hour.';

let browser: Browser;

beforeAll(async () => {
  browser = await nodeSystem().openBrowser();
});

afterAll(() => browser?.close());

const open = <T>(use: (page: Page) => Promise<T>, limitMs?: number) =>
  browser.withPage({ html: HTML, scripts: false, ...(limitMs && { limitMs }) }, use);

/** End the whole browser, as a kill does. */
async function crash(page: Page): Promise<never> {
  const session = await page.createCDPSession();
  await session.send('Browser.crash');
  throw new Error('it goes on');
}

const print = async (page: Page) => (await page.pdf()).length;

const rulesOf = async (made: Promise<unknown>) => {
  const error: unknown = await made.catch((caught: unknown) => caught);
  return error instanceof BuildFailure ? error.messages.map(({ ruleId }) => ruleId) : error;
};

describe('a browser', () => {
  test('that ends at a page makes it once more', async () => {
    let tries = 0;
    const length = await open(async (page) => (++tries === 1 ? crash(page) : print(page)));
    expect(tries).toBe(2);
    expect(length).toBeGreaterThan(1000);
  });

  test('that ends for several pages at once makes each', async () => {
    const tries = [0, 0];
    let bothOpen: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      bothOpen = resolve;
    });
    const made = tries.map((_, at) =>
      open(async (page) => {
        tries[at] = (tries[at] ?? 0) + 1;
        if (tries[at] > 1) return print(page);
        if (!tries.includes(0)) bothOpen();
        await opened;
        return crash(page);
      }),
    );
    for (const length of await Promise.all(made)) expect(length).toBeGreaterThan(1000);
  });

  test('that ends twice at a page is told, and serves the next', async () => {
    expect(await rulesOf(open(crash))).toEqual(['browser-failed']);
    expect(await open(print)).toBeGreaterThan(1000);
  });

  test('whose page ends alone makes it once more', async () => {
    let tries = 0;
    const made = open(async (page) => {
      if (++tries > 1) return print(page);
      const session = await page.createCDPSession();
      await session.send('Page.crash');
      return 0;
    });
    expect(await made).toBeGreaterThan(1000);
  });

  test('whose page never ends is told', async () => {
    expect(await rulesOf(open(() => new Promise(() => undefined), 200))).toEqual([
      'browser-failed',
    ]);
    expect(await open(print)).toBeGreaterThan(1000);
  });

  test('hands on what a page was used wrongly for', async () => {
    const failure = new Error('of the page’s user');
    await expect(open(() => Promise.reject(failure))).rejects.toBe(failure);
  });
});

test('no more pages are open at a time than there is room for', async () => {
  let now = 0;
  let most = 0;
  const counting: Browser = {
    version: 'Counting/1',
    sandboxed: true,
    async withPage(_, use) {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return use(undefined as never);
    },
    close: async () => undefined,
  };
  const limited = await renewedBrowser(async () => counting, 2);
  const source = { html: HTML, scripts: false };
  await Promise.all(Array.from({ length: 6 }, () => limited.withPage(source, async () => 1)));
  expect(most).toBe(2);
});

test.each([
  [0, 1],
  [299e6, 1],
  [600e6, 2],
  [64e9, 8],
])('in %d bytes of memory pages have room: %d', (bytes, pages) => {
  expect(pagesWithin(bytes)).toBe(pages);
});

const PROGRAM = `
import { nodeSystem } from './src/system/index.ts';
const browser = await nodeSystem().openBrowser();
await browser.withPage({ html: '<p>Page', scripts: false }, async () => {
  process.stdout.write('open');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});`;

/** Processes whose command names a folder. */
async function runningIn(folder: string): Promise<readonly string[]> {
  const listed = spawn('ps', ['-eo', 'args']);
  let text = '';
  listed.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  await once(listed, 'close');
  return text.split('\n').filter((line) => line.includes(folder));
}

describe.skipIf(process.platform !== 'linux')('a program that is ended', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ended-'));
    // The browser may run as another user.
    await chmod(folder, 0o755);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([['SIGINT'], ['SIGKILL']] as const)('by %s leaves no browser', async (signal) => {
    const program = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', PROGRAM],
      { env: { ...process.env, TMPDIR: folder } },
    );
    await once(program.stdout, 'data');
    expect(await profilesIn(folder)).toHaveLength(1);
    expect((await runningIn(folder)).length).toBeGreaterThan(0);
    program.kill(signal);
    await once(program, 'exit');
    await expect.poll(() => runningIn(folder), { timeout: 5000 }).toEqual([]);
    // Killed outright, it cannot tidy up.
    expect(await profilesIn(folder)).toHaveLength(signal === 'SIGINT' ? 0 : 1);
  });
});

const profilesIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.startsWith('synoptic-'));
