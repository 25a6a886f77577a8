import { describe, expect, test } from 'vitest';
import { timesOf } from '../../src/extract/times.ts';

/** A Wednesday. */
const PUBLISHED = '2031-03-12';

const values = (text: string, published: string | null = PUBLISHED) =>
  timesOf(text, published).map(({ value }) => value);

describe('dates', () => {
  test.each([
    ['on March 12, 2031', '2031-03-12'],
    ['on 12 March 2031', '2031-03-12'],
    ['on Thursday, May 30, 2030', '2030-05-30'],
    ['on 2031-03-11', '2031-03-11'],
    ['in February 2022', '2022-02'],
    ['in 2022', '2022'],
    ['since 1911', '1911'],
    ['in late 2022', '2022'],
    ['in mid-2022', '2022'],
  ])('with a year of their own need no publication date: %s', (expression, value) => {
    const sentence = `The bridge was closed ${expression}.`;
    for (const published of [PUBLISHED, null]) {
      const [time, ...others] = timesOf(sentence, published);
      expect(others).toEqual([]);
      expect(time).toMatchObject({ value, type: 'date', relative: false });
      expect(sentence.slice(time?.start, time?.end)).toBe(time?.text);
      expect(expression).toContain(time?.text);
    }
  });

  test.each([
    ['on March 11', '2031-03-11'],
    ['on 1 May', '2031-05-01'],
    ['on Monday, March 10', '2031-03-10'],
    ['yesterday', '2031-03-11'],
    ['today', '2031-03-12'],
    ['tonight', '2031-03-12'],
    ['this morning', '2031-03-12'],
    ['last night', '2031-03-11'],
    ['two days ago', '2031-03-10'],
    ['three weeks ago', '2031-W08'],
    ['last month', '2031-02'],
    ['this month', '2031-03'],
    ['three months ago', '2030-12'],
    ['last year', '2030'],
    ['two years ago', '2029'],
    ['on Tuesday night', '2031-03-11'],
  ])('without one count from the publication date: %s', (expression, value) => {
    const sentence = `The bridge was closed ${expression}.`;
    const [time, ...others] = timesOf(sentence, PUBLISHED);
    expect(others).toEqual([]);
    expect(time).toMatchObject({ value, type: 'date', relative: true });
    expect(sentence.slice(time?.start, time?.end)).toBe(time?.text);
    expect(expression).toContain(time?.text);
    expect(timesOf(sentence, null)).toEqual([]);
  });

  test.each([
    ['2031-01-01', 'The bridge was closed yesterday.', '2030-12-31'],
    ['2031-12-31', 'The bridge will open tomorrow.', '2032-01-01'],
    ['2032-03-01', 'The bridge was closed yesterday.', '2032-02-29'],
    ['2031-01-02', 'The bridge was closed on December 30.', '2030-12-30'],
    ['2031-01-20', 'The bridge was closed three weeks ago.', '2031-W01'],
    ['2031-01-05', 'The bridge was closed two weeks ago.', '2030-W51'],
  ])('across the end of a month or year, from %s: %s', (published, sentence, value) => {
    expect(values(sentence, published)).toEqual([value]);
  });

  test('there may be several, in order', () => {
    const sentence = 'It opened in 1911, was closed on Tuesday, and burned on May 3, 1950.';
    expect(values(sentence)).toEqual(['1911', '2031-03-11', '1950-05-03']);
  });

  test('a year that is part of a date is not a second one', () => {
    expect(values('It was closed in May of 1950 and on 3 May 1951.')).toEqual([
      '1950-05',
      '1951-05-03',
    ]);
  });
});

describe('a bare weekday', () => {
  test.each([
    ['Monday', '2031-03-10'],
    ['Tuesday', '2031-03-11'],
    ['Wednesday', '2031-03-12'],
    ['Thursday', '2031-03-06'],
    ['Friday', '2031-03-07'],
    ['Saturday', '2031-03-08'],
    ['Sunday', '2031-03-09'],
  ])('in the past tense lies in the past, or is the day itself: %s', (day, value) => {
    expect(values(`The bridge was closed on ${day}.`)).toEqual([value]);
  });

  test.each([
    ['The bridge will open on Friday.', '2031-03-14'],
    ['The bridge is due to open on Thursday.', '2031-03-13'],
    ['The bridge is expected to open by Friday.', '2031-03-14'],
    ['The town is set to close it on Thursday.', '2031-03-13'],
    ['The town closed it until Friday.', '2031-03-14'],
    ['The vote next Tuesday is secret.', '2031-03-18'],
  ])('may be turned to the future: %s', (sentence, value) => {
    expect(values(sentence)).toEqual([value]);
  });

  test('says nothing without a publication date', () => {
    expect(values('The bridge was closed on Tuesday.', null)).toEqual([]);
  });
});

describe('no date', () => {
  test.each([
    ['a stretch of days', 'It rained in the last few days.'],
    ['a stretch of weeks', 'It rained in the past two weeks.'],
    ['a stretch to come', 'It will rain in the coming days.'],
    ['days counted from another event', 'Two days later the bridge opened.'],
    ['days counted back from another event', 'It was closed two days before the vote.'],
    ['a time of day', 'It was closed at 5 p.m. sharp.'],
    ['a number that looks like a year', 'About 2000 cars cross it.'],
    ['a number with a comma', 'It was seen in 2,000 towns.'],
    ['a verb that looks like a month', 'It may open, and they march.'],
    ['nothing of the kind', 'The bridge was closed.'],
  ])('%s', (_, sentence) => {
    expect(timesOf(sentence, PUBLISHED)).toEqual([]);
  });
});
