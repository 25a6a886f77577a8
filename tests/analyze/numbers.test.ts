import { describe, expect, test } from 'vitest';
import { numbersThatDiffer } from '../../src/analyze/numbers.ts';
import { claimsIn, factOf, found, only } from '../support.ts';

/** The month of the reports. */
const MARCH = { present: '2031-03' };

/** The values of the sides of each difference in figures, one claim a text. */
const differences = (...texts: readonly string[]) =>
  numbersThatDiffer(factOf(claimsIn(...texts)), MARCH).map(({ sides }) =>
    sides.map(({ value }) => value),
  );

describe('no difference', () => {
  test.each([
    ['the same figure', 'The ship had 12 passengers.', 'On it were 12 passengers.'],
    [
      'what conversion and rounding explain',
      'The road is 20 kilometres long.',
      'The road is 12 miles long.',
    ],
    ['metres and feet', 'The tower is 100 metres high.', 'The tower is 328 feet high.'],
    ['tonnes and kilograms', 'The beam weighs 2 tonnes.', 'The beam weighs 2,000 kilograms.'],
    ['hectares and acres', 'The fire took 10 hectares.', 'The fire took 25 acres.'],
    ['two spellings of a number', 'The bridge has 12 pillars.', 'The bridge has twelve pillars.'],
    ['two spellings of a sum', 'It costs 4 million dollars.', 'It costs $4 million.'],
    ['what rounding explains', 'A crowd of 1,000 drivers waits.', 'There wait 1,040 drivers.'],
    ['what a hedge covers', 'It is about 20 kilometres away.', 'It is 17 kilometres away.'],
    ['what a lower bound leaves room for', 'At least 12 pillars cracked.', '30 pillars cracked.'],
    ['what an upper bound leaves room for', 'Up to 12 pillars cracked.', '5 pillars cracked.'],
    ['two lower bounds', 'At least 12 pillars cracked.', 'Over 30 pillars cracked.'],
    ['a toll in other words', 'The fire killed 12 people.', 'The fire left 12 dead.'],
    ['the dead and the wounded', 'The fire killed 12 people.', 'The fire injured 30 people.'],
    ['some of the dead', '12 people were killed.', 'Three drivers were killed.'],
    ['how many people were spoken to', 'Two people told us so.', 'Three people told us so.'],
    ['two ages', 'He was a 16-year-old boy.', 'She was a 17-year-old girl.'],
    ['a speed and a length', 'It drove 5 miles an hour.', 'It is 50 miles long.'],
    ['what a range contains', 'The bridge has 10 to 14 pillars.', 'The bridge has 12 pillars.'],
    ['ranges that overlap', 'It costs $4 to $6 million.', 'It costs between $5 and $7 million.'],
    ['two hedged figures', 'About 12 pillars cracked.', 'Nearly 14 pillars cracked.'],
    ['figures of different things', 'The bridge has 12 pillars.', 'The bridge has 14 arches.'],
    ['different currencies', 'It costs 4 million dollars.', 'It costs 5 million euros.'],
    ['how many were spoken to', 'Two officials said so.', 'Three officials said so.'],
    ['how long something took', 'The repair lasted two hours.', 'The repair lasted three hours.'],
    [
      'a claim with two figures of a unit',
      'Of the 12 pillars, 4 pillars cracked.',
      'Cracks were found in 5 pillars.',
    ],
    [
      'sums of other things',
      'They paid 4 million dollars in taxes.',
      'They earned 9 million dollars with books.',
    ],
    ['what things cost apiece', 'He stole a $40 watch.', 'He stole $900 of watches.'],
    ['sums over many events', 'In all it seized 30 boats.', 'It seized five boats.'],
    ['how long ago', 'Three years ago it was shut.', 'Two years ago it was shut.'],
    ['figures of other years', 'In 2019 it carried 12 passengers.', 'It carries 14 passengers.'],
    [
      'what happened to people, which is asked of all facts',
      'The fire killed 12 people.',
      'The toll rose to 14.',
    ],
    ['one claim alone', 'The bridge has 12 pillars.', 'Ferries sail at noon.'],
  ])('%s', (_, a, b) => {
    expect(differences(a, b)).toEqual([]);
    expect(differences(b, a)).toEqual([]);
  });
});

