import { type Additions, add, type Wanted } from './add.ts';
import { parseConfig } from './config/index.ts';
import { whileLocked } from './locked.ts';
import { asWarnings, BuildFailure } from './messages.ts';
import { openFolder } from './read/index.ts';
import type { Files, System } from './system/index.ts';

export interface PollOptions {
  /** The folder of the reports. */
  readonly folder: string;
  /** Version of the program, which it presents itself with. */
  readonly version: string;
  /** Told each address before it is fetched. */
  readonly onAddress?: (address: string) => void;
}

/**
 * Add the new entries of the feeds that a folder's `briefing.yaml` lists. Nothing of it may hold a
 * build up, so what fails is a warning. A folder must not make the program fetch by itself: whoever
 * calls this was asked to by the user.
 */
export async function poll(
  { folder, ...options }: PollOptions,
  system: System,
): Promise<Additions> {
  try {
    const addresses = await feedsOf(folder, system.files);
    if (addresses.length === 0) return NOTHING;
    // Two at once would each add what is new.
    const added = await whileLocked(folder, system, {}, () =>
      add({ ...options, addresses, folder, polled: true }, system),
    );
    return { ...added, messages: asWarnings(added.messages) };
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    return { ...NOTHING, messages: asWarnings(error.messages) };
  }
}

const NOTHING: Additions = { additions: [], messages: [] };

/** The feeds of a folder; none where its `briefing.yaml` has a fault, which the build tells. */
async function feedsOf(folder: string, files: Files): Promise<readonly Wanted[]> {
  // Nothing in a folder is the folder itself: nothing of it is passed over.
  const opened = await openFolder(folder, files, folder).catch(() => null);
  if (!opened) return [];
  const { config } = parseConfig(opened.config.source, opened.config.name);
  return (config.feeds ?? []).map(({ url, limit }) => ({ address: url, limit }));
}
