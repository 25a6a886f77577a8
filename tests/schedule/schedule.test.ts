import type { VFileMessage } from 'vfile-message';
import { describe, expect, test } from 'vitest';
import { JOURNAL, momentsOf, schedule } from '../../src/schedule/index.ts';
import { nodeSystem, type System } from '../../src/system/index.ts';
import { type MemoryFiles, memoryFiles } from '../support.ts';

/** Schedules on a machine whose clock the test sets: nothing waits. */

const HOUR = 3_600_000;
const MINUTE = 60_000;

interface Machine {
  now: number;
  readonly files: MemoryFiles;
  /** Milliseconds of every pause, in order. */
  readonly pauses: number[];
  random: number;
  /** What happens in a pause, beside that time goes by. */
  meanwhile: () => void;
}

const machineAt = (clock: string, files = memoryFiles()): Machine => ({
  now: Date.parse(clock),
  files,
  pauses: [],
  random: 0,
  meanwhile: () => undefined,
});

const systemOf = (machine: Machine): System => ({
  ...nodeSystem(),
  files: machine.files,
  now: () => machine.now,
  random: () => machine.random,
  sleep: async (milliseconds, signal) => {
    if (signal?.aborted) return;
    machine.pauses.push(milliseconds);
    machine.now += milliseconds;
    machine.meanwhile();
  },
});

interface Wishes {
  readonly cron?: string;
  readonly timezone?: string;
  readonly jitter?: number;
  readonly once?: boolean;
  /** How long a run takes. */
  readonly takes?: number;
  /** Told each run as it begins. */
  readonly onRun?: (stop: () => void) => void;
  /** Where the clock shows this, or the pauses are so many, the schedule is told to end. */
  readonly until: string;
}

/** Run a schedule, and tell what it did, with the clock of each run. */
async function runs(machine: Machine, wishes: Wishes) {
  const { cron = '0 * * * *', timezone = 'UTC', takes = 1000, until } = wishes;
  const controller = new AbortController();
  const stop = () => controller.abort();
  const [made, awaited]: [string[], string[]] = [[], []];
  const messages: VFileMessage[] = [];
  const event = machine.meanwhile;
  let [running, most] = [0, 0];
  machine.meanwhile = () => {
    event();
    if (machine.now >= Date.parse(until) || machine.pauses.length > 5000) stop();
  };
  await schedule(
    {
      moments: momentsOf(cron, timezone),
      out: 'out',
      jitter: wishes.jitter ?? 0,
      once: wishes.once ?? false,
      signal: controller.signal,
      run: async (moment, missed) => {
        running += 1;
        most = Math.max(most, running);
        made.push(`${iso(moment)} at ${iso(machine.now)}${missed ? ' missed' : ''}`);
        wishes.onRun?.(stop);
        await Promise.resolve();
        machine.now += takes;
        running -= 1;
      },
      onWait: (moment) => awaited.push(iso(moment)),
      onMessages: (more) => messages.push(...more),
    },
    systemOf(machine),
  );
  return { made, awaited, most, rules: messages.map(({ ruleId }) => ruleId) };
}

const iso = (time: number) => new Date(time).toISOString().replace(/\.000Z$/u, 'Z');

const journal = ({ files }: Machine): unknown =>
  JSON.parse(files.contents()[`out/${JOURNAL}`] ?? 'null');

const kept = (done: string, changes: Readonly<Record<string, unknown>> = {}) =>
  memoryFiles({
    [`out/${JOURNAL}`]: JSON.stringify({
      ...{ cron: '0 * * * *', timezone: 'UTC', done, finished: null },
      ...changes,
    }),
  });

