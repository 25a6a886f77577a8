/** How many editions are kept: the last ones, and the last of each of so many days, weeks, months. */
export interface Retention {
  readonly last: number;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** What is kept where nobody says: a month of mornings, and a year of months. */
export const DEFAULT_RETENTION: Retention = { last: 30, daily: 30, weekly: 0, monthly: 12 };

/** An edition, as far as it matters whether it is kept. */
export interface Dated {
  readonly number: number;
  /** ISO 8601 in UTC; null where it is not known. */
  readonly made: string | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The first day of weeks, a Monday, as a number of days since 1970. */
const MONDAY = 4;

/** Which editions are one, in each of the rules. */
const PERIODS = {
  daily: (made: string) => made.slice(0, 10),
  weekly: (made: string) => String(Math.floor((Date.parse(made) / DAY_MS - MONDAY) / 7)),
  monthly: (made: string) => made.slice(0, 7),
} as const satisfies Partial<Record<keyof Retention, (made: string) => string>>;

/**
 * Tell which editions need not be kept. As in backup programs, each rule keeps what it keeps,
 * whatever the others say; periods without an edition do not count.
 *
 * @param editions In order of their numbers.
 * @returns Numbers, in order; never that of the last one.
 */
export function superfluous(editions: readonly Dated[], rule: Retention): readonly number[] {
  const newestFirst = [...editions].reverse();
  const kept = new Set(newestFirst.slice(0, Math.max(1, rule.last)));
  for (const period of ['daily', 'weekly', 'monthly'] as const) {
    for (const edition of lastOfEach(newestFirst, PERIODS[period]).slice(0, rule[period])) {
      kept.add(edition);
    }
  }
  return editions.filter((edition) => !kept.has(edition)).map(({ number }) => number);
}

/** The last edition of each period, newest first. */
function lastOfEach(
  newestFirst: readonly Dated[],
  periodOf: (made: string) => string,
): readonly Dated[] {
  const first = new Map<string, Dated>();
  for (const edition of newestFirst) {
    if (edition.made === null) continue;
    const period = periodOf(edition.made);
    if (!first.has(period)) first.set(period, edition);
  }
  return [...first.values()];
}
