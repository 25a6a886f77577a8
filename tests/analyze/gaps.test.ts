import { describe, expect, test } from 'vitest';
import { gapsOf } from '../../src/analyze/gaps.ts';
import type { Origin } from '../../src/types.ts';
import { claimsIn, factOf, found } from '../support.ts';

/** What is open in reports, one text a report; two of them have the first, which leads. */
function open(texts: readonly string[], origins: readonly Origin[] = []) {
  const [first = '', ...rest] = texts;
  const [one, two, ...claims] = claimsIn(first, first, ...rest);
  const facts = [factOf([found(one), found(two)]), ...claims.map((claim) => factOf([claim]))];
  const [main] = facts;
  return gapsOf(facts, main ? { [main.id]: origins } : {}).map(
    ({ question, statement }) => [question, statement?.text ?? null] as const,
  );
}

const MAIN = 'The old bridge of Lisk was closed on Tuesday because of cracks.';

describe('what reports say is not known', () => {
  test.each([
    ['It was not clear whether ferries would sail.', 'whether'],
    ['It is not known why the pillars sank.', 'why'],
    ['The council would not say who found the cracks.', 'who'],
    ['The mayor declined to comment.', 'comment'],
  ])('%s', (text, question) => {
    expect(open([MAIN, text])).toEqual([[question, text]]);
  });

  test.each([
    ['in a quotation', '“It was unclear whether ferries would sail,” Ruth Amsel said.'],
    ['in somebody’s account', 'He said the mayor did not specify when ferries would sail.'],
    ['of nothing open', 'It was clear whether ferries would sail.'],
  ])('not %s', (_, text) => {
    expect(open([MAIN, text])).toEqual([]);
  });

  test('is left out where another report may answer it', () => {
    const asked = 'It was unclear whether the ferries carried lorries.';
    expect(open([MAIN, asked, 'The ferries carried twelve lorries.'])).toEqual([]);
    expect(open([MAIN, asked, 'The ferries sail at noon.'])).toHaveLength(1);
  });

  test('is one gap where reports of one fact say so, and cites all', () => {
    const claims = claimsIn(
      'It was unclear whether ferries would sail.',
      'It is not clear whether the ferries would sail.',
    );
    const gaps = gapsOf([factOf(claims)], {}).filter(({ statement }) => statement !== null);
    expect(gaps.map((gap) => gap.claims)).toEqual([claims.map(({ id }) => id)]);
  });
});

describe('what is asked of the main fact', () => {
  const questions = (texts: readonly string[], origins: readonly Origin[] = []) =>
    open(texts, origins)
      .filter(([, statement]) => statement === null)
      .map(([question]) => question);

  test('nothing, where all is told', () => {
    expect(questions([MAIN])).toEqual([]);
  });

  test('when, where no report names a time', () => {
    expect(questions(['The old bridge of Lisk was closed.'])).toEqual(['when']);
    expect(questions(['The old bridge of Lisk was closed.', 'It was shut at noon.'])).toEqual([]);
  });

  test('where, where no report names a place', () => {
    expect(questions(['The old bridge was closed on Tuesday.'])).toEqual(['where']);
  });

  test('who, where those who did it are thieves and nobody says more of them', () => {
    const text = 'On Tuesday thieves took the bells of Lisk.';
    expect(questions([text])).toEqual(['who']);
    expect(questions([text, 'Two men were arrested in Harlow.'])).toEqual([]);
  });

  test('why, of violence for which nobody gives a reason', () => {
    const text = 'On Tuesday the miller of Lisk was stabbed.';
    expect(questions([text])).toEqual(['why']);
    expect(questions([text, 'He was stabbed because of a debt.'])).toEqual([]);
  });

  test('how many, where no report has a figure', () => {
    const text = 'On Tuesday several barges sank at Lisk.';
    expect(questions([text])).toEqual(['how many']);
    expect(questions([text, 'Seven barges sank.'])).toEqual([]);
  });

  test('who says so, where all that it rests on is unnamed', () => {
    const origin = (kind: Origin['kind']): Origin => ({
      name: 'official',
      kind,
      claims: ['c'],
      because: 'said so',
    });
    expect(questions([MAIN], [origin('unnamed')])).toEqual(['who says so']);
    expect(questions([MAIN], [origin('unnamed'), origin('person')])).toEqual([]);
  });
});
