import { describe, expect, test } from 'vitest';
import { boundsThatDiffer } from '../../src/analyze/bounds.ts';
import { claimsIn, factOf } from '../support.ts';

const values = (...texts: readonly string[]) =>
  boundsThatDiffer(factOf(claimsIn(...texts))).map(({ sides }) => sides.map(({ value }) => value));

describe('boundsThatDiffer', () => {
  test('finds different days behind one word', () => {
    expect(values('The line stopped until Friday.', 'Sailings were off until Saturday.')).toEqual([
      ['until Friday', 'until Saturday'],
    ]);
  });

  test.each([
    ['the same day', 'The line stopped until Friday.', 'Sailings were off until Friday night.'],
    ['days behind different words', 'It is due by Friday.', 'It was closed since Saturday.'],
    ['a day in a quotation', '“It is off until Friday,” she said.', 'It is off until Saturday.'],
    ['one day alone', 'The line stopped until Friday.', 'The line stopped.'],
  ])('finds nothing in %s', (_, a, b) => {
    expect(values(a, b)).toEqual([]);
  });
});
