import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Time whole builds of the sample briefing, each a process of its own, and their peak memory.
 * Compare figures of one run only: machines are noisy.
 *
 *     npm run bench [-- RUNS]
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RUNS = Number(process.argv[2] ?? 5);

/** How often memory is looked at, in milliseconds. */
const SAMPLE_MS = 25;

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

interface Run {
  readonly seconds: number;
  /** Of the program and the browser together; null where the system does not tell. */
  readonly megabytes: number | null;
}

async function main(): Promise<void> {
  const [out, cache] = ['out', 'cache'].map((name) =>
    mkdtempSync(path.join(tmpdir(), `synoptic-bench-${name}-`)),
  );
  if (!out || !cache) return;
  try {
    const rows = [];
    for (const [name, { args: command, cold }] of Object.entries(CASES)) {
      const args = [...command, 'articles', '--out', out, '--quiet'];
      // The first run unpacks the browser on a fresh machine and is not counted.
      const own = command === BY_MODEL ? cache : undefined;
      await measure(args, own);
      const runs: Run[] = [];
      for (let run = 0; run < RUNS; run++) {
        if (cold) rmSync(cache, { recursive: true, force: true });
        runs.push(await measure(args, own));
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

/** @param cache Folder for what a build keeps for the next. Default: that of the user. */
function measure(args: readonly string[], cache?: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...(cache && { SYNOPTIC_CACHE: cache }) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let peak: number | null = null;
    const timer = setInterval(() => {
      const now = child.pid === undefined ? null : memoryOfTree(child.pid);
      if (now !== null) peak = Math.max(peak ?? 0, now);
    }, SAMPLE_MS);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      if (code !== 0) reject(new Error(`the build ended with ${code}`));
      else resolve({ seconds: (performance.now() - begun) / 1000, megabytes: peak });
    });
  });
}

/** Proportional memory of a process and all that it started, in MB; null where `/proc` is not. */
function memoryOfTree(root: number): number | null {
  try {
    const parents = new Map(
      readdirSync('/proc')
        .filter((name) => /^\d+$/u.test(name))
        .flatMap((name): [number, number][] => {
          const parent = /^PPid:\s+(\d+)$/mu.exec(read(`/proc/${name}/status`))?.[1];
          return parent ? [[Number(name), Number(parent)]] : [];
        }),
    );
    const tree = new Set([root]);
    // Processes are listed in order of age, so that parents come before their children.
    for (const [pid, parent] of parents) if (tree.has(parent)) tree.add(pid);
    const kilobytes = [...tree].map((pid) =>
      Number(/^Pss:\s+(\d+) kB$/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
    );
    return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
  } catch {
    return null;
  }
}

/** A file of `/proc`, or nothing: the process may just have ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

await main();
