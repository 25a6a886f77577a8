import { describe, expect, test } from 'vitest';
import { parts, propositions } from './parts.ts';

const staysWhole = (text: string) => expect(parts(text)).toEqual([]);

describe('what is not stated', () => {
  test.each([
    ['if', 'The bridge opens in May and the ferry stops in June if the money comes.'],
    ['unless', 'The bridge opens in May, and the ferry stops in June, unless the river rises.'],
    ['provided', 'The bridge opens in May, and the ferry stops, provided that the money comes.'],
    ['as long as', 'The bridge stays open, and the ferry runs, as long as the money comes.'],
    ['in case', 'The bridge was closed, and the ferry was moved, in case the river rises.'],
    ['only when', 'The bridge opens in May, and the ferry stops, only when the money comes.'],
    ['when, of what is to come', 'The bridge will open, and the ferry will stop, when it rains.'],
    ['until, of what is', 'The bridge is closed, and the ferry is at rest until the river falls.'],
    ['so', 'The town is poor, and the bridge is old, so the ferry is free.'],
    ['should', 'Should the river rise, the bridge closes and the ferry will stop at once.'],
    ['should, behind', 'The bridge will close, and the ferry will stop, should the river rise.'],
    ['had', 'Had the engineers known, the town closed the bridge, and the ferry ran.'],
    ['were', 'Were the river to rise, the bridge would close, and the ferry would stop.'],
    ['or', 'Either the bridge was closed, and the ferry ran, or the town slept.'],
    ['or, behind', 'The bridge is closed and the ferry is sold, or the town pays.'],
    ['under a plan', 'Under the plan, the bridge will close, and the ferry will run.'],
    ['in a year', 'In 1911, the bridge was opened, and the mayor resigned.'],
    ['a question', 'Is the bridge closed, and does the ferry run at night?'],
    ['an order', 'Close the bridge, and the town will suffer for years.'],
    ['allegedly', 'The bridge was allegedly closed in May, and the ferry was sold.'],
    ['would have', 'The bridge would have fallen, and the ferry would have sunk.'],
    ['respectively', 'The bridge was closed in May and opened in June, respectively.'],
    ['in a list', 'The flood hit the bridge, the hall, and the ferry built in 1911.'],
    ['left to the clause before', 'The bridge was closed on Monday, but the ferry was not.'],
    ['left to the clause before, did', 'The bridge fell on Monday, but the hall did not, he said.'],
    ['in brackets', 'The bridge (closed on Monday, and the ferry is old) fell.'],
    ['an aside', 'The bridge — it was closed on Monday, and the ferry was sold — fell.'],
    ['what is compared', 'The bridge was closed on Monday, as it had been in May.'],
    ['as a law requires', 'The bridge was closed on Monday, as the law required in May.'],
    ['as was expected', 'The bridge was closed on Monday, as engineers had expected it.'],
    ['after what is to come', 'The bridge will be closed, after engineers finish the work.'],
  ])('is not taken out, nor anything beside it: %s', (_, text) => {
    staysWhole(text);
  });

  test.each([
    ['doubts that', 'She doubts that the bridge is safe, and the ferry runs at night.'],
    ['doubts', 'She doubts the bridge is safe, and the ferry was sold.'],
    ['false', 'It is false that the bridge fell, and the ferry sank in the river.'],
    ['denied', 'The mayor denied that the bridge fell, and that the ferry sank.'],
    ['evidence', 'There is no evidence that the bridge fell, and the ferry sank in May.'],
    ['hopes that', 'He hopes that the bridge opens, and that the ferry runs.'],
    ['hopes', 'He hopes the bridge opens in May, and the ferry is sold.'],
    ['unlikely', 'It is unlikely that the bridge opens, and the ferry stops in June.'],
    ['pretended', 'The town pretended the bridge was safe, and the ferry ran.'],
    ['ensured', 'The mayor ensured France and Germany confirmed it on Monday.'],
    ['claimed, behind', 'The bridge was closed on Monday, and the ferry ran, the town claimed.'],
    ['claimed, of one', 'The town closed the bridge and opened a ferry, critics claimed.'],
    ['according to, between', 'The bridge was closed, according to Lane, and the ferry ran.'],
    ['before', 'Before the bridge closed and the ferry stopped, the town met.'],
    ['before, of one', 'Before the town closed the bridge and opened a ferry, it met twice.'],
    ['until', 'The bridge stays closed until the river falls, and the ferry runs at night.'],
    [
      'a time before it',
      'In May, the bridge was closed, although Ruth Amsel hinted that it was safe.',
    ],
    ['although', 'Although the bridge was closed, the ferry ran and the hall opened.'],
    ['so that', 'The town closed the bridge so that it lasts, and the ferry runs.'],
    ['the claim that', 'The claim that the town closed the bridge and opened a ferry is false.'],
    ['the committee that', 'The committee that closed the bridge and opened a ferry met.'],
    ['as', 'The mayor’s words came as he and his council tried it again.'],
    ['between', 'The old road between Harlow and Wend carries cars and will be closed.'],
    ['in a film', 'In the film, the bridge fell, and the ferry sank.'],
  ])('stays in the clause that it belongs to: %s', (_, text) => {
    staysWhole(text);
  });
});

describe('a sentence of several parts', () => {
  test('is taken apart to the end', () => {
    const text =
      'Ruth Amsel, who was elected in May, closed the bridge on Monday, but the council opened a ferry on Tuesday and paid for it.';
    const found = parts(text).map((part) => part.replace(/\s+/gu, ' '));
    expect(found).toEqual([
      'Ruth Amsel closed the bridge on Monday',
      '[Ruth Amsel] was elected in May',
      'the council opened a ferry on Tuesday',
      '[the council] paid for it.',
    ]);
  });

  test.each([
    [
      'The bridge was closed on Monday, and the council elected Ann Field, who has served Wend for years.',
      [', and ', ', who '],
    ],
    [
      'Ann Field, who was elected in May, was arrested on Monday and charged with theft, but the ferry was sold.',
      [', who ', ',', ' and ', ', but '],
    ],
  ])('covers it in order, save what joins them: %s', (text, joints) => {
    const found = propositions(text);
    const starts = found.map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const own = found.flatMap(({ start, end, without }) => {
      const bounds = [start, ...without.flatMap((gap) => [gap.start, gap.end]), end];
      return bounds.flatMap((from, index) =>
        index % 2 === 0 ? [{ from, to: bounds[index + 1] ?? from }] : [],
      );
    });
    const stretches = own.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
    const between = stretches.map(({ from }, index) =>
      text.slice(stretches[index - 1]?.to ?? 0, from),
    );
    expect(between.filter((joint) => joint !== '')).toEqual(joints);
  });

  test('stands outside what the other one lays in a mouth', () => {
    const outside = (text: string) => propositions(text).map(({ unspoken }) => unspoken);
    expect(outside('The bridge was closed, but the mayor said that the ferry will run.')).toEqual([
      true,
      false,
    ]);
    expect(outside('Ann Field, who was elected in May, said that the bridge is old.')).toEqual([
      false,
      true,
    ]);
    expect(outside('The bridge was closed, and the ferry was sold, the mayor said.')).toEqual([
      false,
      false,
    ]);
    expect(
      outside('The town closed the bridge and said that it was old, according to the mayor.'),
    ).toEqual([false, false]);
    expect(outside('The town closed the bridge and said Lane thought that it was old.')).toEqual([
      true,
      false,
    ]);
  });

  test('of one part has none', () => {
    staysWhole('The bridge was closed on Monday.');
    staysWhole('Nobody came.');
  });
});