describe('a schedule', () => {
  test('makes a run at each moment, tells the next, and keeps the last', async () => {
    const machine = machineAt('2031-03-12T05:10:00Z');
    const { made, awaited, rules } = await runs(machine, { until: '2031-03-12T07:30:00Z' });
    expect(made).toEqual([
      '2031-03-12T06:00:00Z at 2031-03-12T06:00:00Z',
      '2031-03-12T07:00:00Z at 2031-03-12T07:00:00Z',
    ]);
    expect(awaited).toEqual([
      '2031-03-12T06:00:00Z',
      '2031-03-12T07:00:00Z',
      '2031-03-12T08:00:00Z',
    ]);
    expect(rules).toEqual([]);
    expect(journal(machine)).toEqual({
      cron: '0 * * * *',
      timezone: 'UTC',
      done: '2031-03-12T07:00:01.000Z',
      finished: '2031-03-12T07:00:01.000Z',
    });
    expect(Object.keys(machine.files.contents())).toEqual([`out/${JOURNAL}`]);
  });

  test('makes up once for all that was missed while it was down', async () => {
    const machine = machineAt('2031-03-12T09:20:00Z', kept('2031-03-12T06:00:01Z'));
    const { made } = await runs(machine, { until: '2031-03-12T10:30:00Z' });
    expect(made).toEqual([
      '2031-03-12T09:00:00Z at 2031-03-12T09:20:00Z missed',
      '2031-03-12T10:00:00Z at 2031-03-12T10:00:00Z',
    ]);
  });

  test('makes up for what was missed before the first run, too', async () => {
    const machine = machineAt('2031-03-12T05:10:00Z');
    await runs(machine, { until: '2031-03-12T05:11:00Z' });
    machine.now = Date.parse('2031-03-12T06:20:00Z');
    const { made } = await runs(machine, { until: '2031-03-12T06:30:00Z' });
    expect(made).toEqual(['2031-03-12T06:00:00Z at 2031-03-12T06:20:00Z missed']);
  });

  test('makes up once for what was missed while the machine slept', async () => {
    const machine = machineAt('2031-03-12T05:10:00Z');
    let slept = false;
    machine.meanwhile = () => {
      if (slept) return;
      slept = true;
      machine.now += 4 * HOUR;
    };
    const { made } = await runs(machine, { until: '2031-03-12T10:30:00Z' });
    expect(made).toEqual([
      '2031-03-12T09:00:00Z at 2031-03-12T09:10:30Z missed',
      '2031-03-12T10:00:00Z at 2031-03-12T10:00:00Z',
    ]);
  });

  test('makes up for nothing where a first one begins, or another one was kept', async () => {
    for (const files of [
      memoryFiles(),
      memoryFiles({ [`out/${JOURNAL}`]: 'no JSON' }),
      kept('2031-03-12T03:00:00Z', { cron: '30 * * * *' }),
      kept('2031-03-12T03:00:00Z', { timezone: 'Europe/Berlin' }),
      kept('once upon a time'),
    ]) {
      const machine = machineAt('2031-03-12T05:10:00Z', files);
      const { made } = await runs(machine, { until: '2031-03-12T05:30:00Z' });
      expect(made).toEqual([]);
    }
  });

  test('begins no run while one is at work, and leaves out the moments meanwhile', async () => {
    const machine = machineAt('2031-03-12T05:10:00Z');
    const { made, most } = await runs(machine, {
      takes: 2.5 * HOUR,
      until: '2031-03-12T09:30:00Z',
    });
    expect(most).toBe(1);
    expect(made).toEqual([
      '2031-03-12T06:00:00Z at 2031-03-12T06:00:00Z',
      '2031-03-12T09:00:00Z at 2031-03-12T09:00:00Z',
    ]);
  });

  test.each([0, 0.5, 0.999])('begins up to the jitter later: %d of it', async (random) => {
    const machine = machineAt('2031-03-12T05:59:00Z');
    machine.random = random;
    const { made } = await runs(machine, { jitter: 10 * MINUTE, once: true, until: '2032-01-01' });
    const began = Date.parse('2031-03-12T06:00:00Z') + random * 10 * MINUTE;
    expect(made).toEqual([`2031-03-12T06:00:00Z at ${iso(began)}`]);
  });

  test('ends after one run where that is asked for', async () => {
    const machine = machineAt('2031-03-12T05:10:00Z');
    const { made } = await runs(machine, { once: true, until: '2031-03-13' });
    expect(made).toHaveLength(1);
  });

  test('told to end in a run, ends that first, and keeps it', async () => {
    const machine = machineAt('2031-03-12T05:59:00Z');
    const { made } = await runs(machine, { onRun: (stop) => stop(), until: '2031-03-13' });
    expect(made).toHaveLength(1);
    expect(journal(machine)).toMatchObject({ finished: '2031-03-12T06:00:01.000Z' });
  });

  test('told to end while it waits for its jitter, makes no run', async () => {
    const machine = machineAt('2031-03-12T05:59:30Z');
    machine.random = 0.5;
    const { made } = await runs(machine, { jitter: HOUR, until: '2031-03-12T06:10:00Z' });
    expect(made).toEqual([]);
    const later = await runs(machine, { until: '2031-03-12T06:50:00Z' });
    expect(later.made).toEqual(['2031-03-12T06:00:00Z at 2031-03-12T06:30:00Z missed']);
  });

  test('goes on where the disk refuses to keep a run, and says so', async () => {
    const machine = machineAt('2031-03-12T05:59:00Z');
    machine.files.failAt({ on: ['rename'], nth: 1, killed: true });
    const { made, rules } = await runs(machine, { until: '2031-03-12T07:30:00Z' });
    expect(made).toHaveLength(2);
    expect(rules).toEqual(['run-unrecorded', 'run-unrecorded', 'run-unrecorded']);
  });

  test('leaves a run to another program that made it', async () => {
    const machine = machineAt('2031-03-12T05:59:00Z', kept('2031-03-12T05:00:01Z'));
    machine.meanwhile = () => {
      machine.files.write(
        `out/${JOURNAL}`,
        new TextEncoder().encode(kept('2031-03-12T06:00:00Z').contents()[`out/${JOURNAL}`] ?? ''),
      );
    };
    const { made } = await runs(machine, { until: '2031-03-12T06:30:00Z' });
    expect(made).toEqual([]);
  });
});

