import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { loadRealEvents } from '../eval/real-reports.ts';
import { fileOf, syntheticReports } from './synthetic.ts';

/**
 * Build an event of many made-up reports of 40 sentences (`synthetic.ts` says how they are made), and
 * print the time of each stage, the size of the page, the facts, and the peak memory.
 *
 *     npx tsx tests/bench/hundred.ts [REPORTS] [OUT]
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REPORTS = Number(process.argv[2] ?? 100);
const OUT = process.argv[3];

async function main(): Promise<void> {
  const reports = syntheticReports(await loadRealEvents(), REPORTS);
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-bench-'));
  const out = OUT ?? path.join(folder, 'out');
  try {
    for (const report of reports)
      writeFileSync(path.join(folder, `${report.id}.md`), fileOf(report));
    const build = ['--import', 'tsx', 'src/cli.ts', 'build', folder, '--out', out];
    const command = [process.execPath, ...build, '--format', 'html', '--verbose'];
    const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['-f', '%M kB', ...command], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    console.log((stderr.match(/^\w+ {2}\d+ ms$/gmu) ?? []).join('\n'));
    if (status !== 0) throw new Error(`the build ended with ${status}: ${stderr}`);
    console.log(stdout.split('\n')[0]);
    console.log(`peak memory ${/^\d+ kB$/mu.exec(stderr)?.[0] ?? 'unknown'}`);
    const page = path.join(out, 'index.html');
    const packed = gzipSync(readFileSync(page)).length;
    console.log(`page ${statSync(page).size} bytes, packed ${packed}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
