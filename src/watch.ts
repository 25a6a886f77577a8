import { oneAtATime } from './queue.ts';
import type { System, Watched } from './system/index.ts';
import { keptWarm, type WarmSystem } from './warm.ts';

export interface WatchOptions {
  /** The folders whose changes are waited for. */
  readonly watched: readonly Watched[];
  /** Milliseconds without a change after which a burst of them is built. */
  readonly settle: number;
  /** Build, and tell whether it went well. Must not throw. */
  readonly build: (warm: WarmSystem) => Promise<boolean>;
}

/** Something that builds whenever anything changes. */
export interface Watching {
  /** Begin no more builds, end that at work, and let go of all that was kept. */
  readonly close: () => Promise<void>;
}

/**
 * Build now, and again whenever something changes, one build at a time. What takes long to start is
 * kept from one build to the next; a build that fails leaves nothing of it, since a browser that
 * hangs must not spoil the next one, too.
 */
export async function watchAndBuild(
  { watched, settle, build }: WatchOptions,
  system: System,
): Promise<Watching> {
  const warm = keptWarm(system);
  const queue = oneAtATime(async () => {
    if (!(await build(warm))) await warm.drop();
  });
  const watcher = await system.watch(watched, queue.ask, settle);
  queue.ask();
  return {
    async close() {
      await watcher.close();
      await queue.close();
      await warm.drop();
    },
  };
}
