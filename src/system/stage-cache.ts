import { randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { cacheFolder, keepsAlone } from './cache.ts';

/** Keeps what was made, for later builds on this machine. */
export interface Cache {
  /**
   * What was put under a key: plain data, byte for byte. Nothing where there is none, or it is not
   * certain that it is that.
   */
  get(key: string): Promise<unknown>;
  /** Keep plain data. Where it cannot be kept, nothing happens. */
  put(key: string, value: unknown): Promise<void>;
}

/** The folder where what stages made is kept. */
export const stagesFolder = (environment: NodeJS.ProcessEnv): string =>
  path.join(cacheFolder(environment), 'stages');

/** How much is kept, and for how long. */
export interface Bounds {
  readonly milliseconds: number;
  readonly bytes: number;
}

const BOUNDS: Bounds = { milliseconds: 30 * 24 * 60 * 60 * 1000, bytes: 500_000_000 };

/**
 * Keep things in a folder that this user alone can write. What lies there is used only where its
 * hash is that under which it was put; where anything is wrong with it, it counts as not there.
 *
 * @param bounds Old entries go once an hour: those that are too old, then the oldest of too many.
 */
export function stageCache(folder: string, bounds: Bounds = BOUNDS): Cache {
  let ours: Promise<boolean> | undefined;
  let sweeping: Promise<void> | undefined;
  const isUsable = () => {
    ours ??= keepsAlone(folder);
    return ours;
  };
  return {
    async get(key) {
      try {
        if (!(await isUsable())) return undefined;
        const cacache = await store();
        const { data } = await cacache.get(folder, key, ASKED);
        return (deserialize(data) as Stored).value;
      } catch {
        // Not kept, or damaged: it is made anew, and what is damaged must make room for that.
        await remove(key, folder).catch(() => undefined);
        return undefined;
      }
    },
    async put(key, value) {
      try {
        if (!(await isUsable())) return;
        const cacache = await store();
        // What it takes the place of would lie there as long as the folder does.
        await remove(key, folder);
        const stored: Stored = { salt: randomUUID(), value };
        await cacache.put(folder, key, serialize(stored), ASKED);
        sweeping ??= sweepHourly(folder, bounds).finally(() => {
          sweeping = undefined;
        });
        await sweeping;
      } catch {
        // A disk that is full or cannot be written costs time at the next build, and nothing else.
      }
    },
  };
}

/** What lies on the disk. */
interface Stored {
  /** Bytes that are there already would not be written again, though they be damaged. */
  readonly salt: string;
  readonly value: unknown;
}

/** Remove an entry; nothing happens where there is none. */
async function remove(key: string, folder: string): Promise<void> {
  const cacache = await store();
  const entry = await cacache.get.info(folder, key);
  if (!entry) return;
  // Its declared type lacks the argument that it takes.
  const removeEntry: (folder: string, key: string, how: { removeFully: true }) => Promise<unknown> =
    cacache.rm.entry;
  await removeEntry(folder, key, { removeFully: true });
  await cacache.rm.content(folder, entry.integrity);
}

/** What is read once is not kept in memory as well. */
const ASKED = { memoize: false } as const;

/** Loaded on first use: where nothing is built, it would take the longest of all. */
const store = async () => (await import('cacache')).default;

const MARK = '.swept';
const HOUR_MS = 60 * 60 * 1000;

async function sweepHourly(folder: string, bounds: Bounds): Promise<void> {
  const mark = path.join(folder, MARK);
  const last = await stat(mark).catch(() => undefined);
  if (last && Math.abs(Date.now() - last.mtimeMs) < HOUR_MS) return;
  await writeFile(mark, String(Date.now()));
  // What is new holds nothing old; builds that begin it side by side are not in each other's way.
  if (last) await sweep(folder, bounds, Date.now());
}

/**
 * Remove what is too old, then the oldest until no more than the bound is left.
 *
 * @param now Milliseconds since 1970.
 */
export async function sweep(folder: string, bounds: Bounds, now: number): Promise<void> {
  const cacache = await store();
  const newestFirst = Object.values(await cacache.ls(folder)).sort((a, b) => b.time - a.time);
  let bytes = 0;
  for (const { key, time, size } of newestFirst) {
    bytes += size;
    if (now - time <= bounds.milliseconds && bytes <= bounds.bytes) continue;
    await remove(key, folder);
  }
}
