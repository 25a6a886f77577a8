import { describe, expect, test } from 'vitest';
import { CREDIBILITY_RULES, CREDIBILITY_WORDS, credibilityOf } from '../../src/analyze/grading.ts';
import type { Claim, Credibility, Origin, Standing, Strength } from '../../src/types.ts';
import { BRIDGE, briefingOf, claimsIn, factOf, found, nonEmpty } from '../support.ts';

const [ONE, TWO, THREE] = claimsIn('It was closed.', 'It was shut.', 'It is shut.').map(found);

const saying = (claim: Claim | undefined, strength: Strength): Claim => ({
  ...found(claim),
  strength,
});

const origin = (kind: Origin['kind'], ...claims: readonly (Claim | undefined)[]): Origin => ({
  name: kind,
  kind,
  claims: nonEmpty(claims.map((claim) => found(claim).id)),
  because: '',
});

interface Case {
  readonly name: string;
  readonly claims: readonly Claim[];
  readonly origins: readonly Origin[];
  readonly standing?: Standing;
  readonly grade: Credibility['grade'];
}

const STATED = [saying(ONE, 'stated'), saying(TWO, 'attributed')];

describe('the credibility of a fact', () => {
  const cases: readonly Case[] = [
    {
      name: 'two sources that are named',
      claims: STATED,
      origins: [origin('person', ONE), origin('document', TWO)],
      grade: 1,
    },
    {
      name: 'a source with a name and one without: they may be the same',
      claims: STATED,
      origins: [origin('person', ONE), origin('unnamed', TWO)],
      grade: 2,
    },
    {
      name: 'two reports in their own voices: both may have it from one',
      claims: STATED,
      origins: [origin('report', ONE), origin('report', TWO)],
      grade: 2,
    },
    {
      name: 'several reports of one origin',
      claims: STATED,
      origins: [origin('person', ONE, TWO)],
      standing: 'one-origin',
      grade: 3,
    },
    {
      name: 'one report',
      claims: STATED.slice(0, 1),
      origins: [origin('report', ONE)],
      standing: 'single-source',
      grade: 6,
    },
    {
      name: 'one report that names two sources',
      claims: STATED.slice(0, 1),
      origins: [origin('person', ONE), origin('organization', ONE)],
      standing: 'single-source',
      grade: 6,
    },
    {
      name: 'reports that differ, however many stand behind it',
      claims: STATED,
      origins: [origin('person', ONE), origin('document', TWO)],
      standing: 'disputed',
      grade: 4,
    },
    {
      name: 'a value that a later report changed',
      claims: STATED,
      origins: [origin('person', ONE), origin('document', TWO)],
      standing: 'superseded',
      grade: 6,
    },
    {
      name: 'what all only allege',
      claims: [saying(ONE, 'alleged'), saying(TWO, 'alleged')],
      origins: [origin('person', ONE), origin('document', TWO)],
      grade: 6,
    },
    {
      name: 'what all deny',
      claims: [saying(ONE, 'denied'), saying(TWO, 'denied')],
      origins: [origin('person', ONE), origin('document', TWO)],
      grade: 6,
    },
    {
      name: 'an origin that one report only alleges: it does not count',
      claims: [...STATED, saying(THREE, 'alleged')],
      origins: [origin('person', ONE, TWO), origin('document', THREE)],
      grade: 3,
    },
    {
      name: 'a report that states it, and one that alleges it',
      claims: [saying(ONE, 'stated'), saying(TWO, 'alleged')],
      origins: [origin('person', ONE), origin('document', TWO)],
      grade: 6,
    },
    {
      name: 'two that state it, and one that hands on a denial',
      claims: [...STATED, saying(THREE, 'denied')],
      origins: [origin('person', ONE), origin('document', TWO)],
      grade: 4,
    },
  ];
  test.each(cases)('$name: $grade', ({ claims, origins, standing = 'corroborated', grade }) => {
    expect(credibilityOf(factOf(claims), origins, standing).grade).toBe(grade);
  });

  test.each([
    ['polarity', 4],
    ['day', 1],
  ] as const)('a denial that the guard of %s kept apart: %i', (guard, grade) => {
    const denial = saying(THREE, 'denied');
    const fact = factOf([...STATED, denial], {
      uncertain: [denial.id],
      guarded: [{ claim: denial.id, guard, values: ['closed', 'denied'] }],
    });
    const origins = [origin('person', ONE), origin('document', TWO)];
    expect(credibilityOf(fact, origins, 'corroborated').grade).toBe(grade);
  });

  test('every rule has its reason, every grade its words, and none is improbable', () => {
    expect(CREDIBILITY_RULES.filter(({ because }) => because.trim() === '')).toEqual([]);
    expect([...new Set(CREDIBILITY_RULES.map(({ grade }) => grade))].sort()).toEqual([
      1, 2, 3, 4, 6,
    ]);
    expect(Object.keys(CREDIBILITY_WORDS)).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});

describe('grades are given where the editor asks for them', () => {
  const reliable = 'reports:\n  a.md:\n    reliability: B\n';

  test('nothing without', async () => {
    expect((await briefingOf(BRIDGE)).analysis.grading).toBeUndefined();
    expect((await briefingOf(BRIDGE, { config: reliable })).analysis).not.toHaveProperty('grading');
  });

  test('each fact has a grade, and a report the editor’s', async () => {
    const config = `grading: admiralty\n${reliable}`;
    const { analysis, facts } = await briefingOf(BRIDGE, { config });
    const grading = found(analysis.grading);
    expect(Object.keys(grading.credibility)).toEqual(facts.map(({ id }) => id));
    expect(grading.reliability).toEqual({ a: 'B' });
  });

  test('reliability moves no grade', async () => {
    const graded = async (letter: string) => {
      const config = `grading: admiralty\nreports:\n  a.md:\n    reliability: ${letter}\n`;
      return found((await briefingOf(BRIDGE, { config })).analysis.grading).credibility;
    };
    expect(await graded('A')).toEqual(await graded('E'));
  });
});
