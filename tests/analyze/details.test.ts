import { describe, expect, test } from 'vitest';
import { detailsOf } from '../../src/analyze/details.ts';
import { statementOf } from '../../src/statement.ts';
import type { Claim } from '../../src/types.ts';
import { factOf, found, sentencesIn } from '../support.ts';

/** A fact of the reports' whole first sentences, in the words of the first report. */
function factIn(...texts: readonly string[]) {
  const claims = sentencesIn(...texts)
    .map(({ whole }) => whole)
    .filter(({ sentence }) => sentence === 0);
  return factOf(claims, { statement: statementOf(found(claims[0])) });
}

/** Each detail as its words and the numbers of the reports that have it. */
function detailsIn(...texts: readonly string[]) {
  const fact = factIn(...texts);
  const reportOf = (id: string) => fact.claims.find((claim: Claim) => claim.id === id)?.report;
  return detailsOf(fact).map(({ start, end, claims }) => [
    fact.statement.text.slice(start, end).trim(),
    claims.map(reportOf).join(),
  ]);
}

describe('detailsOf', () => {
  test('finds what one report adds behind a mark', () => {
    expect(
      detailsIn(
        'The old bridge was closed, after divers found wide cracks in two pillars.',
        'Harlow closed its old bridge.',
      ),
    ).toEqual([['after divers found wide cracks in two pillars.', 'r1']]);
  });

  test('finds it before a conjunction without a mark, and in the middle', () => {
    expect(
      detailsIn(
        'The old bridge, painted green by volunteers last spring, was closed because its pillars had wide cracks.',
        'Harlow closed the old bridge.',
        'Wide cracks in its pillars closed the old bridge.',
      ),
    ).toEqual([
      ['painted green by volunteers last spring,', 'r1'],
      ['because its pillars had wide cracks.', 'r1,r3'],
    ]);
  });

  test.each([
    ['one report', ['The old bridge was closed, after divers found wide cracks in it.']],
    [
      'what others have in other forms',
      [
        'The old bridge was closed, after inspectors decided that the pillars were cracking.',
        'The old bridge was closed after a decision of the inspection, which saw cracked pillars.',
      ],
    ],
    [
      'names and times, which others imply',
      ['The old bridge was closed on Tuesday, Ruth Amsel said.', 'Harlow closed the old bridge.'],
    ],
    [
      'where words tell nothing',
      ['The old bridge was closed, after divers found wide cracks.', 'Nobody may cross there.'],
    ],
    [
      'what stands in the sentence of the passage',
      [
        'The old bridge was closed, after divers found wide cracks.',
        'Divers found wide cracks, and the old bridge was closed.',
      ],
    ],
  ])('finds nothing: %s', (_, texts) => {
    expect(detailsIn(...texts)).toEqual([]);
  });

  test('keeps a quotation whole', () => {
    const text =
      'The mayor said: “The old bridge is closed, because divers have found wide cracks.”';
    expect(detailsIn(text, 'The mayor said that the old bridge is closed.')).toEqual([]);
  });

  test('claims that are only close support nothing', () => {
    const fact = factIn(
      'The old bridge was closed, after divers found wide cracks in two pillars.',
      'Harlow closed its old bridge.',
      'The old bridge was closed after divers found cracks in the pillars.',
    );
    const close = found(fact.claims[2]).id;
    const [detail] = detailsOf({ ...fact, uncertain: [close] });
    expect(detail?.claims).toEqual([fact.claims[0].id]);
  });
});
