import { describe, expect, test } from 'vitest';
import { connectiveOf, datelineOf } from '../../src/extract/connectives.ts';
import { SPLITS } from '../../src/extract/index.ts';
import { propositionsOf } from '../../src/extract/propositions.ts';
import { quotationsOf } from '../../src/extract/quotations.ts';
import { tokenize } from '../../src/extract/tokens.ts';
import type { Span } from '../../src/types.ts';

function propositions(text: string) {
  const tokens = tokenize(text);
  const opening = datelineOf(tokens) ?? connectiveOf(tokens);
  return propositionsOf(tokens, quotationsOf(text), opening, SPLITS);
}

const cut = (text: string, { start, end }: Span) => text.slice(start, end);

/** Each part as it would be read: with its subject, and without what is a part of its own. */
const parts = (text: string) =>
  propositions(text).map(({ lead, without, ...part }) => {
    const gaps = without.map((gap) => cut(text, gap));
    const own = gaps.reduce((rest, gap) => rest.replace(gap, ''), cut(text, part));
    return lead ? `[${cut(text, lead)}] ${own}` : own;
  });

const staysWhole = (text: string) => expect(parts(text)).toEqual([]);

describe('a clause with a subject of its own', () => {
  test.each([
    [
      'The bridge was closed on Monday, but engineers expect it to open in May.',
      ['The bridge was closed on Monday', 'engineers expect it to open in May.'],
    ],
    [
      'The bridge was closed on Monday, and the town runs a ferry instead.',
      ['The bridge was closed on Monday', 'the town runs a ferry instead.'],
    ],
    [
      'In Harlow, the town said earlier that it was opposed to a ferry, although Mayor Ruth Amsel hinted on Tuesday that this could change.',
      [
        'In Harlow, the town said earlier that it was opposed to a ferry',
        'Mayor Ruth Amsel hinted on Tuesday that this could change.',
      ],
    ],
    [
      'The bridge was closed on Monday, while the ferry ran until the evening.',
      ['The bridge was closed on Monday', 'the ferry ran until the evening.'],
    ],
    [
      'The bridge was closed on Monday, although the town denied it.',
      ['The bridge was closed on Monday', 'the town denied it.'],
    ],
    [
      'The bridge was closed on Monday, whereas the ferry ran all day.',
      ['The bridge was closed on Monday', 'the ferry ran all day.'],
    ],
    [
      'The bridge was closed on Monday, after inspectors found cracks in it.',
      ['The bridge was closed on Monday', 'inspectors found cracks in it.'],
    ],
    [
      'The ferry sank on Monday and the town closed the bridge.',
      ['The ferry sank on Monday', 'the town closed the bridge.'],
    ],
    [
      'The bridge was closed on Monday, but officials said that the ferry will run.',
      ['The bridge was closed on Monday', 'officials said that the ferry will run.'],
    ],
    [
      'Officials said the bridge was closed, although the ferry still ran.',
      ['Officials said the bridge was closed', 'the ferry still ran.'],
    ],
  ])('is a part: %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    ['what was said goes on', 'The mayor said that the bridge was closed and the ferry ran.'],
    ['what was said goes on, comma', 'Officials said the bridge was closed, but the ferry ran.'],
    [
      'it was said with a verb of its own',
      'Engineers warned that the bridge was old, and the town feared a fall.',
    ],
    [
      'who says so stands between',
      'The bridge was shut on Monday, the mayor said, but the ferry will run.',
    ],
    [
      'it is part of a condition',
      'If the bridge is closed, and the ferry stops, the town will be cut off.',
    ],
    [
      'a condition stands before it',
      'The town will close the bridge if it rains, but the ferry will run.',
    ],
    [
      'a condition stands first',
      'Unless it rains, the bridge will open on Monday, and the ferry will stop.',
    ],
    [
      'a question is open',
      'The council asked whether the bridge was safe, and the mayor left the hall.',
    ],
    [
      'a quotation says it',
      '“The bridge was closed on Monday, but engineers expect it to open,” she said.',
    ],
    [
      'it is part of a reason',
      'The bridge was closed because engineers found cracks and the town feared a fall.',
    ],
    ['two nouns stand side by side', 'The bridge and the ferry were closed on Monday.'],
    ['two objects stand side by side', 'The town closed the bridge and the ferry on Monday.'],
    [
      'a comma is missing and clauses are nested',
      'Engineers who saw the bridge and the ferry left on Monday.',
    ],
    [
      'a comma is missing before when and why',
      'The bridge was closed on Monday after inspectors found cracks in it.',
    ],
  ])('is none where %s', (_, text) => {
    staysWhole(text);
  });
});

