import { expect, test } from 'vitest';
import { NOUN_CLASSES } from '../../src/language/cue-nouns.ts';
import { CUE_CLASSES } from '../../src/language/cue-verbs.ts';
import { REPORTING_VERBS } from '../../src/language/grammar.ts';

test('every class has a reason', () => {
  const reasons = [...CUE_CLASSES, ...NOUN_CLASSES].map(({ because }) => because);
  expect(reasons.filter((because) => !/^\p{Lu}.*[."]$/u.test(because))).toEqual([]);
});

test('no class lists a verb twice', () => {
  for (const { verbs } of CUE_CLASSES) {
    const listed = verbs.split(' ');
    expect(new Set(listed).size, verbs).toBe(listed.length);
  }
});

test('every verb behind which who says so may be left out hands something on', () => {
  const known = new Set(CUE_CLASSES.flatMap(({ verbs }) => verbs.split(' ')));
  const neutral = Object.keys(REPORTING_VERBS).filter(
    (verb) => REPORTING_VERBS[verb] === 'neutral',
  );
  expect(neutral.filter((verb) => !known.has(verb))).toEqual([]);
});
