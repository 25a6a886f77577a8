import type { ExitName } from '../messages.ts';
import {
  type Moments,
  momentsOf,
  ScheduleFault,
  schedule,
  shownMoment,
} from '../schedule/index.ts';
import { keptWarm } from '../warm.ts';
import { refuse } from './arguments.ts';
import type { BuildAllFlags } from './build-all.ts';
import { ending } from './ending.ts';
import { exitFor } from './failing.ts';
import { rebuilding } from './rebuild.ts';
import type { Around } from './surroundings.ts';

export interface ScheduleFlags extends Omit<BuildAllFlags, 'poll'> {
  /** When it is built, in the notation of cron. */
  readonly cron: string;
  /** Name in the time zone database. Default: that of the machine. */
  readonly timezone?: string;
  /** A run begins up to so many seconds after its moment, by chance. */
  readonly jitter: number;
  /** Whether the first run is the last. */
  readonly once?: true;
}

/** Build a folder, of one briefing or of many, at the moments of a schedule, until the program is told to end. */
export async function runSchedule(
  folder: string,
  { cron, timezone, jitter, once, ...flags }: ScheduleFlags,
  around: Around,
): Promise<ExitName> {
  const moments = momentsNamed(cron, timezone);
  const { nodeSystem } = await import('../index.ts');
  const system = nodeSystem(around.environment);
  const { print } = around;
  const shown = (moment: number) => shownMoment(moment, moments.timezone);
  const { signal, forget } = ending(around);
  let exit: ExitName = 'published';
  try {
    const rebuild = await rebuilding(folder, { ...flags, poll: true }, around);
    await schedule(
      {
        moments,
        out: flags.out,
        jitter: jitter * 1000,
        once: once === true,
        signal,
        run: async (moment, missed) => {
          const at = new Date(moment).toISOString();
          print.event(
            { event: 'run', at, missed },
            `run of ${shown(moment)}${missed ? ', which was missed' : ''}`,
          );
          // The next run is hours away: nothing is kept for it.
          const warm = keptWarm(system);
          ({ exit } = await rebuild(warm).finally(warm.drop));
        },
        onWait: (moment) => {
          const until = new Date(moment).toISOString();
          print.event({ event: 'waiting', until }, `next run ${shown(moment)}`);
        },
        onMessages: print.messages,
      },
      system,
    );
    // The failure of a run among many is told, and is none of the schedule's.
    return once ? exit : 'published';
  } catch (error) {
    return exitFor(error, print);
  } finally {
    forget();
  }
}

/** @throws Refusal where the user names none. */
function momentsNamed(cron: string, timezone: string | undefined): Moments {
  try {
    return momentsOf(cron, timezone);
  } catch (error) {
    if (!(error instanceof ScheduleFault)) throw error;
    return refuse(error.message, error.meant);
  }
}
