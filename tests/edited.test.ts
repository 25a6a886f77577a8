import { describe, expect, test } from 'vitest';
import { type Change, edited, printedSpans, sourceOf, withoutGlosses } from '../src/edited.ts';
import { statementOf } from '../src/statement.ts';
import { claimsIn, found } from './support.ts';

const claim = found(
  claimsIn('Meanwhile, the bridge of Lisck was closed on Tuesday to all, officials said.')[0],
);
const before = statementOf(claim);
const source = sourceOf(claim);

const at = (words: string) => {
  const start = source.indexOf(words);
  return { start, end: start + words.length };
};

const instead = (words: string, text: string): Change => ({
  kind: 'instead',
  ...at(words),
  text,
  reason: 'spelling',
});
const behind = (words: string, text: string): Change => ({
  kind: 'behind',
  end: at(words).end,
  text,
  reason: 'date',
});

const changed = (...changes: readonly Change[]) =>
  edited(before, claim, { changes, named: (words) => words });

test('the statement to be changed', () => {
  expect(before.text).toBe('The bridge of Lisck was closed on Tuesday [11 March] to all.');
});

describe('a statement is changed', () => {
  test('where it prints the words', () => {
    const { statement } = changed(instead('Lisck', 'Lisk'), behind('on Tuesday', ' [March 11]'));
    expect(statement.text).toBe('The bridge of Lisk was closed on Tuesday [March 11] to all.');
  });

  test('with its own words kept, at their places', () => {
    const { pieces } = changed(instead('Lisck', 'Lisk')).statement;
    const words = pieces.flatMap((piece) => (piece.kind === 'added' ? [] : [piece]));
    expect(words.map(({ text }) => text).join('')).toBe(source);
    for (const { text, start, end } of words) expect(end - start).toBe(text.length);
    expect(words.find(({ text }) => text === 'Lisck')?.start).toBe(at('Lisck').start);
  });

  test('its days in brackets give way', () => {
    expect(changed().statement.text).toBe('The bridge of Lisck was closed on Tuesday to all.');
  });

  test.each([
    ['what is left out', instead('officials', 'guards')],
    ['what lies over a piece', instead('Meanwhile, the bridge', 'The bridge')],
  ])('and not in %s', (_, change) => {
    expect(changed(change).statement.text).toBe(
      'The bridge of Lisck was closed on Tuesday to all.',
    );
  });

  test('of two changes in one place by the first', () => {
    const { statement } = changed(instead('Lisck', 'Lisk'), instead('of Lisck', 'of Lisa'));
    expect(statement.text).toContain('bridge of Lisk was');
  });
});

describe('places of the statement move', () => {
  const { statement, moved } = changed(
    instead('Lisck', 'Lissik-on-Sea'),
    behind('Tuesday', ' [March 11]'),
  );
  const now = (words: string) => {
    const start = before.text.indexOf(words);
    return statement.text.slice(moved(start), moved(start + words.length));
  };

  test.each([
    ['The bridge', 'The bridge'],
    ['Lisck', 'Lissik-on-Sea'],
    ['was closed', 'was closed'],
    ['Tuesday [11 March]', 'Tuesday [March 11]'],
    [' to all.', ' to all.'],
    [before.text, statement.text],
  ])('those of "%s" to "%s"', (words, expected) => {
    expect(now(words)).toBe(expected);
  });
});

test('the words that are printed, letters that were raised among them', () => {
  expect(printedSpans(before).map(({ start, end }) => source.slice(start, end))).toEqual([
    'the bridge of Lisck was closed on Tuesday to all',
    '.',
  ]);
});

test.each([
  ['It fell on Tuesday [11 March].', 'It fell on Tuesday.'],
  ['It fell last week [March 3–9] in Lisk.', 'It fell last week in Lisk.'],
  ['It fell last month [February].', 'It fell last month.'],
  ['It is 12 miles [19 km] long.', 'It is 12 miles long.'],
  ['[May Sample] left.', '[May Sample] left.'],
  ['He told [May Sample] so.', 'He told [May Sample] so.'],
])('without glosses %s is %s', (text, bare) => {
  expect(withoutGlosses(text)).toBe(bare);
});
