import { describe, expect, test } from 'vitest';
import { spokesman } from '../../src/merge/spokesman.ts';
import type { Claim } from '../../src/types.ts';
import { claimsIn, found, nonEmpty, only, sentencesIn } from '../support.ts';

const OTHER = 'Nothing happened in Tolva.';

describe('spokesman', () => {
  const speaking = (claims: readonly Claim[], support = () => ({ agreement: 0.5, shared: 0.5 })) =>
    spokesman(nonEmpty(claims), support).exact;

  test('rather says what can be read alone', () => {
    const claims = claimsIn('It was closed because of cracks.', 'The old bridge was closed.');
    expect(speaking(claims)).toBe('The old bridge was closed.');
  });

  test('rather says a sentence than a headline', () => {
    const claims = sentencesIn(
      'OLD STONE BRIDGE OF BRENNICK OVER THE RIVER WEND CLOSED TO ALL TRAFFIC OVER CRACKS\n\nThe old bridge of Brennick was closed.',
      OTHER,
    ).map(({ whole }) => whole);
    expect(speaking(claims.slice(0, 2))).toBe('The old bridge of Brennick was closed.');
  });

  test('rather says what the others say too', () => {
    const [first, second] = claimsIn('The old bridge was closed.', 'The old bridge was shut.');
    const claims = [found(first), found(second)];
    const support = (claim: Claim) => ({ agreement: 0.5, shared: claim === second ? 0.9 : 0.1 });
    expect(spokesman(nonEmpty(claims), support)).toBe(second);
  });

  test('rather gives the last count of the dead than an earlier one', () => {
    const claims = claimsIn(
      'The fire killed 3 people in Tolva.',
      'The fire killed 12 people in Tolva.',
    );
    expect(speaking(claims)).toBe('The fire killed 12 people in Tolva.');
    expect(speaking([...claims].reverse())).toBe('The fire killed 12 people in Tolva.');
  });

  test('a count that is little greater may be a slip', () => {
    const claims = claimsIn(
      'The fire killed 12 people in Tolva.',
      'The fire killed 14 people in Tolva.',
    );
    expect(speaking(claims)).toBe('The fire killed 12 people in Tolva.');
  });

  test('what is no toll does not grow', () => {
    const claims = claimsIn(
      'The fire burnt 10 barns in Tolva.',
      'The fire burnt 12 barns in Tolva.',
    );
    expect(speaking(claims)).toBe('The fire burnt 10 barns in Tolva.');
  });

  test('among equals is the earliest report’s', () => {
    const claims = claimsIn('The bridge was closed.', 'The bridge was opened.');
    expect(claims[0]?.exact.length).toBe(claims[1]?.exact.length);
    expect(speaking(claims)).toBe('The bridge was closed.');
  });

  test('of one claim is that claim', () => {
    const claims = claimsIn('The bridge was closed.', OTHER).slice(0, 1);
    expect(spokesman(nonEmpty(claims), () => ({ agreement: 0, shared: 0 }))).toBe(only(claims));
  });
});
