import { describe, expect, test } from 'vitest';
import { profilesOf } from '../../src/alike/index.ts';
import { MODEL_WEIGHTS } from '../../src/merge/model-weights.ts';
import { type Logistic, probability } from '../../src/merge/score.ts';
import { readingBy, weightedScorer } from '../../src/merge/scoring.ts';
import { WEIGHTS } from '../../src/merge/weights.ts';
import { claimsIn, modelSaying } from '../support.ts';

const MODEL: Logistic = {
  bias: -1,
  values: [
    { name: 'one', mean: 0.5, deviation: 0.25, weight: 2 },
    { name: 'two', mean: 1, deviation: 2, weight: -1 },
  ],
};

describe('probability', () => {
  test.each([
    { values: [0.5, 1], sum: -1 },
    { values: [0.75, 1], sum: 1 },
    { values: [0.5, 3], sum: -2 },
    { values: [1, 5], sum: 1 },
  ])('of $values has the log odds $sum', ({ values, sum }) => {
    const chance = probability(MODEL, values);
    expect(Math.log(chance / (1 - chance))).toBeCloseTo(sum, 10);
  });

  test('grows with a value of positive weight, and falls with one of negative weight', () => {
    expect(probability(MODEL, [0.6, 1])).toBeGreaterThan(probability(MODEL, [0.5, 1]));
    expect(probability(MODEL, [0.5, 1.1])).toBeLessThan(probability(MODEL, [0.5, 1]));
  });

  test('stays between 0 and 1 however far values lie', () => {
    expect(probability(MODEL, [1e6, 0])).toBe(1);
    expect(probability(MODEL, [-1e6, 0])).toBe(0);
  });
});

describe('weightedScorer', () => {
  const claims = claimsIn(
    'The old bridge of Brennick was closed on Tuesday after cracks were found in its pillars.',
    'The old bridge of Brennick was closed on Tuesday because cracks were found in its pillars.',
    'The ferry company will build a larger harbor for its new ships near the old bridge.',
  );
  const profiles = profilesOf(
    claims,
    claims.map(() => 0),
  );

  test('gives a probability for each pair, in order', async () => {
    const pairs = [
      { a: 0, b: 2 },
      { a: 0, b: 1 },
      { a: 1, b: 2 },
    ];
    const score = weightedScorer(WEIGHTS.alone);
    const together = await score(profiles, pairs, []);
    const alone = await Promise.all(pairs.map((pair) => score(profiles, [pair], [])));
    expect(together).toEqual(alone.flat());
    expect(together.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
  });

  test('takes the same thing for the same rather than another', async () => {
    const [same = 0, other = 1] = await weightedScorer(WEIGHTS.alone)(
      profiles,
      [
        { a: 0, b: 1 },
        { a: 0, b: 2 },
      ],
      [],
    );
    expect(same).toBeGreaterThan(WEIGHTS.certain);
    expect(other).toBeLessThan(WEIGHTS.certain);
  });

  test('has nothing to say of no pairs', async () => {
    expect(await weightedScorer(WEIGHTS.alone)(profiles, [], [])).toEqual([]);
  });
});

describe.each([
  { what: 'of words', weights: WEIGHTS },
  { what: 'that go with the model', weights: MODEL_WEIGHTS },
])('the weights $what', ({ weights }) => {
  test.each(['alone', 'together'] as const)('%s can be computed with', (name) => {
    const { bias, values } = weights[name];
    const numbers = [
      bias,
      ...values.flatMap(({ mean, deviation, weight }) => [mean, deviation, weight]),
    ];
    expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
    expect(values.filter(({ deviation }) => deviation <= 0)).toEqual([]);
  });

  test.each(['threshold', 'adopted', 'lone', 'certain'] as const)('%s is a probability', (name) => {
    expect(weights[name]).toBeGreaterThan(0);
    expect(weights[name]).toBeLessThan(1);
  });

  test('say where they come from', () => {
    expect(weights.provenance).toMatch(/npm run fit/u);
  });
});

describe('the reading of a model', () => {
  const claims = claimsIn('The dam held through the night.', 'The dam has not broken yet.');
  const profiles = profilesOf(
    claims,
    claims.map(() => 0),
  );
  const chance = async (reading: number) =>
    (await weightedScorer(MODEL_WEIGHTS.alone)(profiles, [{ a: 0, b: 1 }], [reading]))[0] ?? 0;

  test('makes a pair likelier the surer the model is', async () => {
    expect(await chance(2)).toBeGreaterThan(await chance(0));
    expect(await chance(0)).toBeGreaterThan(await chance(-2));
  });
});

describe('readingBy', () => {
  const claims = claimsIn(
    'The dam held through the night.',
    'The dam held, and nobody left the town.',
    'Ferries sail at noon.',
  );
  const profiles = profilesOf(
    claims,
    claims.map(() => 0),
  );

  test('asks of the pairs that words leave open, and takes the rest for unlike', async () => {
    const asked: number[] = [];
    const model = modelSaying(0.75);
    const read = readingBy({
      ...model,
      read: (question) => {
        asked.push(...Array.from(question.a, (a, at) => a * 10 + (question.b[at] ?? 0)));
        return model.read(question);
      },
    });
    const readings = await read(profiles, [
      { a: 0, b: 2 },
      { a: 0, b: 1 },
      { a: 1, b: 2 },
    ]);
    expect(asked).toEqual([1]);
    expect(readings[1]).toBeCloseTo(Math.log(3), 10);
    expect(readings[0]).toBeLessThan(-3);
    expect(readings[2]).toBe(readings[0]);
  });
});
