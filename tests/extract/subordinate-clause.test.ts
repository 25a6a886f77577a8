import { describe, expect, test } from 'vitest';
import { parts, propositions } from './parts.ts';

const staysWhole = (text: string) => expect(parts(text)).toEqual([]);

describe('a clause before its main clause', () => {
  test.each([
    [
      'Although the bridge was closed on Monday, the ferry ran until the evening.',
      ['the bridge was closed on Monday', 'the ferry ran until the evening.'],
    ],
    [
      'Even though the river fell on Monday, the town kept the bridge closed.',
      ['the river fell on Monday', 'the town kept the bridge closed.'],
    ],
    [
      'While the council welcomed the plan, engineers called the bridge unsafe.',
      ['the council welcomed the plan', 'engineers called the bridge unsafe.'],
    ],
    [
      'After the river flooded Lisk, the town closed two bridges.',
      ['the river flooded Lisk', 'the town closed two bridges.'],
    ],
    [
      'As crews cleared the road, rain began to fall in Harlow.',
      ['crews cleared the road', 'rain began to fall in Harlow.'],
    ],
    [
      'Because the river flooded the road, the school in Lisk was closed.',
      ['the river flooded the road', 'the school in Lisk was closed.'],
    ],
    [
      'But although the bridge was closed, the ferry ran all day.',
      ['the bridge was closed', 'the ferry ran all day.'],
    ],
    [
      'Although the bridge was closed, the ferry ran all day, the mayor said.',
      ['the bridge was closed', 'the ferry ran all day, the mayor said.'],
    ],
  ])('is a part: %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    ['it is a condition', 'If the river floods Lisk, the town will close two bridges.'],
    ['it is a condition with unless', 'Unless the river falls, the town will close two bridges.'],
    ['it has not come about', 'Before the river flooded Lisk, the town closed two bridges.'],
    ['it is yet to come', 'After the river falls, the town will open two bridges.'],
    ['it is what something waits for', 'Until the river falls, the town keeps the bridges closed.'],
    ['the other says nothing without it', 'Since the war began, ten people have died in Lisk.'],
    ['it says at which time', 'When police arrived, the man was dead in the hall.'],
    ['the main clause is denied', 'Because the river fell, the town did not close the bridge.'],
    ['the main clause is yet to come', 'While the bridge is closed, the ferry will run all night.'],
    ['it only compares', 'As the law required, the town closed two bridges.'],
    ['the main clause names nobody', 'After the river flooded Lisk, it flooded the town too.'],
    ['the main clause points to it', 'After two men fled the hall, police found them in Lisk.'],
    [
      'the main clause tells of what is its',
      'After two men fled the hall, police found their car.',
    ],
    ['it leaves its verb out', 'After the mayor did so, the council closed two bridges.'],
    ['it names nobody', 'After it flooded Lisk, the river fell in the night.'],
    ['two clauses follow', 'Although the bridge was closed, the ferry ran, and the hall opened.'],
    ['two predicates follow', 'Although the bridge was closed, the ferry ran and carried cars.'],
    ['more than one comma may end it', 'As the river rose, the town slept, the dam broke in Lisk.'],
    ['it has no verb', 'While in Harlow, the mayor closed two bridges.'],
    [
      'someone claims both',
      'After the river flooded Lisk, the town closed two bridges, critics claimed.',
    ],
    [
      'a doubt reaches over both',
      'Although the bridge was reportedly closed, the ferry ran until the evening.',
    ],
    ['it is quoted', '“Although the bridge was closed, the ferry ran,” she said.'],
  ])('is none where %s', (_, text) => {
    staysWhole(text);
  });

  test('is told by the report itself where only the main clause is said', () => {
    const text = 'Although the bridge was closed, the mayor said that the ferry ran all day.';
    expect(propositions(text).map(({ unspoken }) => unspoken)).toEqual([true, false]);
  });

  test('is said with the main clause where the sentence ends in who says so', () => {
    const text = 'Although the bridge was closed, the ferry ran all day, the mayor said.';
    expect(propositions(text).map(({ unspoken }) => unspoken)).toEqual([false, false]);
  });
});