describe('a second predicate of the same subject', () => {
  test.each([
    [
      'The town closed the bridge on Monday and opened a ferry over the river.',
      ['The town closed the bridge on Monday', '[The town] opened a ferry over the river.'],
    ],
    [
      'Ruth Amsel gave the order on Monday but cautioned that the bridge was old.',
      ['Ruth Amsel gave the order on Monday', '[Ruth Amsel] cautioned that the bridge was old.'],
    ],
    [
      'The bridge was inspected on Monday and closed on the same evening.',
      ['The bridge was inspected on Monday', '[The bridge was] closed on the same evening.'],
    ],
    [
      'The ferry has crossed the river on Monday and landed in Wend.',
      ['The ferry has crossed the river on Monday', '[The ferry has] landed in Wend.'],
    ],
  ])('is a part that shares it: %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    [
      'what was said goes on',
      'The mayor said on Monday that she closed the bridge and opened a ferry.',
    ],
    ['what was denied goes on', 'The town denied that it closed the bridge and opened a ferry.'],
    ['a warning goes on', 'The mayor warned that the bridge was unsafe and closed it on Monday.'],
    [
      'another verb comes between',
      'The engineers found that the bridge was old and closed it on Monday.',
    ],
    ['a condition stands before it', 'If it rained the town closed the bridge and opened a ferry.'],
    ['the verbs differ in form', 'The bridge was closed on Monday and will open in May.'],
    ['mere nouns are joined', 'The people of Harlow waited for hours and hours on Monday.'],
    ['mere adjectives are joined', 'The bridge was old and narrow.'],
    ['a quotation says it', 'The mayor told them “we closed the bridge and opened a ferry”.'],
    ['hardly anything follows', 'The town closed the bridge and waited.'],
  ])('is none where %s', (_, text) => {
    staysWhole(text);
  });
});

describe('what is told of a name in passing', () => {
  test.each([
    [
      'Mayor Ruth Amsel, who has so far refused to sign, left the hall.',
      ['Mayor Ruth Amsel left the hall.', '[Mayor Ruth Amsel] has so far refused to sign'],
    ],
    [
      'The council elected Ruth Amsel, who has served Harlow for twenty years.',
      ['The council elected Ruth Amsel.', '[Ruth Amsel] has served Harlow for twenty years'],
    ],
    [
      'Harlow Works, which was founded in 1911, was sold on Monday.',
      ['Harlow Works was sold on Monday.', '[Harlow Works] was founded in 1911'],
    ],
    [
      'Minister of State Ann Field, who was elected in May, left the hall.',
      [
        'Minister of State Ann Field left the hall.',
        '[Minister of State Ann Field] was elected in May',
      ],
    ],
    [
      'The bridge was opened by the engineer Ann Field, who has served Harlow for years.',
      [
        'The bridge was opened by the engineer Ann Field.',
        '[Ann Field] has served Harlow for years',
      ],
    ],
    [
      'The town backed the position of Ann Field, who has refused to sign.',
      ['The town backed the position of Ann Field.', '[Ann Field] has refused to sign'],
    ],
    [
      'Ann Field, who was elected in May, will resign if the bridge falls.',
      ['Ann Field will resign if the bridge falls.', '[Ann Field] was elected in May'],
    ],
    [
      'Ruth Amsel, who was elected in May, and Bob Lane met on Monday.',
      ['Ruth Amsel and Bob Lane met on Monday.', '[Ruth Amsel] was elected in May'],
    ],
  ])('is a part: %s', (text, expected) => {
    expect(parts(text).map((part) => part.replace(/\s+/gu, ' '))).toEqual(expected);
  });

  test.each([
    [
      'which may mean the talks or the place',
      'Talks in Harlow, which began on Monday, ended without a result.',
    ],
    [
      'which may mean the council or the town',
      'The mayor met the council of Harlow, which was founded in 1911.',
    ],
    ['which may mean the closing or the hall', 'Inspectors closed Wend Hall, which angered many.'],
    [
      'who may mean the daughter or the mother',
      'The daughter of Ann Field, who was elected in May, left the hall.',
    ],
    [
      'who may mean the sister or the one whose sister she is',
      'The town backed the sister of Ann Field, who has refused to sign.',
    ],
    ['who means the friends', 'Friends of Ann Field, who was elected in May, left the hall.'],
    ['a verb looks like a noun', 'The mayor doubts Ann Field, who was here in May, will sign.'],
    ['someone says it', 'The mayor said Ann Field, who has served for years, will sign.'],
    [
      'it will only be so once the rest is',
      'The council will elect Ann Field, who will open the bridge.',
    ],
    [
      'several verbs may be the main one',
      'Harlow Works, which closed the bridge, opened the ferry and sold the hall, was sued.',
    ],
    [
      'the sentence goes on in a way that is open',
      'The council elected Ann Field, who has served for years, and opened a ferry.',
    ],
    ['no name stands before which', 'The firm sold the ferry, which sank on Monday, to the town.'],
    ['no name stands before who', 'The mayor, who was elected in May, closed the bridge.'],
    [
      'the clause has a subject of its own',
      'The town closed Wend Hall, which engineers had inspected, on Monday.',
    ],
    ['it is what makes the name known', 'The Ruth Amsel who was elected in May closed the bridge.'],
    ['the verb leans on who', 'Ann Field, who’s in the council of Harlow, left the hall.'],
    ['hardly anything is told', 'Ruth Amsel, who left, closed the bridge.'],
    ['a quotation says it', 'He wrote “Ruth Amsel, who was elected in May, closed it” on Monday.'],
  ])('is none where %s', (_, text) => {
    staysWhole(text);
  });
});

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

