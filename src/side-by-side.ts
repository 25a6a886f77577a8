import path from 'node:path';
import pLimit from 'p-limit';
import type { VFileMessage } from 'vfile-message';
import { type BriefingResult, type BriefingTask, buildOne, crashed } from './build-one.ts';
import { message } from './messages.ts';
import { toPlain } from './plain-messages.ts';
import { MODEL_BYTES, type System, ThreadFault } from './system/index.ts';
import { keptWarm, type WarmSystem } from './warm.ts';

/**
 * What a thread takes that builds a short briefing with all formats, its browser included, in bytes
 * (`tests/bench/many.ts`).
 */
const BRIEFING_BYTES = 600e6;

/** Most that the objects of one thread may take: twice what a briefing of a hundred reports does. */
const HEAP_BYTES = 2e9;

export interface SideBySide {
  /** So many at a time. Default: as many as processors and memory allow. */
  readonly jobs?: number | undefined;
  /** What this thread has open already, and keeps. Default: nothing. */
  readonly warm?: WarmSystem | undefined;
  /** Told after each. */
  readonly onDone: (task: BriefingTask, done: number) => void;
}

/**
 * Build briefings, several at a time: each in a thread, or, where it is one at a time, in this one. What
 * was opened for them is closed whatever happens.
 *
 * @returns What became of each, in their order.
 */
export async function buildSideBySide(
  tasks: readonly BriefingTask[],
  options: SideBySide,
  system: System,
): Promise<readonly BriefingResult[]> {
  const each = Math.max(0, ...tasks.map(bytesOf));
  const jobs = Math.max(1, Math.min(tasks.length, options.jobs ?? system.sideBySide(each)));
  const workshop = await (jobs > 1 ? threads(jobs, system) : thisThread(system, options.warm));
  const limit = pLimit(jobs);
  let done = 0;
  const build = async (task: BriefingTask) => {
    const result = await workshop.build(task);
    done += 1;
    options.onDone(task, done);
    return result;
  };
  try {
    return await Promise.all(tasks.map((task) => limit(build, task)));
  } finally {
    await workshop.close();
  }
}

const bytesOf = ({ scorer }: BriefingTask): number =>
  BRIEFING_BYTES + (scorer === 'model' ? MODEL_BYTES : 0);

/** Where briefings are built. */
interface Workshop {
  readonly build: (task: BriefingTask) => Promise<BriefingResult>;
  readonly close: () => Promise<void>;
}

function thisThread(system: System, kept: WarmSystem | undefined): Workshop {
  const warm = kept ?? keptWarm(system);
  return {
    async build(task) {
      const result = await buildOne(task, warm.system);
      // A browser that hangs must not spoil the next one, too.
      if (!result.built) await warm.drop();
      return result;
    },
    close: kept ? async () => undefined : warm.drop,
  };
}

async function threads(count: number, system: System): Promise<Workshop> {
  const pool = await system.openPool<BriefingTask, BriefingResult>({
    worker: WORKER,
    threads: count,
    heap: HEAP_BYTES,
  });
  return {
    build: (task) => pool.run(task).catch((error: unknown) => ended(task, error)),
    close: pool.close,
  };
}

/** The module of the threads, compiled or not as this one is. */
const WORKER = new URL(`./build-worker${path.extname(import.meta.url)}`, import.meta.url);

/** A thread that ended takes its own briefing with it, and no other. */
function ended(task: BriefingTask, error: unknown): BriefingResult {
  const isFull = error instanceof ThreadFault && error.kind === 'memory';
  return { built: null, messages: [toPlain(isFull ? outOfMemory(task) : crashed(task, error))] };
}

const outOfMemory = ({ folder }: BriefingTask): VFileMessage =>
  message({
    rule: 'out-of-memory',
    file: folder,
    found: `more than ${HEAP_BYTES / 1e9} GB of memory taken`,
    expected: 'a briefing that takes less',
    advice: 'the others were built; build it alone, or leave out reports that do not belong to it',
  });
