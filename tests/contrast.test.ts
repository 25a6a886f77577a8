import { describe, expect, test } from 'vitest';
import { contrastOf } from '../src/contrast.ts';
import { claimsIn, found } from './support.ts';

function contrast(a: string, b: string) {
  const claims = claimsIn(a, b);
  const of = (id: string) => found(claims.find(({ report }) => report === id));
  return contrastOf(of('r1'), of('r2'));
}

describe('contrastOf', () => {
  test.each([
    [
      'number',
      'The ferry sank with 43 people on board.',
      'The ferry sank with 41 people on board.',
    ],
    ['number', 'Three people were treated for cuts.', 'Two people were treated for cuts.'],
    ['number', 'The ferry left the port at 8 pm.', 'The ferry left the port at 9 pm.'],
    [
      'date',
      'The line stopped all sailings until Friday.',
      'The line stopped all sailings until Saturday.',
    ],
    [
      'place',
      'The ministers will meet in Lisbon in May.',
      'The ministers will meet in Madrid in May.',
    ],
    ['stance', 'Police arrested a man near the port.', 'Police arrested a woman near the port.'],
    ['stance', 'The bridge of Wend is safe.', 'The bridge of Wend is unsafe.'],
    ['stance', 'The airport of Tarn was not damaged.', 'The airport of Tarn was damaged.'],
    ['stance', 'The ferry did not pass its inspection.', 'The ferry passed its inspection.'],
    ['stance', 'No bridge of the town was closed.', 'The bridge of the town was closed.'],
    [
      'stance',
      'The damage may reach two million crowns.',
      'The damage reached two million crowns.',
    ],
    ['stance', 'The airport of Tarn wasn’t damaged.', 'The airport of Tarn was damaged.'],
  ])('finds another %s: %s', (kind, a, b) => {
    expect(contrast(a, b)?.kind).toBe(kind);
    expect(contrast(b, a)?.kind).toBe(kind);
  });

  test.each([
    ['the same words', 'The bridge of Wend is safe.', 'The bridge of Wend is safe.'],
    ['forms of a word', 'The bridge of Wend closes.', 'The bridge of Wend closed.'],
    ['a number that is hedged', 'Some 40 people were on board.', '41 people were on board.'],
    ['a number in words', 'Two people were on board.', '2 people were on board.'],
    [
      'spellings of a name',
      'The ministers meet in Kyev in May.',
      'The ministers meet in Kyiv in May.',
    ],
    [
      'names in no place',
      'The bridge was built by Vale in May.',
      'The bridge was built by Amsel in May.',
    ],
    ['other sentences', 'The bridge of Wend is safe.', 'Nobody in Tarn said that it was unsafe.'],
    [
      'words that only look reversed',
      'The mayor can form the board.',
      'The mayor can inform the board.',
    ],
    [
      'a detail more',
      'The ferry sank with 43 people.',
      'The old ferry sank off Lisk with 43 people.',
    ],
  ])('finds nothing in %s', (_, a, b) => {
    expect(contrast(a, b)).toBeUndefined();
    expect(contrast(b, a)).toBeUndefined();
  });

  test('gives the words of either, with a few around them', () => {
    expect(
      contrast('The airport of Tarn was not damaged.', 'The airport of Tarn was damaged.')?.values,
    ).toEqual(['was not damaged', 'was damaged']);
  });
});
