import { describe, expect, test } from 'vitest';
import { parts } from './parts.ts';

const staysWhole = (text: string) => expect(parts(text)).toEqual([]);

describe('a second predicate of the same subject', () => {
  test.each([
    [
      'The town closed the bridge on Monday and opened a ferry over the river.',
      ['The town closed the bridge on Monday', '[The town] opened a ferry over the river.'],
    ],
    [
      'Ruth Amsel gave the order on Monday but cautioned that the bridge was old.',
      ['Ruth Amsel gave the order on Monday', '[Ruth Amsel] cautioned that the bridge was old.'],
    ],
    [
      'The bridge was inspected on Monday and closed on the same evening.',
      ['The bridge was inspected on Monday', '[The bridge was] closed on the same evening.'],
    ],
    [
      'The ferry has crossed the river on Monday and landed in Wend.',
      ['The ferry has crossed the river on Monday', '[The ferry has] landed in Wend.'],
    ],
  ])('is a part that shares it: %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    [
      'what was said goes on',
      'The mayor said on Monday that she closed the bridge and opened a ferry.',
    ],
    ['what was denied goes on', 'The town denied that it closed the bridge and opened a ferry.'],
    ['a warning goes on', 'The mayor warned that the bridge was unsafe and closed it on Monday.'],
    [
      'another verb comes between',
      'The engineers found that the bridge was old and closed it on Monday.',
    ],
    ['a condition stands before it', 'If it rained the town closed the bridge and opened a ferry.'],
    ['the verbs differ in form', 'The bridge was closed on Monday and will open in May.'],
    ['mere nouns are joined', 'The people of Harlow waited for hours and hours on Monday.'],
    ['mere adjectives are joined', 'The bridge was old and narrow.'],
    ['a quotation says it', 'The mayor told them “we closed the bridge and opened a ferry”.'],
    ['hardly anything follows', 'The town closed the bridge and waited.'],
  ])('is none where %s', (_, text) => {
    staysWhole(text);
  });
});

describe('what two predicates do not share', () => {
  test.each([
    ['not', 'The bridge was not closed on Monday and inspected by engineers.'],
    ['nobody', 'Nobody closed the bridge and opened the ferry to cars.'],
    ['no one', 'No one closed the bridge and opened the ferry to cars.'],
    ['neither', 'Neither engineer closed the bridge and opened the ferry to cars.'],
    ['few', 'Few engineers closed the bridge and opened the ferry to cars.'],
    ['hardly', 'Hardly anybody closed the bridge and opened the ferry to cars.'],
    ['never', 'The town never closed the bridge and opened the ferry to cars.'],
    ['only', 'Only Ann Field closed the bridge and opened a ferry.'],
    ['at most', 'At most two engineers closed the bridge and opened a ferry.'],
    ['an adverb', 'The car narrowly missed the bridge and hit a house.'],
    ['could have', 'The bridge could have closed on Monday and opened in May again.'],
    ['may have been', 'The bridge may have been closed on Monday and inspected by engineers.'],
    ['is said to', 'The bridge is said to have been closed in May and inspected by Lane.'],
    ['a copula', 'The mayor was in Harlow on Monday and visited the bridge.'],
    ['a passive, object', 'The mayor was elected in May and visited the bridge.'],
    ['a passive, place', 'The mayor was arrested on Monday and appeared in court.'],
    ['a participle', 'The bridge closed on Monday and opened in May fell into the river.'],
    ['a state', 'Inspectors found the bridge unsafe and closed to cars.'],
    ['a state of people', 'The flood left ten people dead and wounded in the hall.'],
    ['a noun behind a participle', 'The mayor met police and armed residents of Wend.'],
  ])('is not given to the second: %s', (_, text) => {
    staysWhole(text);
  });

  test.each([
    [
      'The bridge has been closed on Monday and inspected by engineers.',
      ['The bridge has been closed on Monday', '[The bridge has been] inspected by engineers.'],
    ],
    [
      'Two of the pillars were inspected by Ann Field and closed to cars.',
      [
        'Two of the pillars were inspected by Ann Field',
        '[Two of the pillars were] closed to cars.',
      ],
    ],
    [
      'In May, the town closed the bridge and opened a ferry over the river.',
      ['In May, the town closed the bridge', '[In May, the town] opened a ferry over the river.'],
    ],
    [
      'However, the town closed the bridge on Monday and opened a ferry.',
      ['However, the town closed the bridge on Monday', '[the town] opened a ferry.'],
    ],
    [
      'HARLOW (Agency) — The town closed the bridge on Monday and opened a ferry.',
      ['HARLOW (Agency) — The town closed the bridge on Monday', '[The town] opened a ferry.'],
    ],
  ])('is told from what they share: %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});
