import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, FORMATS, nodeSystem, type System, VERSION } from '../../src/index.ts';
import { measure, type Run } from './measure.ts';

/**
 * Time builds of the sample briefing by format, each a process of its own, with their peak memory:
 * all formats with nothing kept from an earlier build and again, each alone, eight briefings one by
 * one and side by side. Beside them WeasyPrint, where it is installed, printing the very HTML that
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

const builds = (formats: string, name = 'out', cache?: string): Promise<Run> => {
  const out = path.join(folder, name);
  const args = ['dist/cli.js', 'build', 'articles', '--out', out, '--format', formats, '--quiet'];
  return measure(process.execPath, args, cache);
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
  if (sideBySide) runs.push(...(await Promise.all(all.map((at) => builds('all', `out-${at}`)))));
  else for (const at of all) runs.push(await builds('all', `out-${at}`));
  return row((performance.now() - begun) / 1000, runs);
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
    return builds('all', 'out', cache);
  });
  rows['all formats, warm'] = await best(() => builds('all', 'out', cache));
  for (const format of FORMATS) rows[`${format} alone`] = await best(() => builds(format));
  rows[`${SIDE_BY_SIDE} briefings, one by one`] = await several(SIDE_BY_SIDE, false);
  rows[`${SIDE_BY_SIDE} briefings, side by side (memory of one)`] = await several(
    SIDE_BY_SIDE,
    true,
  );
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
