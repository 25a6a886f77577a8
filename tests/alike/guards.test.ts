import { describe, expect, test } from 'vitest';
import { GUARDS, objectionsTo, profilesOf } from '../../src/alike/index.ts';
import type { GuardName } from '../../src/types.ts';
import { claimsIn, found } from '../support.ts';

/** Names of the guards that speak against two texts, asked from both sides. */
function guardsOf(...texts: readonly [string, string]): readonly (readonly string[])[] {
  const [a, b] = profilesOf(claimsIn(...texts), [0, 0]);
  const ask = (one: typeof a, other: typeof a) =>
    GUARDS.filter(({ against }) => against(found(one).claim, found(other).claim)).map(
      ({ name }) => name,
    );
  return [ask(a, b), ask(b, a)];
}

const CASES: Readonly<
  Record<GuardName, readonly (readonly [a: string, b: string, against: boolean])[]>
> = {
  polarity: [
    ['The town may use the bridge.', 'The town may not use the bridge.', true],
    ['The town can use the bridge.', 'The town cannot use the bridge.', true],
    ['The town will use the bridge.', "The town won't use the bridge.", true],
    ['Nobody was hurt on the bridge.', 'Two people were hurt on the bridge.', true],
    ['The town opened the bridge.', 'The town refused to open the bridge.', true],
    ['The town did not open the bridge.', 'The town refused to open the bridge.', false],
    ['The bridge was closed.', 'The mayor denied that the bridge was closed.', true],
    ['The bridge was not closed.', 'The mayor denied that the bridge was closed.', false],
    ['The town lifted its ban on ferries.', 'The town allowed ferries.', false],
    ['The town opened the bridge.', 'The bridge was opened by the town.', false],
  ],
  contrast: [
    ['The mayor approved the plan on Monday.', 'The mayor rejected the plan on Monday.', true],
    ['The mayor approved the plan.', 'The plan was approved by the mayor.', false],
  ],
  number: [
    ['The flood killed 12 people.', 'The flood killed 14 people.', true],
    ['The bridge is 12 miles from the town.', 'The bridge is 20 km from the town.', false],
    ['The bridge is 12 miles from the town.', 'The bridge is 30 km from the town.', true],
    ['About 20 cars crossed the bridge.', 'Some 22 cars crossed the bridge.', false],
    ['At least 12 cars crossed the bridge.', 'The bridge was crossed by 30 cars.', false],
    ['At least 12 cars crossed the bridge.', 'The bridge was crossed by 9 cars.', true],
    ['Between 5 and 7 ships wait.', 'In the harbor 6 ships wait.', false],
    ['It cost $12 million.', 'It cost $12,000,000.', false],
    ['Of 30 cars 12 cars were burnt.', 'In all 12 cars were burnt.', false],
    ['The ferry carried 12 cars.', 'The ferry carried 14 trucks.', false],
  ],
  day: [
    ['The bridge was closed on Monday.', 'The bridge was closed on Tuesday.', true],
    ['The bridge was closed on Tuesday.', 'The bridge was closed on 11 March.', false],
    ['The bridge was closed on Tuesday.', 'The bridge was closed yesterday.', false],
    ['The bridge was closed on 11 March.', 'The bridge was closed in March.', false],
    ['The bridge was closed on 11 March.', 'It is closed until 14 March.', false],
  ],
  speaker: [
    ['“We will close the bridge,” Ruth Amsel said.', '“We will build it,” Ilsa Korr said.', true],
    ['“We will close the bridge,” Ruth Amsel said.', '“We will build it,” Amsel said.', false],
    ['“We will close the bridge,” Ruth Amsel said.', '“We will build it,” the town said.', false],
    ['“We will close the bridge,” Ruth Amsel said.', 'The bridge closes, Ilsa Korr said.', false],
  ],
};

describe.each(Object.entries(CASES))('%s', (name, cases) => {
  test.each(cases)('%s / %s: %s', (a, b, expected) => {
    const [one = [], other = []] = guardsOf(a, b);
    expect([one.includes(name), other.includes(name)]).toEqual([expected, expected]);
  });
});

test('a guard says what it found, in the order in which it was asked', () => {
  const [a, b] = profilesOf(
    claimsIn('The ferry carried 12 cars over.', 'In the harbor 14 cars were left by the ship.'),
    [0, 0],
  );
  expect(objectionsTo(found(b), found(a))).toEqual([
    { guard: 'number', values: ['14 cars', '12 cars'] },
  ]);
});

test.each([
  {
    name: 'a value where all else agrees: the reports differ in it',
    texts: ['The flood killed 12 people.', 'The flood killed 14 people.'],
  },
  {
    name: 'versions of one utterance',
    texts: [
      '“We will close the old bridge for at least six months,” Ruth Amsel said.',
      '“We will close the old bridge for at least six months,” Ilsa Korr said.',
    ],
  },
] as const)('nothing speaks against $name', ({ texts: [one, other] }) => {
  const [a, b] = profilesOf(claimsIn(one, other), [0, 0]);
  expect(objectionsTo(found(a), found(b))).toEqual([]);
});

test('guards are asked by what becomes of those they speak against', () => {
  const texts = ['“We close it,” Ruth Amsel said.', '“We do not,” Ilsa Korr said.'] as const;
  const [a, b] = profilesOf(claimsIn(...texts), [0, 0]);
  const asked = (effect: 'apart' | 'uncounted') =>
    objectionsTo(found(a), found(b), effect).map(({ guard }) => guard);
  expect(asked('apart')).toEqual(['speaker']);
  expect(asked('uncounted')).toEqual(['polarity']);
});

test('every guard has a name of its own and a reason', () => {
  expect(GUARDS.map(({ name }) => name).sort()).toEqual(Object.keys(CASES).sort());
  expect(GUARDS.filter(({ because }) => because.trim() === '')).toEqual([]);
});