describe('a difference', () => {
  test.each([
    ['in a count', 'The ship had 12 passengers.', 'The ship had 14 passengers.'],
    ['in a length', 'The road is 20 kilometres long.', 'The road is 15 miles long.'],
    ['in a sum', 'It costs 4 million dollars.', 'It costs 6 million dollars.'],
    ['in a share', 'Prices rose 5 percent.', 'Prices rose 7 percent.'],
    ['from a range', 'The bridge has 10 to 14 pillars.', 'The bridge has 20 pillars.'],
    ['that rounding does not explain', 'There wait 1,000 drivers.', 'There wait 1,200 drivers.'],
    [
      'that a lower bound rules out narrowly',
      'At least 15 pillars cracked.',
      '12 pillars cracked.',
    ],
    ['that a lower bound rules out', 'At least 12 pillars cracked.', '5 pillars cracked.'],
    ['that an upper bound rules out', 'Up to 12 pillars cracked.', '30 pillars cracked.'],
    ['between two bounds', 'Over 30 pillars cracked.', 'Up to 12 pillars cracked.'],
    ['that a hedge does not cover', 'About 12 pillars cracked.', 'Some 30 pillars cracked.'],
  ])('%s', (_, a, b) => {
    expect(differences(a, b)).toHaveLength(1);
    expect(differences(b, a)).toHaveLength(1);
  });

  test('gives the words of each side, and the claims that give them', () => {
    const claims = claimsIn(
      'The ship had 12 passengers.',
      'The ship had 14 passengers.',
      'The ship had twelve passengers.',
    );
    const [first, second, third] = claims.map(({ id }) => id);
    const { kind, status, sides } = only(numbersThatDiffer(factOf(claims), MARCH));
    expect({ kind, status, sides }).toEqual({
      kind: 'number',
      status: 'open',
      sides: [
        { value: '12 passengers', claims: [first, third] },
        { value: '14 passengers', claims: [second] },
      ],
    });
  });

  test('puts a bound that both sides keep on neither, in any order', () => {
    const bound = 'At least 12 pillars cracked.';
    const sides = [['14 pillars', '30 pillars']];
    expect(differences(bound, '14 pillars cracked.', '30 pillars cracked.')).toEqual(sides);
    expect(differences('14 pillars cracked.', '30 pillars cracked.', bound)).toEqual(sides);
  });

  test('does so with one that another bound keeps', () => {
    const claims = claimsIn(
      '12 pillars cracked.',
      'Over 15 pillars cracked.',
      'Over 10 pillars broke.',
    );
    const [exact, high] = claims.map(({ id }) => id);
    expect(only(numbersThatDiffer(factOf(claims), MARCH)).sides).toEqual([
      { value: '12 pillars', claims: [exact] },
      { value: 'Over 15 pillars', claims: [high] },
    ]);
  });

  test('puts a bound with the side that keeps it', () => {
    const claims = claimsIn(
      'At least 12 pillars cracked.',
      '9 pillars cracked.',
      '14 pillars cracked.',
    );
    const [bound, below, above] = claims.map(({ id }) => id);
    const { sides } = only(numbersThatDiffer(factOf(claims), MARCH));
    expect(sides).toEqual([
      { value: '14 pillars', claims: [bound, above] },
      { value: '9 pillars', claims: [below] },
    ]);
  });

  test('shows the hedge', () => {
    expect(differences('At least 12 pillars cracked.', '5 pillars cracked.')).toEqual([
      ['At least 12 pillars', '5 pillars'],
    ]);
  });

  test('is found in each unit', () => {
    expect(
      differences(
        'The ship had 12 passengers and 3 cars.',
        'The ship had 14 passengers and 5 cars.',
      ),
    ).toEqual([
      ['3 cars', '5 cars'],
      ['12 passengers', '14 passengers'],
    ]);
  });

  test('is found though a claim gives its figure in two units', () => {
    expect(
      differences('The road (20 kilometres, or 12 miles) is closed.', 'The road is 9 miles long.'),
    ).toEqual([['20 kilometres', '9 miles']]);
  });

  test('is none with a claim that is perhaps of another fact', () => {
    const claims = claimsIn('The ship had 12 passengers.', 'The ship had 14 passengers.');
    const uncertain = [found(claims[1]).id];
    expect(numbersThatDiffer(factOf(claims, { uncertain }), MARCH)).toEqual([]);
  });

  test('is found with a claim that its figure alone keeps from counting', () => {
    const claims = claimsIn('The ship had 12 passengers.', 'The ship had 14 passengers.');
    const [, { id }] = [found(claims[0]), found(claims[1])];
    const values = ['12 passengers', '14 passengers'] as const;
    const guarded = [{ claim: id, guard: 'number', values }] as const;
    const fact = factOf(claims, { uncertain: [id], guarded });
    expect(numbersThatDiffer(fact, MARCH)[0]?.sides.map(({ value }) => value)).toEqual(values);
  });
});
