import { describe, expect, test } from 'vitest';
import { timelineOf } from '../../src/analyze/timeline.ts';
import { claimsIn, factOf, found, only, PUBLISHED } from '../support.ts';

const daysOf = (...texts: readonly string[]) => {
  const claims = claimsIn(...texts);
  const published = new Map(claims.map(({ report }) => [report, PUBLISHED]));
  return timelineOf([factOf(claims)], published).map(({ date }) => date);
};

const OTHER = 'Ferries sail.';

describe('timelineOf', () => {
  test.each([
    ['The bridge was closed on Tuesday because of cracks.', ['2031-03-11']],
    ['The bridge was closed on March 3.', ['2031-03-03']],
    ['The bridge was closed on Sunday or Monday.', ['2031-03-09', '2031-03-10']],
    ['The bridge was built in 1911.', ['1911']],
    ['The bridge was painted in May 2030.', ['2030-05']],
    ['The town hopes for a bridge in 2032.', []],
    ['The bridge has stood there since 1911.', []],
    ['Would the bridge be closed on Monday?', []],
    ['The bridge was closed last week.', ['2031-03-03']],
    ['The bridge was closed two weeks ago.', ['2031-02-26']],
    ['The bridge has been closed since March 3.', []],
    ['The bridge will be closed until March 20.', []],
    ['The bridge must be repaired by March 20.', []],
    ['The bridge was closed before March 3.', []],
    ['The bridge was closed from March 3 because of cracks.', []],
    ['The bridge was closed three days after the flood of March 3.', []],
    ['The bridge was closed three days after the flood on March 3.', ['2031-03-03', '2031-03-06']],
    ['The bridge was closed at 9 a.m. Tuesday because of cracks.', ['2031-03-11']],
    ['The bridge was closed on Tuesday night.', ['2031-03-11']],
    ['The bridge was closed two or three days ago.', []],
    ['They agreed to close the bridge on Friday.', []],
    ['The bridge was closed at 9 a.m. for two days.', []],
    ['The bridge was closed on Thanksgiving Day.', []],
    ['The bridge was closed on March 3, 1950, and opened two days later.', ['1950-03-03']],
    ['The bridge was closed from Monday to Friday.', []],
    ['The bridge was closed between March 3 and March 5.', []],
    ['The bridge was closed by the mayor on March 3.', ['2031-03-03']],
    ['The man from Harlow was found on March 3.', ['2031-03-03']],
    ['They buried the victims of the flood of March 3.', ['2031-03-03']],
    ['The bridge fell on the night of March 3.', ['2031-03-03']],
    ['Monday’s vote was secret.', []],
    ['The bridge will open on Friday.', ['2031-03-14']],
    ['A ferry sank late on Monday, the coast guard of Lisk said on Tuesday.', ['2031-03-10']],
    ['“Nobody will cross it before May,” Ruth Amsel said on Tuesday.', ['2031-03-11']],
    ['The bridge was to open by Friday.', []],
    ['After the flood, on March 5, the bridge was closed.', ['2031-03-05']],
    ['“We closed the bridge on March 3 because of cracks,” she said.', []],
    ['On March 3 she said: “We closed the bridge on March 1 because of it.”', ['2031-03-03']],
  ])('%s %j', (text, days) => {
    expect(daysOf(text, OTHER)).toEqual(days);
  });

  test('leaves out the day of saying so, where the statement does', () => {
    const [claim] = claimsIn('The bridge is closed, the mayor said on Monday.', OTHER);
    const asides = [{ start: 20, end: 46, reason: 'attribution' as const }];
    expect(timelineOf([factOf([{ ...found(claim), asides }])])).toEqual([]);
  });

  test('puts facts in order of their days', () => {
    const [late, early] = claimsIn('It opened on March 9.', 'It closed on March 3.');
    const facts = [factOf([found(late)]), factOf([found(early)])];
    expect(timelineOf(facts).map(({ date, fact }) => [date, fact])).toEqual([
      ['2031-03-03', facts[1]?.id],
      ['2031-03-09', facts[0]?.id],
    ]);
  });

  test('keeps facts of one day in their order', () => {
    const facts = claimsIn('It closed on March 3.', 'On March 3 it rained.').map((claim) =>
      factOf([claim]),
    );
    expect(timelineOf(facts).map(({ fact }) => fact)).toEqual(facts.map(({ id }) => id));
    expect(timelineOf([...facts].reverse()).map(({ fact }) => fact)).toEqual(
      facts.map(({ id }) => id).reverse(),
    );
  });

  test('cites the claims that name the day', () => {
    const claims = claimsIn(
      'It closed on March 3.',
      'It closed because of cracks.',
      'On March 3 the bridge was shut.',
    );
    const fact = factOf(claims);
    const { date, precision, fact: id, claims: cited } = only(timelineOf([fact]));
    expect({ date, precision, id, cited }).toEqual({
      date: '2031-03-03',
      precision: 'day',
      id: fact.id,
      cited: [claims[0]?.id, claims[2]?.id],
    });
  });

  test('is in the fact’s own words where they name the day', () => {
    const [first, second] = claimsIn('It closed on March 3.', 'On March 3 the bridge was shut.');
    const fact = factOf([found(first), found(second)]);
    const stated = { ...fact, statement: { ...fact.statement, claim: found(second).id } };
    expect(only(timelineOf([fact])).statement.text).toBe('It closed on March 3.');
    expect(only(timelineOf([stated])).statement.text).toBe('On March 3 the bridge was shut.');
  });

  test('is in words that name the day where the fact’s own do not', () => {
    const claims = claimsIn('It closed because of cracks.', 'The bridge was closed on Tuesday.');
    const { statement, claims: cited } = only(timelineOf([factOf(claims)]));
    expect(statement.text).toBe('The bridge was closed on Tuesday [11 March].');
    expect(cited).toEqual([claims[1]?.id]);
  });

  test('does not mix claims that are perhaps of another fact with those that are certain', () => {
    const claims = claimsIn('It closed on March 3.', 'The ferry sank on March 3.');
    const fact = factOf(claims, { uncertain: [found(claims[1]).id] });
    expect(timelineOf([fact]).map((entry) => [entry.statement.text, ...entry.claims])).toEqual([
      ['It closed on March 3.', claims[0]?.id],
      ['The ferry sank on March 3.', claims[1]?.id],
    ]);
  });

  test('dates a claim only with the fact that it belongs to first', () => {
    const claims = claimsIn('It closed because of cracks.', 'It closed on March 3.');
    const elsewhere = [found(claims[1]).id];
    expect(timelineOf([factOf(claims, { elsewhere })])).toEqual([]);
  });

  /** Entries of facts of one claim each, each report published on the same day. */
  const entriesOf = (...texts: readonly string[]) => {
    const claims = claimsIn(...texts);
    const published = new Map(claims.map(({ report }) => [report, PUBLISHED]));
    return timelineOf(
      claims.map((claim) => factOf([claim])),
      published,
    );
  };

  test.each([
    ['The bridge was closed in May 2030.', '2030-05', null, 'month', false],
    ['The bridge was closed last week.', '2031-03-03', '2031-03-09', 'day', false],
    ['The bridge was closed earlier this week.', '2031-03-10', '2031-03-12', 'day', false],
    ['The bridge was closed two weeks ago.', '2031-02-26', null, 'day', true],
    ['The bridge was closed two years ago.', '2029', null, 'year', true],
  ] as const)('says how exact a date is: %s', (text, date, until, precision, about) => {
    expect(only(entriesOf(text))).toMatchObject({ date, until, precision, about });
  });

  test('says which words give the date, and which tell what happened then', () => {
    const slice = (text: string) => {
      const { statement, words, dated } = only(entriesOf(text));
      const at = ({ start, end }: typeof words) => statement.text.slice(start, end);
      return [at(words), at(dated)];
    };
    expect(slice('The bridge was closed on Tuesday because of cracks.')).toEqual([
      'The bridge was closed on Tuesday [11 March] because of cracks.',
      'Tuesday [11 March]',
    ]);
    expect(
      slice('Nobody speaks of the vote of the council in Lisk, which began on Monday.'),
    ).toEqual([
      'the vote of the council in Lisk, which began on Monday [10 March]',
      'Monday [10 March]',
    ]);
  });

  test('joins what facts tell of one day in like words, with all citations', () => {
    const claims = claimsIn(
      'Divers closed the old bridge of Harlow on March 3.',
      'On March 3 divers of the county closed the old bridge.',
      'On March 3 a ferry sank near Lisk.',
    );
    const entries = timelineOf(claims.map((claim) => factOf([claim])));
    expect(entries.map((entry) => entry.claims)).toEqual([
      [claims[0]?.id, claims[1]?.id],
      [claims[2]?.id],
    ]);
  });

  test('does not join two things that only the same people did', () => {
    expect(
      entriesOf(
        'Mayor Ruth Amsel of Harlow opened a mill on March 3.',
        'On March 3 Mayor Ruth Amsel of Harlow wept.',
      ),
    ).toHaveLength(2);
  });

  test('leaves out what is only named where another tells it', () => {
    const told = 'The great flood struck Lisk on March 3.';
    expect(entriesOf('They buried the victims of the great flood of March 3.', told)).toHaveLength(
      1,
    );
    expect(entriesOf('They buried the victims of the great flood of March 3.')).toHaveLength(1);
  });

  test('leaves open in which year a day was, where a report gives it another', () => {
    const day = 'The bridge was closed on March 3.';
    expect(entriesOf(day, 'It was painted on March 3, 2029.').map(({ date }) => date)).toEqual([
      '2029-03-03',
    ]);
    expect(entriesOf(day, 'It was painted on March 4, 2029.')).toHaveLength(2);
  });

  test('dates what several reports state to the day on which somebody said so, where nothing else does', () => {
    const [first, second] = claimsIn(
      'The old bridge is closed, two officials said Monday.',
      'The old bridge is closed.',
    );
    const both = timelineOf([factOf([found(first), found(second)])]);
    expect(both.map(({ date, statement }) => [date, statement.text])).toEqual([
      ['2031-03-10', 'The old bridge is closed, two officials said Monday [10 March].'],
    ]);
    expect(timelineOf([factOf([found(first)])])).toEqual([]);
  });

  test('takes an announcement for an event where its source has a name', () => {
    expect(daysOf('Harlow Council announced on Monday that the bridge is closed.')).toEqual([
      '2031-03-10',
    ]);
  });

  test('of nothing is empty', () => {
    expect(timelineOf([])).toEqual([]);
  });
});
