import { describe, expect, test } from 'vitest';
import { spokenWords } from '../../src/language/spoken.ts';

describe('spokenWords', () => {
  test.each([
    ['capitals and marks', 'Nobody — nobody! — will.', 'nobody nobody will'],
    [
      'short forms',
      'I’m sure we can’t; they’ll say it’s over.',
      'I am sure we can not they will say it is over',
    ],
    ['numbers', 'three of 3', '3 of three'],
    ['hyphens', 'counter-fire', 'counterfire'],
    ['American and British endings', 'organised, realising', 'organized, realizing'],
    ['what the newsroom put in', 'he [the mayor] left (Harlow)', 'he left'],
    ['titles', 'Gen. Sample', 'General Sample'],
    ['points of short names', 'the U.S. and the F.B.I.', 'the US and the FBI'],
    ['marks that stand apart', 'I ’ m here', 'I’m here'],
  ])('takes %s for the same', (_, a, b) => {
    expect(spokenWords(a)).toEqual(spokenWords(b));
  });

  test.each([
    ['other words', 'to the region', 'towards the region'],
    ['singular and plural', 'the weapon', 'the weapons'],
  ])('keeps %s apart', (_, a, b) => {
    expect(spokenWords(a)).not.toEqual(spokenWords(b));
  });
});
