import { describe, expect, test } from 'vitest';
import { certainDate, certainDay } from '../src/certain-dates.ts';
import type { Time, TimeType } from '../src/types.ts';

const time = (value: string, type: TimeType = 'date', certain = true): Time => ({
  start: 0,
  end: 4,
  text: 'then',
  value,
  type,
  mod: null,
  relative: true,
  certain,
});

describe('certainDate', () => {
  test.each([
    ['2031-03-12', '2031-03-12'],
    ['2031-W11', '2031-W11'],
    ['2031-03', '2031-03'],
    ['2031', '2031'],
  ])('is the date of a certain one: %s', (value, date) => {
    expect(certainDate(time(value))).toBe(date);
    expect(certainDate(time(value, 'date', false))).toBeUndefined();
  });

  test.each(['2031-03-12TNI', '2031-03-12T17:00'])('is the day of an hour: %s', (value) => {
    expect(certainDate(time(value, 'time'))).toBe('2031-03-12');
  });

  test.each([
    ['P3M', 'duration'],
    ['P1D', 'set'],
    ['199', 'date'],
    ['2031-Q1', 'date'],
    ['2031-SU', 'date'],
    ['2031-W11-WE', 'date'],
    ['PRESENT_REF', 'date'],
  ] as const)('is nothing where no day, week, month or year is named: %s', (value, type) => {
    expect(certainDate(time(value, type))).toBeUndefined();
  });
});

describe('certainDay', () => {
  test('is a day alone', () => {
    expect(certainDay(time('2031-03-12TMO', 'time'))).toBe('2031-03-12');
    for (const value of ['2031-03', '2031-W11', '2031']) {
      expect(certainDay(time(value))).toBeUndefined();
    }
  });
});
