import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  mondayOf,
  PERIODS,
  quarterOf,
  weekdayOf,
  weekOf,
} from '../../src/language/calendar.ts';

describe('the calendar', () => {
  test('knows its days', () => {
    expect(dayOf(2031, 3, 12)).toBe('2031-03-12');
    expect(dayOf(2032, 2, 29)).toBe('2032-02-29');
    expect(dayOf(2031, 2, 29)).toBeUndefined();
    expect(dayOf(2031, 13, 1)).toBeUndefined();
  });

  test.each([
    ['2031-03-01', -1, '2031-02-28'],
    ['2031-12-31', 1, '2032-01-01'],
    ['2031-03-12', 0, '2031-03-12'],
  ])('counts days: %s %i', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  test.each([
    ['2031-03-31', -1, '2031-02'],
    ['2031-01-31', 1, '2031-02'],
    ['2031-01-15', -1, '2030-12'],
    ['2031-03-12', -15, '2029-12'],
  ])('counts months without the day: %s %i', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test.each([
    ['2031-03-10', 0, '2031-03-10', '2031-W11'],
    ['2031-03-12', 2, '2031-03-10', '2031-W11'],
    ['2031-03-16', 6, '2031-03-10', '2031-W11'],
    ['2032-01-01', 3, '2031-12-29', '2032-W01'],
    ['2033-01-01', 5, '2032-12-27', '2032-W53'],
  ])('begins the week with Monday: %s', (date, weekday, monday, week) => {
    expect([weekdayOf(date), mondayOf(date), weekOf(date)]).toEqual([weekday, monday, week]);
  });

  test.each([
    ['2031-01-01', '2031-Q1'],
    ['2031-03-31', '2031-Q1'],
    ['2031-04-01', '2031-Q2'],
    ['2031-12-31', '2031-Q4'],
  ])('knows the quarter of %s', (date, quarter) => {
    expect(quarterOf(date)).toBe(quarter);
  });

  test.each([
    ['day', -1, '2031-01-14'],
    ['week', 1, '2031-W04'],
    ['weekend', -1, '2031-W02-WE'],
    ['month', -1, '2030-12'],
    ['quarter', -1, '2030-Q4'],
    ['year', 2, '2033'],
    ['decade', -1, '202'],
    ['century', -1, '19'],
  ])('counts periods: %s %i', (unit, count, expected) => {
    expect(PERIODS[unit]?.('2031-01-15', count)).toBe(expected);
  });
});
