import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../src/sha256.ts';
import { type Browser, nodeSystem } from '../../src/system/index.ts';
import type { Briefing } from '../../src/types.ts';
import { largeBriefing } from '../large-briefing.ts';
import { madeFiles } from '../made-files.ts';

/**
 * A browser that has other work pauses while it reads a page, lays out as much as it has, and draws it: what
 * it remembers of that must not be in what is printed.
 */

let browser: Browser;
let briefing: Briefing;

beforeAll(async () => {
  browser = await nodeSystem().openBrowser();
  briefing = largeBriefing({ reports: 3, shared: 12, alone: 12 });
});

afterAll(() => browser?.close());

/** Lays out each link before anything stands in it, and then with all that does. */
const PAUSE_IN_LINKS = `for (const link of document.querySelectorAll('a')) {
  const all = [...link.childNodes];
  link.replaceChildren();
  document.body.getBoundingClientRect();
  link.append(...all);
}`;

/** A browser that pauses at the beginning of every link, and has numbered every element before it prints. */
const busy = (): Browser => ({
  ...browser,
  withPage: (source, use) =>
    browser.withPage(source, async (page) => {
      await page.evaluate(PAUSE_IN_LINKS);
      const session = await page.createCDPSession();
      await session.send('DOM.getDocument', { depth: -1 });
      return use(page);
    }),
});

async function hashWith(used: Browser): Promise<string> {
  const files = await madeFiles(briefing, ['pdf'], { browser: used });
  return sha256(files.of('pdf').bytes);
}

test('the PDF is the same, wherever the browser paused', async () => {
  expect(await hashWith(busy())).toBe(await hashWith(browser));
}, 60_000);
