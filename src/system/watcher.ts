import path from 'node:path';
import { watch as chokidar, type FSWatcher } from 'chokidar';

/** Something that watches folders. */
export interface Watcher {
  readonly close: () => Promise<void>;
}

/** Changes that come closer together are told as one, in milliseconds: an editor saves in steps. */
const SETTLED_MS = 80;

/** A folder to be watched. */
export interface Watched {
  readonly folder: string;
  /** Whether the folders in it are watched, too. */
  readonly deep: boolean;
}

/**
 * Watch folders for changes.
 *
 * @param places Those that are not there yet are watched for, too.
 * @param onChange Called once the changes of a burst have settled.
 */
export async function watch(places: readonly Watched[], onChange: () => void): Promise<Watcher> {
  let timer: NodeJS.Timeout | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLED_MS);
  };
  const watchers = await Promise.all(places.map((place) => watchOne(place, settle)));
  return {
    async close() {
      clearTimeout(timer);
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}

async function watchOne({ folder, deep }: Watched, onChange: () => void): Promise<FSWatcher> {
  const watcher = chokidar(folder, {
    ignoreInitial: true,
    // A file that is replaced by another under its name was changed.
    atomic: true,
    ignored: (file) => file !== folder && isOfAnEditor(path.basename(file)),
    ...(!deep && { depth: 0 }),
  });
  watcher.on('all', onChange);
  // What cannot be watched is no reason to end; the build says what cannot be read.
  watcher.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
  });
  return watcher;
}

/** Hidden files and packages, which nothing is read of, and copies that editors keep beside a file. */
const isOfAnEditor = (name: string): boolean => /^\.|~$|^#.*#$|^node_modules$/u.test(name);
