import type { BuildAllOptions } from '../index.ts';
import { exitOf, isFatal, messageKey } from '../messages.ts';
import { VERSION } from '../version.ts';
import type { BuildAllFlags } from './build-all.ts';
import { pollAll } from './poll.ts';
import { type Rebuild, secondsIn, tellUnbuilt } from './rebuilt.ts';
import type { Around } from './surroundings.ts';
import { builtEvent, countsOf, outcomeText, totalEvent, totalText } from './told-briefings.ts';

/**
 * Make what builds the briefings of a folder that holds many again and again. Beside the line on all,
 * each one that fails has a line; what was said of the others in the build before is not said again.
 */
export async function rebuildingAll(
  folder: string,
  { format, jobs, poll, ...flags }: BuildAllFlags,
  around: Around,
): Promise<Rebuild> {
  const { buildAll } = await import('../index.ts');
  const { print } = around;
  const { out } = flags;
  let told: ReadonlySet<string> = new Set();
  return async (warm) => {
    const { system } = warm;
    const since = system.now();
    const progress = await print.progress();
    const options: BuildAllOptions = {
      ...flags,
      ...{ folder, formats: format, jobs, warm, version: VERSION },
      onBriefing: (name, done, all) => progress.step(`${name}  ${done} of ${all}`),
    };
    try {
      if (poll) await pollAll({ folder, out, progress }, system, around);
      const { briefings, messages } = await buildAll(options, system);
      progress.stop();
      print.messages(messages.filter((made) => isFatal(made) || !told.has(messageKey(made))));
      told = new Set(messages.map(messageKey));
      for (const outcome of briefings) {
        const text = outcome.built ? undefined : outcomeText(outcome);
        print.event(builtEvent(outcome, { folder, out }), text);
      }
      const ms = system.now() - since;
      const counts = countsOf(briefings);
      const text = `${totalText(counts)}, in ${secondsIn(ms)}`;
      print.event(totalEvent(counts, { folder, out, ms }), text);
      return { exit: exitOf(messages), folderMissing: false };
    } catch (error) {
      progress.stop();
      return tellUnbuilt(error, { folder, ms: system.now() - since, print });
    }
  };
}
