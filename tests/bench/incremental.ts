import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadRealEvents } from '../eval/real-reports.ts';
import { measure } from './measure.ts';
import { fileOf, syntheticReports } from './synthetic.ts';

/**
 * Time builds of 20 made-up reports (`synthetic.ts` says how they are made) after a change, beside
 * builds of everything. Each is a process of its own; compare figures of one run only.
 *
 *     npx tsc && npx tsx tests/bench/incremental.ts [RUNS]
 */

const RUNS = Number(process.argv[2] ?? 3);
const REPORTS = 20;

const root = mkdtempSync(path.join(tmpdir(), 'synoptic-bench-'));
// Root hands the browser, which is unpacked in it, over to another user.
chmodSync(root, 0o755);
const [reports, templates, cache] = ['reports', 'templates', 'cache'].map((name) =>
  path.join(root, name),
) as [string, string, string];

const SCREEN = 'styles/screen.css';
const screen = readFileSync(new URL(`../../templates/${SCREEN}`, import.meta.url), 'utf8');

/** Every change is another one than all before. */
let changes = 0;

/** What is done before a build. */
const CASES: Readonly<Record<string, () => void>> = {
  'everything, nothing kept': () => {
    rmSync(path.join(cache, 'stages'), { recursive: true, force: true });
    rmSync(path.join(root, 'out'), { recursive: true, force: true });
  },
  'nothing changed': () => undefined,
  'one report changed': () =>
    appendFileSync(path.join(reports, 'r001.md'), `\nThe ferry carried ${++changes} people.\n`),
  'a style of the page changed': () =>
    writeFileSync(path.join(templates, SCREEN), `${screen}\n.changed { order: ${++changes}; }\n`),
  'the theme changed': () =>
    writeFileSync(path.join(root, 'own.css'), `:root { --ink: #0000${10 + ++changes}; }\n`),
};

async function main(): Promise<void> {
  const events = await loadRealEvents();
  if (events.length === 0) return;
  for (const folder of [reports, path.join(templates, 'styles')])
    mkdirSync(folder, { recursive: true });
  for (const report of syntheticReports(events, REPORTS)) {
    writeFileSync(path.join(reports, `${report.id}.md`), fileOf(report));
  }
  for (const format of ['html,pdf,json', 'html']) {
    const rows: Record<string, { seconds: number }> = {};
    for (const change of Object.values(CASES)) change();
    const own = ['--templates', templates, '--theme', path.join(root, 'own.css')];
    const args = ['dist/cli.js', 'build', reports, '--out', path.join(root, 'out'), ...own];
    const build = () => measure(process.execPath, [...args, '--format', format, '--quiet'], cache);
    // The first run unpacks the browser, and is not counted.
    await build();
    for (const [name, change] of Object.entries(CASES)) {
      const seconds: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        change();
        seconds.push((await build()).seconds);
      }
      rows[name] = { seconds: Number(Math.min(...seconds).toFixed(2)) };
    }
    console.log(`${format}: the fastest of ${RUNS} builds each, node ${process.version}`);
    console.table(rows);
  }
}

try {
  await main();
} finally {
  rmSync(root, { recursive: true, force: true });
}
