import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../../src/command-line.ts';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The reports of the sample briefing. */
export const ARTICLES = path.join(ROOT, 'articles');

/** A new empty folder. The caller removes it. */
export const temporaryFolder = (): Promise<string> =>
  mkdtemp(path.join(tmpdir(), 'synoptic-test-'));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running preview's end is asked for by these, as by signals. */
export interface Calling {
  /** Variables to set beside those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly signals?: EventEmitter;
  /** Told what the command prints, as it does. */
  readonly onOutput?: (text: string) => void;
}

/**
 * Run the command line within this process, which has the program and its models of the language
 * loaded. What only a process can show is shown by `commandProcess`.
 */
export async function command(
  args: readonly string[],
  { environment = {}, signals = new EventEmitter(), onOutput }: Calling = {},
): Promise<Run> {
  const said = { stdout: '', stderr: '' };
  const into = (name: keyof typeof said) =>
    new Writable({
      decodeStrings: false,
      write(chunk: string, _, done) {
        said[name] += chunk;
        onOutput?.(chunk);
        done();
      },
    });
  const code = await commandLine(args, {
    environment: { ...process.env, ...environment },
    stdout: into('stdout'),
    stderr: into('stderr'),
    signals,
    exit: (code) => {
      throw new Error(`Unexpected end with ${code}`);
    },
  });
  return { code, ...said };
}

/**
 * Run the command as a process of its own.
 *
 * @param environment Variables to set beside those of this process.
 * @param killAfter Milliseconds after which it is killed without warning; never when left out.
 */
export function commandProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  killAfter?: number,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer =
      killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}
