import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { ModelFiles } from './manifest.ts';
import { MODEL_BYTES, sideBySide } from './memory.ts';
import { ModelFault } from './model.ts';
import { openPool } from './pool.ts';
import { type Reader, startReader } from './reader.ts';
import type { ReadingResult, ReadingTask } from './reading-worker.ts';

/** Most that the objects of one may take: passages as they are handed over, and their vectors. */
const HEAP_BYTES = 250e6;

/** Each takes its memory anew. Two were measured, on two processors. */
const MOST = 4;

/**
 * Passages that it pays to start a thread for: it takes seconds to start, the more the more start at once.
 * On two processors, two were no faster than one with 90 passages, and a quarter faster with 250.
 */
const PASSAGES_EACH = 60;

export interface ReadersOptions {
  /**
   * Most threads that read side by side. Default: as many as processors and memory allow; in a thread
   * of a pool one, since its neighbors are at work already.
   */
  readonly threads?: number;
  /** Variables that the threads see. Default: those of the process. */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Start the model: in threads where much is to be read and there are processors for them, else in
 * this one.
 *
 * @param passages How many are to be read.
 * @throws ModelFault where it will not start.
 */
export async function startReaders(
  files: ModelFiles,
  passages: number,
  {
    threads = isMainThread ? Math.min(MOST, sideBySide(MODEL_BYTES)) : 1,
    environment = process.env,
  }: ReadersOptions,
): Promise<Reader> {
  const wanted = Math.min(threads, Math.floor(passages / PASSAGES_EACH));
  return wanted > 1
    ? inThreads(files.folder, wanted, environment)
    : oneByOne(await startReader(files));
}

function oneByOne({ encode, compare, close }: Reader): Reader {
  const limit = pLimit(1);
  return {
    encode: (passages) => limit(encode, passages),
    compare: (batch) => limit(compare, batch),
    close,
  };
}

function inThreads(folder: string, threads: number, environment: NodeJS.ProcessEnv): Reader {
  const pool = openPool<ReadingTask, ReadingResult>(
    { worker: WORKER, threads, heap: HEAP_BYTES },
    environment,
  );
  // What waits is held twice: here, and as it is handed over.
  const limit = pLimit(2 * threads);
  const run = (task: Omit<ReadingTask, 'folder'>) =>
    limit(() => pool.run({ folder, ...task }).catch(failed));
  return {
    encode: async (passages) => (await run({ passages })).encoded,
    compare: async (batch) => (await run({ batch })).answers,
    close: pool.close,
  };
}

/** The module of the threads, compiled or not as this one is. */
const WORKER = new URL(`./reading-worker${path.extname(import.meta.url)}`, import.meta.url);

function failed(cause: unknown): never {
  throw new ModelFault('unsupported', 'failure of a thread that reads', { cause });
}
