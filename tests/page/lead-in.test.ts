import { describe, expect, test } from 'vitest';
import { leadIn } from '../../src/page/lead-in.ts';
import { lookupOf } from '../../src/page/lookup.ts';
import type { Fact } from '../../src/types.ts';
import { briefingOf, found } from '../support.ts';

const made = briefingOf({
  'a.txt': `The council of Brennick met in the old mill.

It was flooded in May and in June.

Ferries sail again.

Two days later, the mayor resigned.`,
  'b.txt': 'Lisk has a new port.',
});

async function leadInOf(words: string, above?: string) {
  const { briefing } = await made;
  const lookup = lookupOf(briefing);
  const fact = (start: string): Fact =>
    found(briefing.facts.find(({ statement }) => statement.text.startsWith(start)));
  return leadIn(fact(words), above === undefined ? undefined : fact(above), lookup);
}

describe('leadIn', () => {
  test('a sentence that can be read alone needs none', async () => {
    expect(await leadInOf('Ferries sail')).toEqual({ follows: false, before: null });
  });

  test('one that leans goes on from the sentence above it', async () => {
    expect(await leadInOf('It was flooded', 'The council')).toEqual({
      follows: true,
      before: null,
    });
  });

  test('where another stands above it, it has the sentence before', async () => {
    const { follows, before } = await leadInOf('Two days later', 'The council');
    expect(follows).toBe(false);
    expect(before?.words).toBe('Ferries sail again.');
    expect(before?.cites.map(({ number }) => number)).toEqual([1]);
  });
});
