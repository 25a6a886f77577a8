import { describe, expect, test } from 'vitest';
import { dateInAddress, publicationDate, stampedDates } from '../src/publication-date.ts';

describe('a line that says when a report was published', () => {
  test.each([
    ['March 12, 2031', '2031-03-12'],
    ['12 March 2031', '2031-03-12'],
    ['12th of March 2031', '2031-03-12'],
    ['Wednesday, 12 March 2031', '2031-03-12'],
    ['Wed 12 Mar 2031', '2031-03-12'],
    ['2031-03-12', '2031-03-12'],
    ['2031-03-12T10:00:00Z', '2031-03-12'],
    ['Published: 12 March 2031', '2031-03-12'],
    ['Published March 12, 2031 at 10:00 PM CET', '2031-03-12'],
    ['First published on Wed 12 Mar 2031 10.00 GMT', '2031-03-12'],
    ['Updated at 3:15 p.m. EST on March 12, 2031', '2031-03-12'],
    ['LAST UPDATED 12 MARCH 2031', '2031-03-12'],
    ['HARLOW, March 12, 2031', '2031-03-12'],
    ['13/03/2031', '2031-03-13'],
    ['03/13/2031', '2031-03-13'],
    ['03/03/2031', '2031-03-03'],
    ['12 March 2031 | Updated 13 March 2031', '2031-03-12'],
  ])('%s', (line, date) => {
    expect(publicationDate(line)).toBe(date);
  });
});

describe('a line that says more, or less', () => {
  test.each([
    ['the year is left to be guessed', 'March 12'],
    ['the day is left to be guessed', 'March 2031'],
    ['day and month are left to be guessed', '12/03/2031'],
    ['they are, with a time', 'Published 03/12/2031 10:00'],
    ['they are, though a later date is not', '12/03/2031 | Updated 13/03/2031'],
    ['a year alone', '2031'],
    ['a weekday alone', 'Published Tuesday'],
    ['a day told from another', 'Published yesterday'],
    ['a sentence', 'The bridge was closed on March 12, 2031'],
    ['a name beside the date', 'By Ann Field, March 12, 2031'],
    ['no date', 'Published by the Courier'],
    ['no day of any month', 'March 42, 2031'],
    ['nothing', ''],
    ['a long line', `${'HARLOW '.repeat(12)}March 12, 2031`],
  ])('%s', (_, line) => {
    expect(publicationDate(line)).toBeUndefined();
  });
});

describe('stampedDates', () => {
  test.each([
    ['Monday, March 3,2031 23:51', { published: '2031-03-03' }],
    ['Updated: March 4, 2031', { updated: '2031-03-04' }],
    [
      'POSTED: 3 March 2031 | LAST UPDATED: 4 March 2031',
      { published: '2031-03-03', updated: '2031-03-04' },
    ],
    ['Updated at 1:23 p.m.', {}],
    ['Updated 5 / 6 / 2031', {}],
  ])('%s', (stamp, dates) => {
    const found = stampedDates(stamp).map(({ field, value }) => [field, value]);
    expect(Object.fromEntries(found)).toEqual(dates);
  });
});

describe('dateInAddress', () => {
  test.each([
    ['https://courier.example/2031/03/12/bridge', '2031-03-12'],
    ['https://courier.example/news/2031-03-12-bridge.html', '2031-03-12'],
    ['https://courier.example/2031/mar/12/bridge', '2031-03-12'],
    ['https://courier.example/2031/02/30/bridge', undefined],
    ['https://courier.example/2031/03/bridge', undefined],
    ['https://courier.example/story-20310312345', undefined],
  ])('%s', (address, date) => {
    expect(dateInAddress(address)).toBe(date);
  });
});
