import { Cron } from 'croner';
import { nearest } from '../nearest.ts';

/** The moments that a schedule names, in milliseconds since 1970. */
export interface Moments {
  /** As they were asked for. */
  readonly cron: string;
  readonly timezone: string;
  /** The first one behind a time; null where none comes any more. */
  readonly after: (time: number) => number | null;
  /** The last one up to a time; null where there was none. */
  readonly upTo: (time: number) => number | null;
}

/** Thrown for a schedule that names no moments. */
export class ScheduleFault extends Error {
  override readonly name = 'ScheduleFault';
  /** What was probably meant. */
  readonly meant: string | undefined;

  constructor(complaint: string, meant?: string) {
    super(complaint);
    this.meant = meant;
  }
}

const EXPECTED =
  'five fields such as "0 6 * * MON-FRI" (minute, hour, day of the month, month, day of the week), or @hourly, @daily, @weekly, @monthly, @yearly';

/**
 * Read a schedule in the notation of cron.
 *
 * What names its hours and minutes one by one is made on the day on which clocks change, too: in the
 * hour that is left out, as soon as it has passed; in the hour that comes twice, the first time.
 * What comes round in steps ("every ten minutes") goes on through both.
 *
 * @param timezone Name in the time zone database. Default: that of the machine.
 * @throws ScheduleFault where it cannot be read, or never comes round.
 */
export function momentsOf(cron: string, timezone = ownTimezone()): Moments {
  checkTimezone(timezone);
  const job = cronJob(cron.trim(), timezone);
  const moments: Moments = {
    cron: cron.trim(),
    timezone,
    after: (time) => job.nextRun(new Date(time))?.getTime() ?? null,
    // The library tells of those before a time alone.
    upTo: (time) => job.previousRuns(1, new Date(time + 1))[0]?.getTime() ?? null,
  };
  if (moments.after(EARLIEST) === null) throw unexpected(cron, 'it never comes round');
  return moments;
}

/** A schedule that names no moment behind this one names none. */
const EARLIEST = Date.UTC(2000, 0);

function cronJob(cron: string, timezone: string): Cron {
  // The library takes a date for a schedule, too.
  if (cron.includes(':')) throw unexpected(cron, 'a moment, which does not come round');
  try {
    return new Cron(cron, {
      timezone,
      paused: true,
      mode: '5-part',
      // As cron has it: "30 2,14 * * *" is made on each day, "*/30 * * * *" in each half hour.
      fixedTimeRule: 'no-wildcard',
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw unexpected(cron, error.message.replace(/^CronPattern: /u, '').replace(/\.$/u, ''));
  }
}

const unexpected = (cron: string, why: string) =>
  new ScheduleFault(`Unexpected schedule "${cron}" (${why}), expected ${EXPECTED}`);

const ownTimezone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Node takes offsets for time zones, too; they know no summer time. */
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/u;

function checkTimezone(timezone: string): void {
  try {
    if (ZONE.test(timezone)) {
      new Intl.DateTimeFormat('en', { timeZone: timezone });
      return;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new ScheduleFault(
    `Unexpected time zone "${timezone}", expected a name of the time zone database such as Europe/Berlin, or UTC`,
    nearest(timezone, Intl.supportedValuesOf('timeZone')),
  );
}

/** A moment as people of a time zone write it: `2031-03-12 06:00 GMT+01:00`. */
export function shownMoment(time: number, timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    timeZoneName: 'longOffset',
  }).formatToParts(time);
  const of = (kind: Intl.DateTimeFormatPartTypes) =>
    parts.find(({ type }) => type === kind)?.value ?? '';
  const [date, clock] = [
    [of('year'), of('month'), of('day')].join('-'),
    [of('hour'), of('minute')].join(':'),
  ];
  return `${date} ${clock} ${of('timeZoneName')}`;
}
