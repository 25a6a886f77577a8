import type { BuildFlags } from './build.ts';
import { buildOnce } from './build-once.ts';
import { type Rebuild, secondsIn, tellUnbuilt } from './rebuilt.ts';
import type { Around } from './surroundings.ts';

/**
 * Make what builds the briefing of a folder again and again.
 *
 * @throws BuildFailure where a format of the user's own cannot be loaded.
 */
export async function rebuildingOne(
  folder: string,
  flags: BuildFlags,
  around: Around,
): Promise<Rebuild> {
  const { loadFormats, nodeSystem } = await import('../index.ts');
  const formats = flags.format && (await loadFormats(flags.format, nodeSystem(around.environment)));
  const { print } = around;
  return async ({ system }) => {
    const since = system.now();
    const progress = await print.progress();
    try {
      const means = { system, print, progress, formats };
      const { event, text } = await buildOnce(folder, flags, means);
      print.event(event, `${text}, in ${secondsIn(system.now() - since)}`);
      return { exit: 'published', folderMissing: false };
    } catch (error) {
      progress.stop();
      return tellUnbuilt(error, { folder, ms: system.now() - since, print });
    }
  };
}
