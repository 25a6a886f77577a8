import { describe, expect, test } from 'vitest';
import {
  CROSSED,
  FEATURES,
  type Profile,
  profilesOf,
  ROOTED,
  VALUE_NAMES,
  valuesOf,
} from '../../src/alike/index.ts';
import { CONTEXT } from '../../src/merge/context.ts';
import { READING } from '../../src/merge/evidence.ts';
import { MODEL_WEIGHTS } from '../../src/merge/model-weights.ts';
import type { Logistic } from '../../src/merge/score.ts';
import { WEIGHTS } from '../../src/merge/weights.ts';
import { BRIDGE, claimsIn, found, nonEmpty, randomFrom, sentencesOf } from '../support.ts';

const profilesIn = (...texts: readonly string[]) => {
  const claims = claimsIn(...texts);
  return profilesOf(
    claims,
    claims.map((_, index) => index / Math.max(1, claims.length - 1)),
  );
};

/** The value of a feature for the first two claims of texts. */
function featureOf(name: string, ...texts: readonly string[]): number {
  const [a, b] = profilesIn(...texts);
  return found(FEATURES.find((feature) => feature.name === name)).of(found(a), found(b));
}

describe('every feature', () => {
  const claims = [...sentencesOf(BRIDGE).values()]
    .flat()
    .flatMap(({ whole, parts }) => [whole, ...parts]);
  const random = randomFrom(13);
  const profiles = profilesOf(
    claims,
    claims.map(() => random()),
  );
  const some = () => found(profiles[Math.floor(random() * profiles.length)]);
  const pairs = Array.from({ length: 300 }, (): readonly [Profile, Profile] => [some(), some()]);

  test.each(FEATURES)('$name is symmetric', ({ of }) => {
    for (const [a, b] of pairs) expect(of(a, b)).toBeCloseTo(of(b, a), 10);
  });

  test.each(FEATURES)('$name is a number near 0–1', ({ of }) => {
    const values = pairs.map(([a, b]) => of(a, b));
    expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(3);
  });

  test.each(FEATURES)('$name can be told of claims without words', ({ of }) => {
    const [empty] = profilesIn('Not so.');
    const none = { numbers: new Int32Array(), weights: new Float64Array(), total: 0, spelling: [] };
    const bare: Profile = {
      ...found(empty),
      content: new Int32Array(),
      rarity: none,
      words: none,
    };
    expect(Number.isFinite(of(bare, bare))).toBe(true);
    expect(Number.isFinite(of(bare, some()))).toBe(true);
  });

  test('has a name of its own and a reason', () => {
    const names = FEATURES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(FEATURES.filter(({ because }) => because.trim() === '')).toEqual([]);
  });
});

describe('the values of a pair', () => {
  const [a, b] = nonEmpty(
    profilesIn('The old bridge was closed.', 'The old bridge was shut on Monday.'),
  );
  const values = valuesOf(a, found(b));

  test('are as many as their names', () => {
    expect(values).toHaveLength(VALUE_NAMES.length);
    expect(new Set(VALUE_NAMES).size).toBe(VALUE_NAMES.length);
  });

  test('are those that the weights are for, in the same order', () => {
    const names = ({ values: of }: Logistic) => of.map(({ name }) => name);
    const context = CONTEXT.map(({ name }) => name);
    expect(names(WEIGHTS.alone)).toEqual(VALUE_NAMES);
    expect(names(WEIGHTS.together)).toEqual([...VALUE_NAMES, ...context]);
    expect(names(MODEL_WEIGHTS.alone)).toEqual([...VALUE_NAMES, READING]);
    expect(names(MODEL_WEIGHTS.together)).toEqual([...VALUE_NAMES, READING, ...context]);
  });

  test('begin with the features', () => {
    expect(values.slice(0, FEATURES.length)).toEqual(FEATURES.map(({ of }) => of(a, found(b))));
  });

  const named = (name: string) => found(values[VALUE_NAMES.indexOf(name)]);

  test.each(ROOTED)('hold the root of %s', (name) => {
    expect(named(`√ ${name}`)).toBeCloseTo(Math.sqrt(named(name)), 12);
  });

  test.each(CROSSED.flatMap((left, index) => CROSSED.slice(index).map((right) => [left, right])))(
    'hold %s × %s',
    (left = '', right = '') => {
      expect(named(`${left} × ${right}`)).toBeCloseTo(named(left) * named(right), 12);
    },
  );

  test.each([...ROOTED, ...CROSSED])('are taken of features that exist: %s', (name) => {
    expect(FEATURES.map((feature) => feature.name)).toContain(name);
  });
});

