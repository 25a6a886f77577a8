import { describe, expect, test } from 'vitest';
import { certainDate } from '../../src/certain-dates.ts';
import { tokenize } from '../../src/extract/tokens.ts';
import { statementOf } from '../../src/statement.ts';
import { timesOf as timesOfTokens } from '../../src/times/index.ts';
import { claimsIn, found } from '../support.ts';

/** A Wednesday. */
const PUBLISHED = '2031-03-12';

/** What may date an event: of all times, those that name a day, week, month or year for certain. */
const timesOf = (text: string, published: string | null) =>
  timesOfTokens(tokenize(text), text, published).flatMap((time) => {
    const value = certainDate(time);
    return value ? [{ ...time, value, type: 'date' }] : [];
  });

const values = (text: string, published: string | null = PUBLISHED) =>
  timesOf(text, published).map(({ value }) => value);

describe('a year', () => {
  test('may stand before the subject of its clause', () => {
    expect(values('In 2030 engineers found cracks.')).toEqual(['2030']);
  });
});

describe('dates', () => {
  test.each([
    ['on March 12, 2031', '2031-03-12'],
    ['on 12 March 2031', '2031-03-12'],
    ['on Thursday, May 30, 2030', '2030-05-30'],
    ['on 2031-03-11', '2031-03-11'],
    ['on 13/03/2031', '2031-03-13'],
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
    ['on 1 March', '2031-03-01'],
    ['on Monday, 10 March', '2031-03-10'],
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
    ['last week', '2031-W10'],
    ['this week', '2031-W11'],
    ['last year', '2030'],
    ['in May last year', '2030-05'],
    ['the day before yesterday', '2031-03-10'],
    ['this Monday', '2031-03-10'],
    ['last Friday', '2031-03-07'],
    ['on Tuesday of last week', '2031-03-04'],
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
    ['2031-03-31', 'The bridge was closed last month.', '2031-02'],
    ['2031-05-31', 'The bridge was closed three months ago.', '2031-02'],
    ['2031-01-31', 'The bridge will open next month.', '2031-02'],
    ['2031-12-31', 'The bridge will open next week.', '2032-W02'],
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
    ['Friday', '2031-03-07'],
    ['Saturday', '2031-03-08'],
    ['Sunday', '2031-03-09'],
  ])('in the past tense lies in the past, or is the day itself: %s', (day, value) => {
    expect(values(`The bridge was closed on ${day}.`)).toEqual([value]);
  });

  test('dates nothing where it would be six days ago: the text may have been changed since', () => {
    expect(values('The bridge was closed on Thursday.')).toEqual([]);
    expect(values('The bridge was closed on Thursday last week.')).toEqual(['2031-03-06']);
  });

  test.each([
    ['The bridge will open on Friday.', '2031-03-14'],
    ['The bridge is due to open on Thursday.', '2031-03-13'],
    ['The bridge is expected to open by Friday.', '2031-03-14'],
    ['The town is set to close it on Thursday.', '2031-03-13'],
    ['The town will close it until Friday.', '2031-03-14'],
    ['The ship will sail from Monday.', '2031-03-17'],
    ['The ferry will sail on Monday, he said.', '2031-03-17'],
    ['He said that on Monday the ferry will sail.', '2031-03-17'],
    ['On Monday, the ferry will sail.', '2031-03-17'],
    ['They plan to meet on Friday.', '2031-03-14'],
    ['Ferry to sail on Friday.', '2031-03-14'],
    ['They met on Sunday and will vote there on Friday.', '2031-03-14'],
    ['They are meeting on Friday.', '2031-03-14'],
    ['The vote next Tuesday is secret.', '2031-03-18'],
  ])('may be turned to the future: %s', (sentence, value) => {
    expect(values(sentence).at(-1)).toBe(value);
  });

  test.each([
    ['He said on Monday that the ferry will sail.', '2031-03-10'],
    ['On Monday, the council met and said that it will vote.', '2031-03-10'],
    ['A man arrested on Monday will appear in court.', '2031-03-10'],
    ['A boiler exploded in the harbor, killing two on Monday.', '2031-03-10'],
    ['The bridge has been closed since Friday.', '2031-03-07'],
    ['A storm hit the harbor on Monday.', '2031-03-10'],
    ['They’d met there on Monday.', '2031-03-10'],
    ['They did not have a vote on Monday.', '2031-03-10'],
  ])('goes by the verb of its own clause: %s', (sentence, value) => {
    expect(values(sentence)).toEqual([value]);
  });

  test.each([
    ['which way the verb looks', 'They agreed to meet on Friday.'],
    ['what was planned', 'The vote scheduled for Monday was cancelled.'],
    ['what was expected', 'The ferry was expected to sail on Monday.'],
    ['a present', 'Bridge closes on Monday.'],
    ['a bound of what was', 'The town closed it until Friday.'],
    ['to whom it belongs', 'He said the vote on Monday will be secret.'],
    ['a noun that it belongs to', 'They prepared for Monday’s vote.'],
    ['last or last but one', 'It was closed last Monday.'],
    ['next or next but one', 'It will be closed next Friday.'],
    ['a stretch', 'It rained from Monday to Friday.'],
    ['one of many', 'It was closed on a Monday, and each Friday.'],
    ['a day told from another', 'It was closed on the following Monday.'],
    ['a definite one', 'It was closed on the Monday before the vote.'],
    ['a feast', 'It was closed on Good Friday.'],
    ['every week', 'It was closed on Monday nights.'],
    ['what was still to come, perhaps', 'Before leaving on Monday, he spoke.'],
    ['a plan that passes for a noun', 'On Friday, the Harlow league plans to hold a vote.'],
    ['what was awaited', 'They were likely to sail as soon as the port opened Monday.'],
    ['one of two that return', 'New ferries would sail on Monday and Tuesday nights.'],
    ['what would have been', 'It would have opened on Monday.'],
  ])('has no value where it may be another day: %s', (_, sentence) => {
    expect(values(sentence)).toEqual([]);
  });

  test.each([
    ['On Tuesday, the council met.', 'Tuesday'],
    ['The council met there on Tuesday, and left.', 'Tuesday'],
    ['On Tuesday night the council met.', 'Tuesday night'],
    ['Tuesday’s vote was secret.', 'Tuesday’s'],
    ['It met late Tuesday.', 'Tuesday'],
  ])('ends with its word: %s', (sentence, text) => {
    const [time, ...others] = timesOf(sentence, PUBLISHED);
    expect(others).toEqual([]);
    expect(time).toMatchObject({ text, value: '2031-03-11' });
  });

  test('prints its date behind its word', () => {
    const [claim] = claimsIn('On Tuesday, the council met in the old hall.', 'Ferries sail.');
    expect(statementOf(found(claim)).text).toBe(
      'On Tuesday [11 March], the council met in the old hall.',
    );
  });

  test.each([
    ['It met at 9 a.m. Tuesday.', 'It met at 9 a.m. Tuesday [11 March].'],
    ['It met there 3 days ago.', 'It met there 3 days ago [9 March].'],
    ['It met late yesterday.', 'It met late yesterday [11 March].'],
    ['It met on Tuesday night.', 'It met on Tuesday night [11 March].'],
    ['It met on March 11, at 11 a.m.', 'It met on March 11, at 11 a.m.'],
    ['They agreed to meet on Friday.', 'They agreed to meet on Friday.'],
    ['It met recently, for two days.', 'It met recently, for two days.'],
    ['It met at 5 p.m. sharp.', 'It met at 5 p.m. sharp.'],
  ])('prints only what is certain: %s', (sentence, statement) => {
    const [claim] = claimsIn(sentence, 'Ferries sail.');
    expect(statementOf(found(claim)).text).toBe(statement);
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
    ['one behind a preposition', 'They were joined by a crowd of 2000 people.'],
    ['one behind a month', 'On March 12, 2000 people marched.'],
    ['the present', 'For now it is closed, and now it rains.'],
    ['a star', 'It shone under the sun, and sat there.'],
    ['how long', 'It was closed for two days.'],
    ['a verb in short', 'It may mar 12 walls.'],
    ['nowadays', 'Today it has 9,000 inhabitants.'],
    ['today’s world', 'In today’s world it is old.'],
    ['a weekday that is not of its date', 'It was closed on Monday, March 11.'],
    ['a date that the tense contradicts', 'It was closed on 1 May.'],
    ['a day that no month has', 'It was closed on 30 February 2031.'],
    ['a day in small digits', 'It was closed on 12/03/2031.'],
    ['a stretch of dates', 'It was closed on May 3-5.'],
    ['about how long ago', 'It was closed about two years ago, and two or three days ago.'],
    ['a stretch up to now', 'It was closed in the last week, and in his last year.'],
    ['a number with a comma', 'It was seen in 2,000 towns.'],
    ['a verb that looks like a month', 'It may open, and they march.'],
    ['nothing of the kind', 'The bridge was closed.'],
  ])('%s', (_, sentence) => {
    expect(timesOf(sentence, PUBLISHED)).toEqual([]);
  });
});
