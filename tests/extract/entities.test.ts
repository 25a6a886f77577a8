import { describe, expect, test } from 'vitest';
import { entitiesOf } from '../../src/extract/index.ts';
import { sentencesOf } from '../support.ts';

/** Reports, one a text, and the forms that stand for each entity of a kind. */
const forms = (kind: string, ...texts: readonly string[]) =>
  entitiesOf(
    sentencesOf(Object.fromEntries(texts.map((text, index) => [`r${index + 1}.txt`, text]))),
  )
    .filter((entity) => entity.kind === kind)
    .map((entity) => [entity.name, ...entity.forms.map(({ text }) => text)]);

describe('people', () => {
  test('are the same under full name and surname', () => {
    expect(
      forms('person', 'Mayor Ruth Amsel came. Later Amsel left.', 'They met Amsel on the bridge.'),
    ).toEqual([['Ruth Amsel', 'Amsel', 'Ruth Amsel']]);
  });

  test.each([
    ['spelled in two ways', 'Antony Brennick', 'Anthony Brennick'],
    ['the surname spelled in two ways', 'Ruth Zelinsky', 'Ruth Zelinskyy'],
    ['with initials', 'CQ Brennick', 'Charles Q. Brennick'],
    ['with a middle initial', 'Ruth Brennick', 'Ruth M. Brennick'],
    ['with a short form', 'Joe Brennick', 'Joseph Brennick'],
    ['with a mark above a letter', 'René Brennick', 'Rene Brennick'],
  ])('%s', (_, one, other) => {
    const found = forms(
      'person',
      `Mayor ${one} came to Lisk.`,
      `Then Mayor ${other} came to Lisk.`,
    );
    expect(found.map(([, ...own]) => own.sort())).toEqual([[one, other].sort()]);
  });

  test.each([
    ['in one report', ['They met Mayor Antony Brennick and Judge Anthony Brennick.']],
    ['of short names', ['Mayor Joan Reel came.', 'Mayor John Reel came.']],
    ['of other given names', ['Mayor Ruth Reel came.', 'Mayor Jonas Reel came.']],
  ])('two stay two: %s', (_, texts) => {
    expect(forms('person', ...texts)).toHaveLength(2);
  });

  test('a surname that two have is given to neither', () => {
    const text = 'Mayor Ruth Reel met Judge Jonas Reel. Then Reel left.';
    expect(forms('person', text)).toEqual([
      ['Jonas Reel', 'Jonas Reel'],
      ['Ruth Reel', 'Ruth Reel'],
    ]);
    expect(forms('unknown', text)).toEqual([['Reel', 'Reel']]);
  });

  test('have the roles that reports give them, with the reports', () => {
    const [entity] = entitiesOf(
      sentencesOf({
        'r1.txt': 'Harlow mayor Ruth Amsel came.',
        'r2.txt': 'Ruth Amsel, the mayor, came.',
        'r3.txt': 'The mayor, Ruth Amsel, came.',
      }),
    );
    expect(entity?.roles).toEqual([
      { text: 'mayor', reports: ['r2', 'r3'] },
      { text: 'Harlow mayor', reports: ['r1'] },
    ]);
  });
});

describe('places and bodies', () => {
  test('a place under two names is one', () => {
    expect(forms('place', 'They left Kyiv on foot.', 'They came from Kiev on foot.')).toEqual([
      ['Kyiv', 'Kiev', 'Kyiv'],
    ]);
  });

  test('a body is one with and without points', () => {
    expect(forms('organization', 'He told the NHQ.', 'He told the N.H.Q. on Monday.')).toHaveLength(
      1,
    );
  });

  test('a hotel is nobody, whatever it is called for short', () => {
    expect(forms('person', 'They met at the Grand Hotel Lisk. They ate at Lisk.')).toEqual([]);
  });
});

test('the order of reports changes nothing but the order of reports', () => {
  const texts = [
    'Mayor Ruth Amsel came.',
    'Amsel met Antony Brennick, a judge.',
    'Judge Anthony Brennick came.',
  ];
  const names = (all: readonly string[]) =>
    forms('person', ...all).map(([name, ...own]) => [name, ...own.sort()]);
  expect(names([...texts].reverse())).toEqual(names(texts));
});
