import { describe, expect, test } from 'vitest';
import {
  dateRange,
  dayAndMonth,
  daysOfOneYear,
  fullDate,
  month,
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
  expect(fullDate(date, 'en')).toBe(full);
  expect(fullDate(date, 'en-GB')).toBe(full);
  expect(weekday(date)).toBe(name);
});

test('a day in American order', () => {
  expect(dayAndMonth('2031-03-01', 'en-US')).toBe('March 1');
  expect(fullDate('2031-03-01', 'en-US')).toBe('March 1, 2031');
});

test('a month, of a day or alone', () => {
  expect(month('2031-09-30')).toBe('September');
  expect(monthAndYear('2031-09')).toBe('September 2031');
  expect(monthAndYear('2031-09-30')).toBe('September 2031');
  expect(shortMonth('2031-05')).toBe('May');
  expect(shortMonth('2031-09')).toBe('Sept');
});

test('the names are those that the runtime has', () => {
  for (let at = 1; at <= 12; at++) {
    const date = `2031-${String(at).padStart(2, '0')}-${String(at).padStart(2, '0')}`;
    const named = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(new Date(date));
    expect(month(date)).toBe(named({ month: 'long' }));
    expect(weekday(date)).toBe(named({ weekday: 'long' }));
  }
});

test('a moment is dated in UTC', () => {
  expect(fullDate('2031-03-12T23:59:59Z', 'en')).toBe('12 March 2031');
  expect(fullDate('2031-03-12T00:00:00Z', 'en')).toBe('12 March 2031');
});

describe('dateRange', () => {
  test.each([
    {
      from: '2031-03-12',
      to: '2031-03-12',
      range: '12 March 2031',
      american: 'March 12, 2031',
    },
    {
      from: '2031-03-09',
      to: '2031-03-12',
      range: '9–12 March 2031',
      american: 'March 9–12, 2031',
    },
    {
      from: '2031-02-28',
      to: '2031-03-02',
      range: '28 February – 2 March 2031',
      american: 'February 28 – March 2, 2031',
    },
    {
      from: '2030-12-31',
      to: '2031-01-01',
      range: '31 December 2030 – 1 January 2031',
      american: 'December 31, 2030 – January 1, 2031',
    },
    {
      from: '2030-03-12',
      to: '2031-03-12',
      range: '12 March 2030 – 12 March 2031',
      american: 'March 12, 2030 – March 12, 2031',
    },
  ])('$from to $to', ({ from, to, range, american }) => {
    expect(dateRange(from, to, 'en')).toBe(range);
    expect(dateRange(from, to, 'en-US')).toBe(american);
  });

  test('without the year', () => {
    expect(daysOfOneYear('2031-03-09', '2031-03-12', 'en')).toBe('9–12 March');
    expect(daysOfOneYear('2031-02-28', '2031-03-02', 'en-US')).toBe('February 28 – March 2');
  });
});
