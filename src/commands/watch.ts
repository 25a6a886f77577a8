import type { ExitName } from '../messages.ts';
import { type Watching, watchAndBuild } from '../watch.ts';
import type { BuildAllFlags } from './build-all.ts';
import { ending } from './ending.ts';
import { exitFor } from './failing.ts';
import { rebuilding } from './rebuild.ts';
import type { Around } from './surroundings.ts';
import { watchedFor } from './watched.ts';

export interface WatchFlags extends Omit<BuildAllFlags, 'poll'> {
  /** Milliseconds without a change after which a burst of them is built. */
  readonly settle: number;
}

/** Build a folder, of one briefing or of many, whenever anything in it changes, until the program is told to end. */
export async function runWatch(
  folder: string,
  { settle, ...flags }: WatchFlags,
  around: Around,
): Promise<ExitName> {
  const { nodeSystem } = await import('../index.ts');
  const { ended, end, forget } = ending(around);
  let watching: Watching | undefined;
  let exit: ExitName = 'published';
  try {
    const rebuild = await rebuilding(folder, flags, around);
    watching = await watchAndBuild(
      {
        watched: watchedFor(folder, flags),
        settle,
        build: async (warm) => {
          const rebuilt = await rebuild(warm);
          // A folder that goes is watched no more, even if it comes again.
          if (rebuilt.folderMissing) {
            exit = rebuilt.exit;
            end();
          }
          return rebuilt.exit === 'published';
        },
      },
      nodeSystem(around.environment),
    );
    await ended;
    return exit;
  } catch (error) {
    return exitFor(error, around.print);
  } finally {
    await watching?.close();
    forget();
  }
}
