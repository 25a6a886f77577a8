import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measure, type Run } from './measure.ts';

/**
 * Time whole builds of the sample briefing, each a process of its own, and their peak memory.
 * Compare figures of one run only: machines are noisy.
 *
 *     npm run bench [-- RUNS]
 */

const RUNS = Number(process.argv[2] ?? 5);

/** The command as it is installed, and as `npm start` runs it. */
const COMPILED = ['dist/cli.js'];
const SOURCES = ['--import', 'tsx', 'src/cli.ts'];

interface Case {
  readonly args: readonly string[];
  /** Whether what was kept of earlier builds is thrown away before each. */
  readonly cold?: true;
}

const BY_MODEL = [...COMPILED, 'build', '--format', 'json', '--scorer', 'model'];

const CASES: Readonly<Record<string, Case>> = {
  'all formats': { args: [...COMPILED, 'build', '--format', 'html,pdf,json'] },
  'all formats, by npm start': { args: [...SOURCES, 'build', '--format', 'html,pdf,json'] },
  'HTML and JSON': { args: [...COMPILED, 'build', '--format', 'html,json'] },
  'JSON alone': { args: [...COMPILED, 'build', '--format', 'json'] },
  'JSON alone, by the model, cold': { args: BY_MODEL, cold: true },
  'JSON alone, by the model, again': { args: BY_MODEL },
};

async function main(): Promise<void> {
  const [out, cache] = ['out', 'cache'].map((name) =>
    mkdtempSync(path.join(tmpdir(), `synoptic-bench-${name}-`)),
  );
  if (!out || !cache) return;
  try {
    const rows = [];
    for (const [name, { args: command, cold }] of Object.entries(CASES)) {
      // Nothing is taken from the run before but what the model read.
      const args = [...command, 'articles', '--out', out, '--quiet', '--fresh'];
      // The first run unpacks the browser on a fresh machine and is not counted.
      const own = command === BY_MODEL ? cache : undefined;
      await measure(process.execPath, args, own);
      const runs: Run[] = [];
      for (let run = 0; run < RUNS; run++) {
        if (cold) rmSync(cache, { recursive: true, force: true });
        runs.push(await measure(process.execPath, args, own));
      }
      rows.push({ case: name, ...summary(runs) });
    }
    console.log(`${RUNS} builds each, node ${process.version}`);
    console.table(rows);
  } finally {
    for (const folder of [out, cache]) rmSync(folder, { recursive: true, force: true });
  }
}

function summary(runs: readonly Run[]) {
  const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b);
  const megabytes = runs.flatMap((run) => run.megabytes ?? []);
  const at = (index: number) => Number((seconds[index] ?? 0).toFixed(2));
  return {
    'min s': at(0),
    'median s': at(Math.floor(seconds.length / 2)),
    'max s': at(seconds.length - 1),
    'peak MB': megabytes.length > 0 ? Math.round(Math.max(...megabytes)) : 'unknown',
  };
}

await main();
