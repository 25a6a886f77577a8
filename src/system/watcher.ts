import path from 'node:path';
import { watch as chokidar, type FSWatcher } from 'chokidar';

/** Something that watches folders. */
export interface Watcher {
  readonly close: () => Promise<void>;
}

/** Changes that come closer together are told as one, in milliseconds: an editor saves in steps. */
const SETTLED_MS = 80;

/** Changes that never end are told all the same, after so many milliseconds. */
const LONGEST_MS = 30_000;

/** A folder to be watched. */
export interface Watched {
  readonly folder: string;
  /** Whether the folders in it are watched, too. */
  readonly deep: boolean;
  /** A folder in it whose changes do not count, as that of what is made of it. Default: none. */
  readonly except?: string;
}

/**
 * Watch folders for changes.
 *
 * @param places Those that are not there yet are watched for, too.
 * @param onChange Called once the changes of a burst have settled.
 * @param settled Milliseconds without a change after which they have. Default: 80.
 */
export async function watch(
  places: readonly Watched[],
  onChange: () => void,
  settled = SETTLED_MS,
): Promise<Watcher> {
  let timer: NodeJS.Timeout | undefined;
  let began: number | undefined;
  const settle = () => {
    clearTimeout(timer);
    began ??= performance.now();
    const left = began + LONGEST_MS - performance.now();
    timer = setTimeout(
      () => {
        began = undefined;
        onChange();
      },
      Math.max(0, Math.min(settled, left)),
    );
  };
  const watchers = await Promise.all(places.map((place) => watchOne(place, settle)));
  return {
    async close() {
      clearTimeout(timer);
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}

async function watchOne(
  { folder, deep, except }: Watched,
  onChange: () => void,
): Promise<FSWatcher> {
  const made = except === undefined ? undefined : path.resolve(except);
  const watcher = chokidar(folder, {
    ignoreInitial: true,
    // A file that is replaced by another under its name was changed.
    atomic: true,
    ignored: (file) =>
      file !== folder && (isOfAnEditor(path.basename(file)) || path.resolve(file) === made),
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