describe('what two predicates do not share', () => {
  test.each([
    ['not', 'The bridge was not closed on Monday and inspected by engineers.'],
    ['nobody', 'Nobody closed the bridge and opened the ferry to cars.'],
    ['no one', 'No one closed the bridge and opened the ferry to cars.'],
    ['neither', 'Neither engineer closed the bridge and opened the ferry to cars.'],
    ['few', 'Few engineers closed the bridge and opened the ferry to cars.'],
    ['hardly', 'Hardly anybody closed the bridge and opened the ferry to cars.'],
    ['never', 'The town never closed the bridge and opened the ferry to cars.'],
    ['only', 'Only Ann Field closed the bridge and opened a ferry.'],
    ['at most', 'At most two engineers closed the bridge and opened a ferry.'],
    ['an adverb', 'The car narrowly missed the bridge and hit a house.'],
    ['could have', 'The bridge could have closed on Monday and opened in May again.'],
    ['may have been', 'The bridge may have been closed on Monday and inspected by engineers.'],
    ['is said to', 'The bridge is said to have been closed in May and inspected by Lane.'],
    ['a copula', 'The mayor was in Harlow on Monday and visited the bridge.'],
    ['a passive, object', 'The mayor was elected in May and visited the bridge.'],
    ['a passive, place', 'The mayor was arrested on Monday and appeared in court.'],
    ['a participle', 'The bridge closed on Monday and opened in May fell into the river.'],
    ['a state', 'Inspectors found the bridge unsafe and closed to cars.'],
    ['a state of people', 'The flood left ten people dead and wounded in the hall.'],
    ['a noun behind a participle', 'The mayor met police and armed residents of Wend.'],
  ])('is not given to the second: %s', (_, text) => {
    staysWhole(text);
  });

  test.each([
    [
      'The bridge has been closed on Monday and inspected by engineers.',
      ['The bridge has been closed on Monday', '[The bridge has been] inspected by engineers.'],
    ],
    [
      'Two of the pillars were inspected by Ann Field and closed to cars.',
      [
        'Two of the pillars were inspected by Ann Field',
        '[Two of the pillars were] closed to cars.',
      ],
    ],
    [
      'In May, the town closed the bridge and opened a ferry over the river.',
      ['In May, the town closed the bridge', '[In May, the town] opened a ferry over the river.'],
    ],
    [
      'However, the town closed the bridge on Monday and opened a ferry.',
      ['However, the town closed the bridge on Monday', '[the town] opened a ferry.'],
    ],
    [
      'HARLOW (Agency) — The town closed the bridge on Monday and opened a ferry.',
      ['HARLOW (Agency) — The town closed the bridge on Monday', '[The town] opened a ferry.'],
    ],
  ])('is told from what they share: %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
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
