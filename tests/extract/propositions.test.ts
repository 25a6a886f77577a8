import { describe, expect, test } from 'vitest';
import { propositionsOf } from '../../src/extract/propositions.ts';
import { quotationsOf } from '../../src/extract/quotations.ts';
import { tokenize } from '../../src/extract/tokens.ts';
import type { Span } from '../../src/types.ts';

const propositions = (text: string) => propositionsOf(tokenize(text).flat(), quotationsOf(text));

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
      'Inspectors closed Wend Hall, which was built in 1911.',
      ['Inspectors closed Wend Hall.', '[Wend Hall] was built in 1911'],
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
    ['no name stands before which', 'The firm sold the ferry, which sank on Monday, to the town.'],
    ['no name stands before who', 'The mayor, who was elected in May, closed the bridge.'],
    [
      'the clause has a subject of its own',
      'The town closed Wend Hall, which engineers had inspected, on Monday.',
    ],
    ['it is what makes the name known', 'The Ruth Amsel who was elected in May closed the bridge.'],
    ['hardly anything is told', 'Ruth Amsel, who left, closed the bridge.'],
    ['a quotation says it', 'He wrote “Ruth Amsel, who was elected in May, closed it” on Monday.'],
  ])('is none where %s', (_, text) => {
    staysWhole(text);
  });
});

describe('a sentence of several parts', () => {
  test('is taken apart to the end', () => {
    const text =
      'Ruth Amsel, who was elected in May, closed the bridge on Monday, but the council opened a ferry on Tuesday and paid for it.';
    const found = parts(text).map((part) => part.replace(/\s+/gu, ' '));
    expect(new Set(found)).toEqual(
      new Set([
        'Ruth Amsel closed the bridge on Monday',
        '[Ruth Amsel] was elected in May',
        'the council opened a ferry on Tuesday',
        '[the council] paid for it.',
      ]),
    );
  });

  test('of one part has none', () => {
    staysWhole('The bridge was closed on Monday.');
    staysWhole('Nobody came.');
  });
});