describe('a clock that is set', () => {
  /** Set the clock once, after the first run. */
  function setAfterRun(machine: Machine, by: number) {
    let set = false;
    return () => {
      if (set) return;
      set = true;
      machine.now += by;
    };
  }

  test('back: no moment comes twice', async () => {
    const machine = machineAt('2031-03-12T05:50:00Z');
    const { made, rules } = await runs(machine, {
      onRun: setAfterRun(machine, -90 * MINUTE),
      until: '2031-03-12T07:30:00Z',
    });
    expect(made.map((run) => run.slice(0, 20))).toEqual([
      '2031-03-12T06:00:00Z',
      '2031-03-12T07:00:00Z',
    ]);
    expect(rules).toEqual([]);
  });

  test('back, and the program started anew: no moment comes twice', async () => {
    const machine = machineAt('2031-03-12T05:40:00Z', kept('2031-03-12T06:00:01Z'));
    const { made } = await runs(machine, { until: '2031-03-12T07:30:00Z' });
    expect(made).toEqual(['2031-03-12T07:00:00Z at 2031-03-12T07:00:00Z']);
  });

  test('back by more than a day: it was wrong before, and runs go on', async () => {
    const machine = machineAt('2031-03-12T05:50:00Z', kept('2033-01-01T00:00:00Z'));
    const { made, rules } = await runs(machine, { until: '2031-03-12T07:30:00Z' });
    expect(made).toHaveLength(2);
    expect(rules).toEqual(['clock-back']);
  });

  test('forward: what is passed over is made up for once', async () => {
    const machine = machineAt('2031-03-12T05:50:00Z');
    const { made } = await runs(machine, {
      onRun: setAfterRun(machine, 5 * HOUR),
      until: '2031-03-12T12:30:00Z',
    });
    expect(made).toEqual([
      '2031-03-12T06:00:00Z at 2031-03-12T06:00:00Z',
      '2031-03-12T12:00:00Z at 2031-03-12T12:00:00Z',
    ]);
  });

  test('at a start without a clock of its own, made right later: the run before is not made again', async () => {
    const machine = machineAt('1970-01-01T00:00:10Z', kept('2031-03-12T06:00:01Z'));
    let right = false;
    machine.meanwhile = () => {
      if (right) return;
      right = true;
      machine.now = Date.parse('2031-03-12T06:20:00Z');
    };
    const { made } = await runs(machine, { until: '2031-03-12T07:30:00Z' });
    expect(made).toEqual(['2031-03-12T07:00:00Z at 2031-03-12T07:00:00Z']);
  });
});

describe('the day on which clocks change', () => {
  const daily = { cron: '30 2 * * *', timezone: 'Europe/Berlin' } as const;

  test('the hour that is left out: the run is made as soon as it has passed', async () => {
    const machine = machineAt('2031-03-29T12:00:00Z');
    const { made } = await runs(machine, { ...daily, until: '2031-03-31T12:00:00Z' });
    expect(made).toEqual([
      '2031-03-30T01:00:00Z at 2031-03-30T01:00:00Z',
      '2031-03-31T00:30:00Z at 2031-03-31T00:30:00Z',
    ]);
  });

  test('the hour that comes twice: the run is made the first time', async () => {
    const machine = machineAt('2031-10-25T12:00:00Z');
    const { made } = await runs(machine, { ...daily, until: '2031-10-27T12:00:00Z' });
    expect(made).toEqual([
      '2031-10-26T00:30:00Z at 2031-10-26T00:30:00Z',
      '2031-10-27T01:30:00Z at 2031-10-27T01:30:00Z',
    ]);
  });

  test('started anew within the second of them, it is not made again', async () => {
    const machine = machineAt('2031-10-26T01:10:00Z', kept('2031-10-26T00:30:05Z', daily));
    const { made } = await runs(machine, { ...daily, until: '2031-10-26T12:00:00Z' });
    expect(made).toEqual([]);
  });

  test('steps go on through both', async () => {
    const steps = { cron: '*/30 * * * *', timezone: 'Europe/Berlin' };
    const autumn = machineAt('2031-10-25T23:59:00Z');
    expect((await runs(autumn, { ...steps, until: '2031-10-26T02:10:00Z' })).made).toHaveLength(5);
    const spring = machineAt('2031-03-30T00:29:00Z');
    expect((await runs(spring, { ...steps, until: '2031-03-30T01:40:00Z' })).made).toHaveLength(3);
  });
});
