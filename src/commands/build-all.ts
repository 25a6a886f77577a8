import type { AllBuilt, BuildAllOptions } from '../index.ts';
import { type ExitName, exitOf } from '../messages.ts';
import { VERSION } from '../version.ts';
import { plural } from '../wording.ts';
import type { BuildFlags } from './build.ts';
import { exitFor } from './failing.ts';
import { pollAll } from './poll.ts';
import type { Around } from './surroundings.ts';
import { builtEvent, countsOf, outcomeText, totalEvent, widthOf } from './told-briefings.ts';

export interface BuildAllFlags extends BuildFlags {
  /** So many are built side by side. Default: as many as the machine does soonest. */
  readonly jobs?: number;
}

/** Tell whether a folder holds many briefings. */
export async function holdsMany(
  folder: string,
  { out }: Pick<BuildFlags, 'out'>,
  { environment }: Pick<Around, 'environment'>,
): Promise<boolean> {
  // All else is loaded only where there is something to build.
  const [{ briefingsIn }, { nodeSystem }] = await Promise.all([
    import('../briefings.ts'),
    import('../system/index.ts'),
  ]);
  return (await briefingsIn(folder, nodeSystem(environment).files, out)) !== null;
}

/** Build the briefings of a folder that holds many, and say what became of each. */
export async function runBuildAll(
  folder: string,
  { format, jobs, poll, ...flags }: BuildAllFlags,
  around: Around,
): Promise<ExitName> {
  const { print, environment } = around;
  const { buildAll, nodeSystem } = await import('../index.ts');
  const { out } = flags;
  const system = nodeSystem(environment);
  const since = system.now();
  const progress = await print.progress();
  const options: BuildAllOptions = {
    ...flags,
    folder,
    formats: format,
    jobs,
    version: VERSION,
    onBriefing: (name, done, all) => progress.step(`${name}  ${done} of ${all}`),
  };
  try {
    if (poll) await pollAll({ folder, out, progress }, system, around);
    const { briefings, messages } = await buildAll(options, system);
    progress.stop();
    print.messages(messages);
    const width = widthOf(briefings);
    for (const outcome of briefings) {
      print.event(builtEvent(outcome, { folder, out }), outcomeText(outcome, width));
    }
    const ms = system.now() - since;
    print.event(totalEvent(countsOf(briefings), { folder, out, ms }), totalOf(briefings, out));
    return exitOf(messages);
  } catch (error) {
    progress.stop();
    return exitFor(error, print);
  }
}

function totalOf(briefings: AllBuilt['briefings'], out: string): string {
  const failed = briefings.filter(({ built }) => !built).length;
  const count = `${briefings.length} ${plural(briefings.length, 'briefing', 'briefings')}`;
  const rest = failed > 0 ? `, ${failed} failed` : '';
  return `${count}${rest}  ${out}/index.html`;
}
