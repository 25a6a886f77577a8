import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Time and peak memory of a program. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How often memory is looked at, in milliseconds. */
const SAMPLE_MS = 25;

export interface Run {
  readonly seconds: number;
  /** Of the program and the browser together; null where the system does not tell. */
  readonly megabytes: number | null;
}

/**
 * Run a program in the repository's folder.
 *
 * @param cache Folder for what a build keeps for the next. Default: that of the user.
 */
export function measure(program: string, args: readonly string[], cache?: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(program, args, {
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
      if (code !== 0) reject(new Error(`${program} ended with ${code}`));
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
