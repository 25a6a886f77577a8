import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeSystem } from '../../src/index.ts';
import type { Browser } from '../../src/system/index.ts';
import { atPassage } from '../../src/text-fragments.ts';

/** Links to passages, as a browser follows them: the page is served to it as its outlet has it. */

let browser: Browser;

beforeAll(async () => {
  browser = await nodeSystem().openBrowser();
});

afterAll(() => browser?.close());

const ADDRESS = 'http://courier.example/bridge';

/** Words that a passage begins with, too. */
const HEADLINE = 'Nobody will drive over it';

const MORE = '<p>Other words stand here, and many of them: of ferries, cars and cracks.</p>'.repeat(
  100,
);

/** Open a page of an outlet by a link, and say how far down the window the passage stands. */
async function placeOf(passage: string, link: string): Promise<number> {
  const html = `<!DOCTYPE html><meta charset="utf-8"><h1>${HEADLINE}</h1>${MORE}<p id="it">${passage}</p>${MORE}`;
  return browser.withPage({ html: '', scripts: true }, async (blank) => {
    const page: Page = await blank.browser().newPage();
    try {
      await page.setViewport({ width: 800, height: 600 });
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        request
          .respond({ status: 200, contentType: 'text/html', body: html })
          .catch(() => undefined);
      });
      await page.goto(link);
      // The browser looks for the words once the page is laid out.
      await page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))',
      );
      return await page.$eval('#it', (element) => element.getBoundingClientRect().top);
    } finally {
      await page.close();
    }
  });
}

const isSeen = (top: number) => top >= 0 && top < 600;

test.each([
  ['plain words', 'The town closed its old bridge.', 'The town closed its old bridge.'],
  [
    'straight quotation marks, an apostrophe, a dash, a link',
    '“Nobody will drive over this bridge until it holds – never,” <a href="#">Ruth Amsel</a> told the town’s council.',
    '&quot;Nobody will drive over this bridge until it holds&nbsp;&mdash; never,&quot; <a href="#">Ruth Amsel</a> told the town&#39;s council.',
  ],
  [
    'British quotation marks and a soft hyphen',
    '“The fer­ry will run, and cost nothing,” the town said in a letter to everybody who drives.',
    '‘The fer&shy;ry will run, and cost nothing’, the town said in a letter to everybody who drives.',
  ],
  [
    'marks that have a meaning in the link',
    'AT&amp;T, the carrier, and 9,000 cars go round it.',
    'AT&amp;T, the carrier, and 9,000 cars go round it.',
  ],
])('a passage is shown: %s', async (_, read, there) => {
  const exact = read.replace(/<[^>]*>|\u{ad}/gu, '').replace('&amp;', '&');
  const link = atPassage(ADDRESS, exact, `${HEADLINE}\n${exact}`);
  expect(link).toContain(':~:text=');
  expect(isSeen(await placeOf(there, link))).toBe(true);
});

test('without the passage the page opens at its beginning', async () => {
  const link = atPassage(ADDRESS, 'The council never said a word of this.', '');
  expect(isSeen(await placeOf('The town closed its old bridge.', link))).toBe(false);
});
