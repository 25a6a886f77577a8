import { describe, expect, test } from 'vitest';
import { DEFAULT_RETENTION, superfluous } from '../src/retention.ts';

/** Editions of an hour each, from a moment on. */
const editions = (count: number, first = '2031-03-01T00:00:00Z', hours = 1) =>
  Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    made: new Date(Date.parse(first) + at * hours * 3_600_000).toISOString(),
  }));

const NONE = { last: 1, daily: 0, weekly: 0, monthly: 0 };

const kept = (all: ReturnType<typeof editions>, rule: Partial<typeof NONE>) => {
  const gone = superfluous(all, { ...NONE, ...rule });
  return all.filter(({ number }) => !gone.includes(number)).map(({ made }) => made.slice(0, 13));
};

describe('which editions are kept', () => {
  test('the last ones', () => {
    expect(kept(editions(5), { last: 2 })).toEqual(['2031-03-01T03', '2031-03-01T04']);
  });

  test('the last of each day that has any', () => {
    expect(kept(editions(60), { daily: 2 })).toEqual(['2031-03-02T23', '2031-03-03T11']);
    const everyOther = editions(5, '2031-03-01T08:00:00Z', 48);
    expect(kept(everyOther, { daily: 3 })).toHaveLength(3);
  });

  test('the last of each week, which begins on Monday', () => {
    // 2031-03-02 is a Sunday.
    expect(kept(editions(4, '2031-03-01T12:00:00Z', 24), { weekly: 2 })).toEqual([
      '2031-03-02T12',
      '2031-03-04T12',
    ]);
  });

  test('the last of each month', () => {
    expect(kept(editions(4, '2031-02-27T12:00:00Z', 24), { monthly: 2 })).toEqual([
      '2031-02-28T12',
      '2031-03-02T12',
    ]);
  });

  test('what any of the rules keeps', () => {
    expect(kept(editions(60), { last: 2, daily: 2 })).toHaveLength(3);
  });

  test('one always; those without a date by their number alone', () => {
    expect(superfluous([{ number: 7, made: null }], { ...NONE, last: 0 })).toEqual([]);
    expect(
      superfluous(
        [
          { number: 1, made: null },
          { number: 2, made: null },
        ],
        { ...NONE, daily: 5 },
      ),
    ).toEqual([1]);
  });

  test('by default a year of months and a month of days', () => {
    const all = editions(500, '2030-01-01T06:00:00Z', 24);
    expect(all.length - superfluous(all, DEFAULT_RETENTION).length).toBe(30 + 10);
  });
});
