import { describe, expect, test } from 'vitest';
import { GUARDS, isGuarded, profilesOf } from '../../src/alike/index.ts';
import { claimsIn, found } from '../support.ts';

const guarded = (...texts: readonly [string, string]) => {
  const [a, b] = profilesOf(claimsIn(...texts), [0, 0]);
  return [isGuarded(found(a), found(b)), isGuarded(found(b), found(a))];
};

describe('polarity', () => {
  test.each([
    ['The town may use the bridge.', 'The town may not use the bridge.', true],
    ['The town can use the bridge.', 'The town cannot use the bridge.', true],
    ['The town will use the bridge.', "The town won't use the bridge.", true],
    ['The mayor approved the plan.', 'The mayor rejected the plan.', true],
    ['Cars may cross the bridge.', 'Cars are banned from the bridge.', true],
    ['Nobody was hurt on the bridge.', 'Two people were hurt on the bridge.', true],
    ['The town lifted its ban on ferries.', 'The town allowed ferries.', false],
    ['The town did not open the bridge.', 'The town refused to open the bridge.', false],
    ['The town opened the bridge.', 'The bridge was opened by the town.', false],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(guarded(a, b)).toEqual([expected, expected]);
  });
});

test('every guard has a name of its own and a reason', () => {
  expect(new Set(GUARDS.map(({ name }) => name)).size).toBe(GUARDS.length);
  expect(GUARDS.filter(({ because }) => because.trim() === '')).toEqual([]);
});
