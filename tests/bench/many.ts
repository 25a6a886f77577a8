import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { measure } from './measure.ts';

/**
 * Build a folder of many briefings side by side, as many at a time as the machine takes, and a part of
 * them one by one; with the peak memory of all processes together. Each briefing is the sample with a
 * sentence of its own in every report. What is made one by one is counted up from the part.
 *
 *     npx tsc && npx tsx tests/bench/many.ts [COUNT] [FORMATS] [PART] [JOBS]
 */

const COUNT = Number(process.argv[2] ?? 200);
const FORMATS = process.argv[3] ?? 'html,json';
const PART = Math.min(COUNT, Number(process.argv[4] ?? 20));
const JOBS = process.argv[5];

const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-bench-'));
// Root hands the browser, whose profile may lie in it, over to another user.
chmodSync(folder, 0o755);

/** A folder of so many briefings. */
function collection(count: number): string {
  const events = path.join(folder, `events-${count}`);
  for (let at = 1; at <= count; at++) {
    const briefing = path.join(events, `event-${String(at).padStart(4, '0')}`);
    cpSync('articles', briefing, { recursive: true });
    for (const name of readdirSync(briefing).filter((file) => file.endsWith('.txt'))) {
      const file = path.join(briefing, name);
      writeFileSync(
        file,
        `${readFileSync(file, 'utf8').trimEnd()}\n\nIt is listed as case ${at}.\n`,
      );
    }
  }
  return events;
}

async function timed(count: number, flags: readonly string[]) {
  const out = path.join(folder, `out-${count}-${flags.join('')}`);
  const args = ['dist/cli.js', 'build', collection(count), '--out', out, '--format', FORMATS];
  const { seconds, megabytes } = await measure(process.execPath, [...args, '--quiet', ...flags]);
  return {
    briefings: count,
    seconds: Number(seconds.toFixed(1)),
    'a minute': Number(((60 * count) / seconds).toFixed(1)),
    'peak MB': megabytes === null ? 'unknown' : Math.round(megabytes),
  };
}

try {
  // The browser is unpacked on a fresh machine, and the disk's cache is filled.
  await timed(1, []);
  const rows = {
    'one by one': await timed(PART, ['--jobs', '1']),
    'side by side': await timed(COUNT, JOBS ? ['--jobs', JOBS] : []),
  };
  console.log(`${FORMATS}, ${availableParallelism()} processors, node ${process.version}`);
  console.table(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
