import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BroadcastChannel, type Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { type Said, saidIn, type ThreadData, ThreadFault } from './thread.ts';

/** Threads that work side by side, each with its own memory and browser. */
export interface Pool<Task, Result> {
  /**
   * Have a thread do a piece of work, once one is free.
   *
   * @throws ThreadFault when the thread ended at it. The others go on, and another takes its place.
   */
  run(task: Task): Promise<Result>;
  /** Let the threads close what they have open, and end them. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** The module of the threads, which exports `work`. */
  readonly worker: URL;
  readonly threads: number;
  /** Most that the objects of one thread may take, in bytes. */
  readonly heap: number;
}

/** Longest that is waited for threads to close what they have open, in milliseconds. */
const END_LIMIT_MS = 5_000;

/** The same where a signal ends the program: a thread at work may not hear. */
const SIGNAL_LIMIT_MS = 1_000;

/** Signals that end the program. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Start threads. What they put beside (profiles of browsers) lies in a folder of their own, which goes
 * with them: a thread that crashes takes nothing away.
 *
 * @param environment Variables that they see.
 */
export function openPool<Task, Result>(
  { worker, threads, heap }: PoolOptions,
  environment: NodeJS.ProcessEnv,
): Pool<Task, Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-threads-'));
  // Root hands the browser, whose profile is in it, over to another user.
  chmodSync(folder, 0o755);
  const channel = path.basename(folder);
  const heard = listening(channel);
  const piscina = new Piscina<Task, Result>({
    filename: fileURLToPath(worker),
    name: 'work',
    minThreads: threads,
    maxThreads: threads,
    env: { ...environment, TMPDIR: folder },
    // A thread that waits for work hears of its browser, and of the end.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: Math.floor(heap / 1e6) },
    workerData: { channel } satisfies ThreadData,
    ...(worker.pathname.endsWith('.ts') && { execArgv: ['--import', loader()] }),
  });
  // One that ends between two pieces of work is replaced, and nothing is lost.
  piscina.on('error', () => undefined);
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  let closing: Promise<void> | undefined;
  const close = (limit: number) => {
    closing ??= heard.end(piscina.threads, limit).then(async () => {
      await piscina.destroy();
      forget();
      clear();
    });
    return closing;
  };
  const forget = endWithProgram(() => close(SIGNAL_LIMIT_MS), clear);
  return { run: (task) => piscina.run(task).catch(failed), close: () => close(END_LIMIT_MS) };
}

/** What lets threads run the sources as they are: in them, tsx has to be asked for by name. */
function loader(): string {
  const api = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href;
  const file = api.replace(/\.cjs$/u, '.mjs');
  return `data:text/javascript,import{register}from${encodeURIComponent(JSON.stringify(file))};register()`;
}

/** The threads of a pool that have started, and can be asked to close what they have open. */
function listening(name: string) {
  const channel = new BroadcastChannel(name);
  const open = new Set<number>();
  let onEnd: () => void = () => undefined;
  channel.onmessage = (heard: unknown) => {
    const said = saidIn(heard);
    if (said.what === 'started') open.add(said.thread);
    if (said.what === 'ended') open.delete(said.thread);
    onEnd();
  };
  // It keeps nothing running.
  channel.unref();
  return {
    /** Ask those threads that still are, and wait until all have done so, or for so long. */
    async end(threads: readonly Worker[], limit: number): Promise<void> {
      const isLeft = () => threads.some(({ threadId }) => open.has(threadId));
      if (isLeft()) {
        channel.postMessage({ what: 'end' } satisfies Said);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, limit);
          onEnd = () => {
            if (isLeft()) return;
            clearTimeout(timer);
            resolve();
          };
        });
      }
      channel.close();
    },
  };
}

/** Names of what pools and browsers listen with. */
const ENDS: readonly string[] = ['endOfPool', 'endOfBrowser'];

/**
 * Have the threads end before a signal ends the program.
 *
 * @param atExit Done where the program ends by itself, and waits for nothing.
 * @returns Ends the watch.
 */
function endWithProgram(close: () => Promise<void>, atExit: () => void): () => void {
  const endOfPool = (signal: NodeJS.Signals) => {
    // Whoever else listens than pools and browsers decides whether the program ends.
    if (process.listeners(signal).some(({ name }) => !ENDS.includes(name))) return;
    void close().finally(() => process.kill(process.pid, signal));
  };
  for (const signal of SIGNALS) process.on(signal, endOfPool);
  process.on('exit', atExit);
  return () => {
    process.off('exit', atExit);
    for (const signal of SIGNALS) process.off(signal, endOfPool);
  };
}

function failed(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  throw new ThreadFault(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'ended', error);
}
