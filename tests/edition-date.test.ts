import { expect, test } from 'vitest';
import { dateOf } from '../src/edition-date.ts';
import { found } from './support.ts';

const LAST = {
  number: 4,
  made: '2031-03-12T06:00:00.000Z',
  title: 'A',
  generated: null,
  reports: [],
  facts: [],
  bottomLine: [],
  divergences: [],
};

const NOW = Date.UTC(2031, 2, 13, 6);

test('an edition bears the time of the clock, in UTC', () => {
  expect(dateOf({ now: NOW, last: LAST, out: 'out' })).toEqual({
    made: '2031-03-13T06:00:00.000Z',
    messages: [],
  });
});

test('or the time that it is given', () => {
  const generated = '2031-04-01T00:00:00Z';
  expect(dateOf({ generated, now: NOW, last: LAST, out: 'out' }).made).toBe(generated);
});

test('none comes before the one before it, though the clock was set back, and that is said', () => {
  const { made, messages } = dateOf({ now: Date.UTC(2031, 2, 11), last: LAST, out: 'out' });
  expect(made).toBe(LAST.made);
  expect(found(messages[0]).ruleId).toBe('clock-back');
});

test('nor where it is given an earlier time, which is meant', () => {
  const generated = '2031-03-01T00:00:00Z';
  const { made, messages } = dateOf({ generated, now: NOW, last: LAST, out: 'out' });
  expect([made, messages]).toEqual([LAST.made, []]);
});
