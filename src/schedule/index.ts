import type { VFileMessage } from 'vfile-message';
import { message } from '../messages.ts';
import type { System } from '../system/index.ts';
import { type Desk, lookUp, note } from './journal.ts';
import type { Moments } from './moments.ts';
import { DAY_MS, planAt } from './plan.ts';

export { JOURNAL } from './journal.ts';
export { type Moments, momentsOf, ScheduleFault, shownMoment } from './moments.ts';

export interface ScheduleOptions {
  readonly moments: Moments;
  /** The output folder, which keeps when the last run was. */
  readonly out: string;
  /** A run begins up to so many milliseconds after its moment, by chance. */
  readonly jitter: number;
  /** Whether the first run is the last. */
  readonly once: boolean;
  /** Given to end: what is at work is done first. */
  readonly signal: AbortSignal;
  /** Make a run. Must not throw. */
  readonly run: (moment: number, missed: boolean) => Promise<void>;
  /** Told the moment that is waited for, once. */
  readonly onWait: (moment: number) => void;
  readonly onMessages: (messages: readonly VFileMessage[]) => void;
}

/**
 * The clock is looked at so often, in milliseconds: timers stand still while the machine sleeps, and
 * clocks are set.
 */
const LOOK_MS = 30_000;

/**
 * Make runs at the moments of a schedule, one at a time, until told to end. Moments that were missed
 * since the last run are made up for by one; moments that pass during a run are left out, and no
 * moment comes twice, whatever the clock does.
 */
export async function schedule(options: ScheduleOptions, system: System): Promise<void> {
  const { moments, signal } = options;
  const desk: Desk = { out: options.out, files: system.files, moments };
  const known = await lookUp(desk);
  let done = known?.done ?? system.now();
  if (!known) options.onMessages(await note({ done, finished: null }, desk));
  let awaited: number | null = null;
  while (!signal.aborted) {
    const now = system.now();
    const plan = planAt(now, done, moments);
    if (plan.kind === 'over') return;
    if (plan.kind === 'set-back') {
      options.onMessages([setBack(done, now)]);
      done = now;
    } else if (plan.kind === 'wait') {
      if (awaited !== plan.moment) options.onWait(plan.moment);
      awaited = plan.moment;
      await system.sleep(Math.min(plan.moment - now, LOOK_MS), signal);
    } else {
      await system.sleep(options.jitter * system.random(), signal);
      if (signal.aborted) return;
      const made = await makeRun(plan, desk, { ...options, now: system.now });
      if (made.ran && options.once) return;
      done = made.done;
    }
  }
}

/**
 * Make a run, unless another program did, and keep that it was made.
 *
 * @returns Until when moments are done with.
 */
async function makeRun(
  { moment, missed }: { readonly moment: number; readonly missed: boolean },
  desk: Desk,
  { run, onMessages, now }: Pick<ScheduleOptions, 'run' | 'onMessages'> & Pick<System, 'now'>,
): Promise<{ readonly done: number; readonly ran: boolean }> {
  const elsewhere = await doneElsewhere(moment, desk, now());
  if (elsewhere !== null) return { done: elsewhere, ran: false };
  await run(moment, missed);
  const finished = now();
  const done = Math.max(moment, finished);
  onMessages(await note({ done, finished }, desk));
  return { done, ran: true };
}

/**
 * Until when another program of this schedule and output folder has done it; null where it has not.
 * What it did at a time that is not to come for days was of a wrong clock.
 */
async function doneElsewhere(moment: number, desk: Desk, now: number): Promise<number | null> {
  const entry = await lookUp(desk);
  return entry && entry.done >= moment && entry.done <= now + DAY_MS ? entry.done : null;
}

const setBack = (done: number, now: number) =>
  message({
    rule: 'clock-back',
    file: 'schedule',
    found: `clock that shows ${new Date(now).toISOString()} after a run until ${new Date(done).toISOString()}`,
    expected: 'a clock that goes forward',
    advice: 'the schedule goes on from now; check the clock of the machine',
  });
