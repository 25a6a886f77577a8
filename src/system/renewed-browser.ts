import pLimit from 'p-limit';
import type { Page } from 'puppeteer-core';
import { BuildFailure, message } from '../messages.ts';
import type { Browser, PageSource } from './browser.ts';
import { BrowserFault } from './browser-fault.ts';
import { freeMemory, within } from './memory.ts';

/**
 * Keep a browser that outlives its own end: a page at which it ended is made once more, by a fresh
 * one. No more pages are open at a time than there is memory for; the others wait.
 *
 * @param open Starts a browser.
 * @param pages So many at a time. Default: what the free memory allows.
 * @throws BuildFailure when none will start. So does `withPage`, when the browser ends at the same
 *   page twice, the page is not done in time, or the disk fills meanwhile.
 */
export async function renewedBrowser(
  open: () => Promise<Browser>,
  pages: number = pagesWithin(freeMemory()),
): Promise<Browser> {
  const limit = pLimit(pages);
  let current = open();
  const { version, sandboxed } = await current;
  /** Start another in the place of one that ended. Several pages may find out at once. */
  const renew = async (ended: Promise<Browser>) => {
    if (ended !== current) return;
    current = open();
    current.catch(() => undefined);
    await (await ended).close();
  };
  const make = async <T>(source: PageSource, use: (page: Page) => Promise<T>): Promise<T> => {
    const used = current;
    try {
      return await (await used).withPage(source, use);
    } catch (error) {
      if (!(error instanceof BrowserFault) || error.kind !== 'died') throw error;
      await renew(used);
      return await (await current).withPage(source, use);
    }
  };
  return {
    version,
    sandboxed,
    withPage: (source, use) => limit(() => make(source, use)).catch(failedAtPage),
    close: async () => (await current.catch(() => undefined))?.close(),
  };
}

/** What a page may take, in bytes: a browser that prints a short document takes 223 MB. */
const PAGE_BYTES = 300e6;

/** Side by side more pages are not done sooner: each of them keeps a processor busy. */
const MAX_PAGES = 8;

/** So many pages may be open in so much memory. At least one: with less it is tried all the same. */
export const pagesWithin = (bytes: number): number =>
  Math.min(MAX_PAGES, within(bytes, PAGE_BYTES));

function failedAtPage(error: unknown): never {
  if (!(error instanceof BrowserFault)) throw error;
  throw new BuildFailure([
    message({
      rule: 'browser-failed',
      file: 'briefing.pdf',
      found: FOUND[error.kind](error.message),
      expected: 'a page that is printed',
      advice: `nothing was published; ${INSTEAD[error.kind]}, or leave the PDF out with --format html,json`,
      cause: error,
    }),
  ]);
}

const FOUND: Readonly<Record<BrowserFault['kind'], (reason: string) => string>> = {
  died: (reason) => `a browser that ended twice at one page (${reason})`,
  late: (reason) => `a page that was not done in time (${reason})`,
  full: (folder) => `full disk at ${folder} while the browser printed`,
};

const MEMORY = 'free memory and try again, set PUPPETEER_EXECUTABLE_PATH to another browser';

const INSTEAD: Readonly<Record<BrowserFault['kind'], string>> = {
  died: MEMORY,
  late: MEMORY,
  full: 'free some room there, name another folder by TMPDIR',
};
