import { parseConfig } from '../../src/config/index.ts';
import { openDocument } from '../../src/documents/index.ts';
import { normalize } from '../../src/normalize/index.ts';
import { read } from '../../src/read/index.ts';

/**
 * Time the reading of saved pages, and watch that time grows with size and no faster, on pages
 * made to prevent that, too. Compare figures of one run only: machines are noisy.
 *
 *     npx tsx tests/bench/pages.ts [PAGES]
 */

const PAGES = Number(process.argv[2] ?? 1000);

/** Size of a page in bytes. */
const PAGE_BYTES = 100_000;

const CONFIG = parseConfig('', 'briefing.yaml');

async function main(): Promise<void> {
  await many();
  const rows = [];
  for (const [name, make] of Object.entries(HOSTILE)) {
    for (const share of [0.25, 0.5, 1]) {
      const page = make(share);
      const { milliseconds, outcome } = await readPage(page);
      rows.push({ page: name, kB: Math.round(page.length / 1000), ms: milliseconds, outcome });
    }
  }
  console.table(rows);
}

/** Read pages one after another; none is kept. */
async function many(): Promise<void> {
  let peak = 0;
  const halves: number[] = [];
  for (let half = 0; half < 2; half++) {
    const since = performance.now();
    for (let index = 0; index < PAGES / 2; index++) {
      await readPage(ordinary(index));
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    halves.push((performance.now() - since) / 1000);
  }
  const [first = 0, second = 0] = halves;
  console.log(
    `${PAGES} pages of ${PAGE_BYTES / 1000} kB: ${(PAGES / (first + second)).toFixed(0)} a second, ` +
      `first half ${first.toFixed(1)} s, second half ${second.toFixed(1)} s, ` +
      `peak ${Math.round(peak / 1e6)} MB`,
  );
}

async function readPage(source: string) {
  const since = performance.now();
  const { content } = await openDocument({
    name: 'page.html',
    bytes: new TextEncoder().encode(source),
  });
  const { reports, messages } = read(content ? [content] : [], CONFIG, '.');
  for (const report of reports) normalize(report);
  const words = reports.flatMap(({ blocks }) => blocks).length;
  const [rule] = messages.filter(({ fatal, ruleId }) => fatal && ruleId !== 'one-report');
  const milliseconds = Math.round(performance.now() - since);
  return { milliseconds, outcome: rule?.ruleId ?? `${words} blocks` };
}

// ---------------------------------------------------------------------------------------------
// Pages

const SENTENCE =
  'The town of Harlow closed its old bridge on Tuesday after inspectors found cracks. ';

/** A page as newsrooms make them: a menu, a report of 800 words, links, and much that is no text. */
function ordinary(index: number): string {
  const paragraphs = Array.from(
    { length: 20 },
    (_, at) => `<p class="story-text">Report ${index}, part ${at}. ${SENTENCE.repeat(3)}</p>`,
  );
  const links = Array.from(
    { length: 150 },
    (_, at) => `<li class="menu-item"><a href="/story/${at}">Story ${at} of the day</a></li>`,
  );
  const page = `<!doctype html><html lang="en"><head><title>Bridge ${index}</title></head><body>
<nav><ul>${links.join('\n')}</ul></nav><article><h1>Bridge ${index}</h1>${paragraphs.join('\n')}</article>
<footer><ul>${links.join('\n')}</ul></footer></body></html>`;
  return page.replace('</body>', `<script>${'x'.repeat(PAGE_BYTES - page.length)}</script></body>`);
}

const article = (inside: string): string =>
  `<!doctype html><html><body><article><p>${SENTENCE.repeat(5)}</p>${inside}</article></body></html>`;

/** What makes parsers and extractors slow, at a share of the full size. */
const HOSTILE: Readonly<Record<string, (share: number) => string>> = {
  'elements in elements': (share) => article('<div>'.repeat(100_000 * share)),
  'attribute of 10 MB': (share) => article(`<p title="${'x'.repeat(10_000_000 * share)}">End.</p>`),
  'many attributes': (share) =>
    article(
      `<p ${Array.from({ length: 100_000 * share }, (_, at) => `a${at}=1`).join(' ')}>End.</p>`,
    ),
  'nothing closed': (share) => article('<p><b><i><div><span><a href="#">'.repeat(20_000 * share)),
  'formatting not closed': (share) =>
    article(
      `${Array.from({ length: 400 }, (_, at) => `<font size="${at}">`).join('')}${'<p>a'.repeat(50_000 * share)}`,
    ),
  'text in tables': (share) => article(`<table>${'a<b>b</b>'.repeat(25_000 * share)}</table>`),
  paragraphs: (share) => article('<p>A word.</p>'.repeat(50_000 * share)),
  'line breaks': (share) => article('word<br>'.repeat(50_000 * share)),
  'character references': (share) => article(`<p>${'&amp; '.repeat(80_000 * share)}</p>`),
  'line of 10 MB': (share) => article(`<p>${'word '.repeat(2_000_000 * share)}</p>`),
  'open tags': (share) => article('<'.repeat(1_000_000 * share)),
  comments: (share) => article('<!--'.repeat(1_000_000 * share)),
};

await main();
