import { expect, test } from 'vitest';
import { contrastsThatDiffer } from '../../src/analyze/contrasts.ts';
import { claimsIn, factOf, found } from '../support.ts';

const claims = claimsIn(
  'The ferry sank with 43 people on board.',
  'The ferry sank with 41 people on board.',
  'The ferry sank with 41 people on board.',
);
const [first, second, third] = claims.map(({ id }) => id);

test('puts the claims that give one value on one side', () => {
  expect(contrastsThatDiffer(factOf(claims))).toEqual([
    {
      kind: 'number',
      about: '',
      status: 'open',
      note: 'The reports give different figures.',
      sides: [
        { value: 'with 43 people on', claims: [first] },
        { value: 'with 41 people on', claims: [second, third] },
      ],
    },
  ]);
});

test('asks also claims that are kept apart, but none that are shown elsewhere', () => {
  const apart = [found(second), found(third)];
  expect(contrastsThatDiffer(factOf(claims, { uncertain: apart }))).toHaveLength(1);
  expect(contrastsThatDiffer(factOf(claims, { uncertain: apart, elsewhere: apart }))).toEqual([]);
});

test('finds nothing where all say the same', () => {
  expect(contrastsThatDiffer(factOf(claims.slice(1)))).toEqual([]);
});
