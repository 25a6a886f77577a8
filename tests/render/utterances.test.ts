import { expect, test } from 'vitest';
import { briefingSchema } from '../../src/render/json-schema.ts';
import { toJson } from '../../src/render/plain.ts';
import { briefingOf, found, only } from '../support.ts';

test('who said what passes the schema, with role and day', async () => {
  const { briefing, facts } = await briefingOf({
    'a.txt':
      '“Nobody will drive over this bridge before May,” Mayor Ruth Amsel said on 11 March 2031.',
    'b.txt': 'Towers lean.',
  });
  const utterance = only(briefingSchema.parse(toJson(briefing)).utterances);
  const fact = found(facts.find(({ id }) => id === utterance.fact));
  expect(utterance).toEqual({
    speaker: 'Ruth Amsel',
    role: 'Mayor',
    fact: fact.id,
    days: [{ date: '2031-03-11', claims: [fact.claims[0].id] }],
  });
});
