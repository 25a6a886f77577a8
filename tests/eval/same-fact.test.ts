import { describe, expect, test } from 'vitest';
import { eventOf, unitsIn } from './same-fact.ts';

describe('an annotated event', () => {
  test('keeps every claim in its own sentence, also where others are empty', () => {
    const sentences = {
      A0: 'Bridge closed',
      A1: 'The bridge was closed on Tuesday.',
      A2: '',
      A3: 'A ferry runs until May.',
      A4: '',
      B0: '',
      B1: 'It was shut.',
    };
    const event = eventOf('bridge', { sentences, facts: [{ ids: ['A1', 'B1'] }] });
    expect(unitsIn(event).map(({ id, claim }) => [id, claim.exact])).toEqual([
      ['A0', 'Bridge closed'],
      ['A1', 'The bridge was closed on Tuesday.'],
      ['A3', 'A ferry runs until May.'],
      ['B1', 'It was shut.'],
    ]);
    expect([...event.links]).toEqual(['A1|B1']);
  });
});
