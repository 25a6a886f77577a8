import type { Command } from 'commander';
import { type BuildOptions, buildsToo } from './command-options.ts';
import {
  type Around,
  type Loudness,
  milliseconds,
  named,
  runSchedule,
  runWatch,
  seconds,
  sourceDate,
} from './commands/index.ts';
import type { ExitName } from './messages.ts';

/** The commands that build again and again. */

/** Runs a command, and ends with what it ended with. */
type Run = (loudness: Loudness, command: (around: Around) => Promise<ExitName>) => Promise<void>;

interface WatchOptions extends Omit<BuildOptions, 'poll'> {
  readonly settle: number;
}

interface ScheduleOptions extends Omit<BuildOptions, 'poll'> {
  readonly timezone?: string;
  readonly jitter: number;
  readonly once?: true;
}

export function watchCommand(program: Command, run: Run): void {
  buildsToo(program.command('watch'))
    .description('build a folder now, and again whenever anything in it changes')
    .option('--settle <ms>', 'how long nothing must have changed', milliseconds, 500)
    .action(async (folder: string, flags: WatchOptions) => {
      await run(flags, async (around) => {
        const generated = sourceDate(around.environment);
        return runWatch(folder, { ...flags, generated }, around);
      });
    });
}

export function scheduleCommand(program: Command, run: Run): void {
  buildsToo(
    program
      .command('schedule')
      .argument('<cron>', 'when: five fields such as "0 6 * * MON-FRI", or @hourly, @daily', named),
  )
    .description('poll the feeds of a folder and build it at the moments of a schedule')
    .option('--timezone <name>', 'of the schedule (default: that of the machine)', named)
    .option('--jitter <seconds>', 'begin each run up to so much later, by chance', seconds, 0)
    .option('--once', 'end after the next run, with its exit code')
    .action(async (cron: string, folder: string, flags: ScheduleOptions) => {
      await run(flags, async (around) => {
        const generated = sourceDate(around.environment);
        return runSchedule(folder, { ...flags, cron, generated }, around);
      });
    });
}
