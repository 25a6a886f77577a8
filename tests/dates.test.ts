import { describe, expect, test } from 'vitest';
import {
  dateRange,
  dayAndMonth,
  fullDate,
  monthAndYear,
  shortMonth,
  weekday,
} from '../src/dates.ts';

test.each([
  { date: '2031-03-01', short: '1 March', full: '1 March 2031', name: 'Saturday' },
  { date: '2031-12-31', short: '31 December', full: '31 December 2031', name: 'Wednesday' },
  { date: '2028-02-29', short: '29 February', full: '29 February 2028', name: 'Tuesday' },
])('$date is $name, $full', ({ date, short, full, name }) => {
  expect(dayAndMonth(date)).toBe(short);
  expect(fullDate(date)).toBe(full);
  expect(weekday(date)).toBe(name);
});

test('a month, of a day or alone', () => {
  expect(monthAndYear('2031-09')).toBe('September 2031');
  expect(monthAndYear('2031-09-30')).toBe('September 2031');
  expect(shortMonth('2031-05')).toBe('May');
});

test('a moment is dated in UTC', () => {
  expect(fullDate('2031-03-12T23:59:59Z')).toBe('12 March 2031');
  expect(fullDate('2031-03-12T00:00:00Z')).toBe('12 March 2031');
});

describe('dateRange', () => {
  test.each([
    { from: '2031-03-12', to: '2031-03-12', range: '12 March 2031' },
    { from: '2031-03-09', to: '2031-03-12', range: '9–12 March 2031' },
    { from: '2031-02-28', to: '2031-03-02', range: '28 February – 2 March 2031' },
    { from: '2030-12-31', to: '2031-01-01', range: '31 December 2030 – 1 January 2031' },
    { from: '2030-03-12', to: '2031-03-12', range: '12 March 2030 – 12 March 2031' },
  ])('$from to $to', ({ from, to, range }) => {
    expect(dateRange(from, to)).toBe(range);
  });
});
