import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { build, FORMATS, nodeSystem, type System, VERSION } from '../../src/index.ts';
import { largeBriefing } from '../large-briefing.ts';
import { madeFiles } from '../made-files.ts';
import { measure, type Run } from './measure.ts';

/**
 * Time builds of the sample briefing by format, each a process of its own, with their peak memory:
 * all formats with nothing kept from an earlier build and again, each alone, eight briefings one by
 * one and side by side; and the PDF of a made-up briefing of some 300 pages, from when its facts are at
 * hand. Beside them WeasyPrint, where it is installed, printing the very HTML that
 * the PDF is printed from; the program is WEASYPRINT, else `weasyprint` of the search path.
 *
 *     npx tsc && npx tsx tests/bench/formats.ts [RUNS]
 */

const RUNS = Number(process.argv[2] ?? 3);
const SIDE_BY_SIDE = 8;
const WEASYPRINT = process.env['WEASYPRINT'] ?? 'weasyprint';

const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-bench-'));
// Root hands the browser, which is unpacked in it, over to another user.
chmodSync(folder, 0o755);

let outs = 0;

/** Nothing is taken from the builds before: each has an output folder of its own, and makes all anew. */
const builds = (formats: string, cache?: string): Promise<Run> => {
  const out = path.join(folder, `out-${++outs}`);
  const args = ['dist/cli.js', 'build', 'articles', '--out', out, '--format', formats];
  return measure(process.execPath, [...args, '--fresh', '--quiet'], cache);
};

/** The fastest of several runs, and the most memory of any. */
async function best(run: () => Promise<Run>) {
  const runs: Run[] = [];
  for (let at = 0; at < RUNS; at++) runs.push(await run());
  return row(Math.min(...runs.map(({ seconds }) => seconds)), runs);
}

const row = (seconds: number, runs: readonly Run[]) => ({
  seconds: Number(seconds.toFixed(2)),
  'peak MB': Math.round(Math.max(...runs.map(({ megabytes }) => megabytes ?? 0))) || 'unknown',
});

async function several(count: number, sideBySide: boolean) {
  const begun = performance.now();
  const all = Array.from({ length: count }, (_, at) => at);
  const runs: Run[] = [];
  if (sideBySide) runs.push(...(await Promise.all(all.map(() => builds('all')))));
  else for (const _ of all) runs.push(await builds('all'));
  const seconds = (performance.now() - begun) / 1000;
  if (!sideBySide) return row(seconds, runs);
  const megabytes = runs.reduce((sum, run) => sum + (run.megabytes ?? 0), 0);
  return row(seconds, [{ seconds, megabytes }]);
}

/** Facts of this many make some 300 pages. */
const LARGE = { reports: 10, shared: 540, alone: 10 } as const;

/** Print a large briefing, whose facts are at hand. */
async function printLarge() {
  const briefing = largeBriefing(LARGE);
  const browser = await nodeSystem().openBrowser();
  try {
    const runs: Run[] = [];
    let pages = 0;
    for (let at = 0; at < RUNS; at++) {
      const begun = performance.now();
      const files = await madeFiles(briefing, ['pdf'], { browser });
      runs.push({ seconds: (performance.now() - begun) / 1000, megabytes: null });
      pages = (await PDFDocument.load(files.of('pdf').bytes)).getPageCount();
    }
    return {
      name: `PDF of ${pages} pages`,
      ...row(Math.min(...runs.map((run) => run.seconds)), runs),
    };
  } finally {
    await browser.close();
  }
}

/** The HTML that the PDF of the sample is printed from. */
async function printedHtml(): Promise<string> {
  let printed = '';
  const real = nodeSystem();
  const system: System = {
    ...real,
    async openBrowser() {
      const browser = await real.openBrowser();
      return {
        ...browser,
        withPage: (source, use) => {
          printed = source.html;
          return browser.withPage(source, use);
        },
      };
    },
  };
  await build({ folder: 'articles', out: null, formats: ['pdf'], version: VERSION }, system);
  return printed;
}

async function main(): Promise<void> {
  const cache = path.join(folder, 'cache');
  const rows: Record<string, ReturnType<typeof row>> = {};
  rows['all formats, cold'] = await best(async () => {
    rmSync(cache, { recursive: true, force: true });
    return builds('all', cache);
  });
  rows['all formats, warm'] = await best(() => builds('all', cache));
  for (const format of FORMATS) rows[`${format} alone`] = await best(() => builds(format));
  rows[`${SIDE_BY_SIDE} briefings, one by one`] = await several(SIDE_BY_SIDE, false);
  rows[`${SIDE_BY_SIDE} briefings, side by side (memory of all, at most)`] = await several(
    SIDE_BY_SIDE,
    true,
  );
  const { name, ...large } = await printLarge();
  rows[name] = large;
  const html = path.join(folder, 'print.html');
  writeFileSync(html, await printedHtml());
  const print = () => measure(WEASYPRINT, [html, path.join(folder, 'weasyprint.pdf')]);
  try {
    rows['WeasyPrint, printing alone'] = await best(print);
  } catch (error) {
    console.log(`WeasyPrint is left out: ${String(error)}`);
  }
  console.log(`${RUNS} runs each, node ${process.version}`);
  console.table(rows);
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