describe('a feature tells what it is for', () => {
  test.each([
    {
      name: 'negation-differs',
      texts: ['The town may use the bridge.', 'The town may not use the bridge.'],
      value: 1,
    },
    {
      name: 'negation-differs',
      texts: ['The town never used the bridge.', 'The town has not used the bridge.'],
      value: 0,
    },
    {
      name: 'modality-differs',
      texts: ['The town closed the bridge.', 'The town would close the bridge.'],
      value: 1,
    },
    {
      name: 'same-number',
      texts: ['The bridge has 12 pillars.', 'In all 12 pillars cracks were found.'],
      value: 1,
    },
    {
      name: 'same-number',
      texts: ['The bridge has 12 pillars.', 'In all 14 pillars cracks were found.'],
      value: 0,
    },
    {
      name: 'other-number',
      texts: ['The bridge has 12 pillars.', 'The bridge has 14 pillars.'],
      value: 1,
    },
    {
      name: 'other-number',
      texts: ['The bridge has 12 pillars.', 'The bridge has many pillars.'],
      value: 0,
    },
    {
      name: 'one-is-speech',
      texts: ['“We will close the bridge for six months,” she said.', 'The bridge will be closed.'],
      value: 1,
    },
    {
      name: 'same-speech',
      texts: [
        '“We will close the bridge for six months,” she said.',
        'She wrote: “We will close the bridge for six months.”',
      ],
      value: 1,
    },
    {
      name: 'same-speech',
      texts: ['“Close it,” she said.', '“Close it,” he said.'],
      value: 0,
    },
    {
      name: 'same-beginning',
      texts: ['The bridge was closed.', 'A bridge of stone fell.'],
      value: 1,
    },
    { name: 'longest-run', texts: ['The old bridge fell.', 'The old bridge stands.'], value: 0.3 },
    {
      name: 'subsequence',
      texts: ['Town closes bridge.', 'Town, again, closes bridge.'],
      value: 1,
    },
    { name: 'words', texts: ['The bridge was closed.', 'Ferries sail at noon.'], value: 0 },
    { name: 'names', texts: ['Ann Korr left.', 'A man left.'], value: 0 },
    { name: 'names', texts: ['People saw Ilsa Korr.', 'They heard Ilsa Korr.'], value: 1 },
    {
      name: 'length-ratio',
      texts: ['Town closes bridge.', 'Small town closes narrow wooden bridge tonight.'],
      value: 3 / 7,
    },
    { name: 'headline', texts: ['The bridge was closed.', 'The ferry sails.'], value: 0 },
    {
      name: 'headline',
      texts: ['BRIDGE CLOSED OVER CRACKS\n\nThe bridge was closed.', 'The ferry sails.'],
      value: 1,
    },
    { name: 'position', texts: ['The bridge was closed.', 'The ferry sails.'], value: 1 },
  ])('$name of $texts: $value', ({ name, texts, value }) => {
    expect(featureOf(name, ...texts)).toBeCloseTo(value, 10);
  });

  test.each(['characters', 'words', 'containment', 'word-pairs', 'subsequence'])(
    '%s is 1 for the same words',
    (name) => {
      const words = 'The old bridge of Brennick was closed on Tuesday.';
      expect(featureOf(name, words, words, 'Ferries sail at noon.')).toBeCloseTo(1, 10);
    },
  );
});
