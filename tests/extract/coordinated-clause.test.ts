import { describe, expect, test } from 'vitest';
import { parts } from './parts.ts';

const staysWhole = (text: string) => expect(parts(text)).toEqual([]);

describe('a clause with a subject of its own', () => {
  test.each([
    [
      'The bridge was closed on Monday, but engineers expect it to open in May.',
      ['The bridge was closed on Monday', 'engineers expect it to open in May.'],
    ],
    [
      'The bridge was closed on Monday, and the town runs a ferry instead.',
      ['The bridge was closed on Monday', 'the town runs a ferry instead.'],
    ],
    [
      'In Harlow, the town said earlier that it was opposed to a ferry, although Mayor Ruth Amsel hinted on Tuesday that this could change.',
      [
        'In Harlow, the town said earlier that it was opposed to a ferry',
        'Mayor Ruth Amsel hinted on Tuesday that this could change.',
      ],
    ],
    [
      'The bridge was closed on Monday, while the ferry ran until the evening.',
      ['The bridge was closed on Monday', 'the ferry ran until the evening.'],
    ],
    [
      'The bridge was closed on Monday, although the town denied it.',
      ['The bridge was closed on Monday', 'the town denied it.'],
    ],
    [
      'The bridge was closed on Monday, whereas the ferry ran all day.',
      ['The bridge was closed on Monday', 'the ferry ran all day.'],
    ],
    [
      'The bridge was closed on Monday, after inspectors found cracks in it.',
      ['The bridge was closed on Monday', 'inspectors found cracks in it.'],
    ],
    [
      'The ferry sank on Monday and the town closed the bridge.',
      ['The ferry sank on Monday', 'the town closed the bridge.'],
    ],
    [
      'The bridge was closed on Monday, but officials said that the ferry will run.',
      ['The bridge was closed on Monday', 'officials said that the ferry will run.'],
    ],
    [
      'Officials said the bridge was closed, although the ferry still ran.',
      ['Officials said the bridge was closed', 'the ferry still ran.'],
    ],
  ])('is a part: %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    ['what was said goes on', 'The mayor said that the bridge was closed and the ferry ran.'],
    ['what was said goes on, comma', 'Officials said the bridge was closed, but the ferry ran.'],
    [
      'it was said with a verb of its own',
      'Engineers warned that the bridge was old, and the town feared a fall.',
    ],
    [
      'who says so stands between',
      'The bridge was shut on Monday, the mayor said, but the ferry will run.',
    ],
    [
      'it is part of a condition',
      'If the bridge is closed, and the ferry stops, the town will be cut off.',
    ],
    [
      'a condition stands before it',
      'The town will close the bridge if it rains, but the ferry will run.',
    ],
    [
      'a condition stands first',
      'Unless it rains, the bridge will open on Monday, and the ferry will stop.',
    ],
    [
      'a question is open',
      'The council asked whether the bridge was safe, and the mayor left the hall.',
    ],
    [
      'a quotation says it',
      '“The bridge was closed on Monday, but engineers expect it to open,” she said.',
    ],
    [
      'it is part of a reason',
      'The bridge was closed because engineers found cracks and the town feared a fall.',
    ],
    ['two nouns stand side by side', 'The bridge and the ferry were closed on Monday.'],
    ['two objects stand side by side', 'The town closed the bridge and the ferry on Monday.'],
    [
      'a comma is missing and clauses are nested',
      'Engineers who saw the bridge and the ferry left on Monday.',
    ],
    [
      'a comma is missing before when and why',
      'The bridge was closed on Monday after inspectors found cracks in it.',
    ],
  ])('is none where %s', (_, text) => {
    staysWhole(text);
  });
});
