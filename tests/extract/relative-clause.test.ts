import { describe, expect, test } from 'vitest';
import { parts } from './parts.ts';

const staysWhole = (text: string) => expect(parts(text)).toEqual([]);

describe('what is told of a name in passing', () => {
  test.each([
    [
      'Mayor Ruth Amsel, who has so far refused to sign, left the hall.',
      ['Mayor Ruth Amsel left the hall.', '[Mayor Ruth Amsel] has so far refused to sign'],
    ],
    [
      'The council elected Ruth Amsel, who has served Harlow for twenty years.',
      ['The council elected Ruth Amsel.', '[Ruth Amsel] has served Harlow for twenty years'],
    ],
    [
      'Harlow Works, which was founded in 1911, was sold on Monday.',
      ['Harlow Works was sold on Monday.', '[Harlow Works] was founded in 1911'],
    ],
    [
      'Minister of State Ann Field, who was elected in May, left the hall.',
      [
        'Minister of State Ann Field left the hall.',
        '[Minister of State Ann Field] was elected in May',
      ],
    ],
    [
      'The bridge was opened by the engineer Ann Field, who has served Harlow for years.',
      [
        'The bridge was opened by the engineer Ann Field.',
        '[Ann Field] has served Harlow for years',
      ],
    ],
    [
      'The town backed the position of Ann Field, who has refused to sign.',
      ['The town backed the position of Ann Field.', '[Ann Field] has refused to sign'],
    ],
    [
      'Ann Field, who was elected in May, will resign if the bridge falls.',
      ['Ann Field will resign if the bridge falls.', '[Ann Field] was elected in May'],
    ],
    [
      'Ruth Amsel, who was elected in May, and Bob Lane met on Monday.',
      ['Ruth Amsel and Bob Lane met on Monday.', '[Ruth Amsel] was elected in May'],
    ],
  ])('is a part: %s', (text, expected) => {
    expect(parts(text).map((part) => part.replace(/\s+/gu, ' '))).toEqual(expected);
  });

  test.each([
    [
      'which may mean the talks or the place',
      'Talks in Harlow, which began on Monday, ended without a result.',
    ],
    [
      'which may mean the council or the town',
      'The mayor met the council of Harlow, which was founded in 1911.',
    ],
    ['which may mean the closing or the hall', 'Inspectors closed Wend Hall, which angered many.'],
    [
      'who may mean the daughter or the mother',
      'The daughter of Ann Field, who was elected in May, left the hall.',
    ],
    [
      'who may mean the sister or the one whose sister she is',
      'The town backed the sister of Ann Field, who has refused to sign.',
    ],
    ['who means the friends', 'Friends of Ann Field, who was elected in May, left the hall.'],
    ['a verb looks like a noun', 'The mayor doubts Ann Field, who was here in May, will sign.'],
    ['someone says it', 'The mayor said Ann Field, who has served for years, will sign.'],
    [
      'it will only be so once the rest is',
      'The council will elect Ann Field, who will open the bridge.',
    ],
    [
      'several verbs may be the main one',
      'Harlow Works, which closed the bridge, opened the ferry and sold the hall, was sued.',
    ],
    [
      'the sentence goes on in a way that is open',
      'The council elected Ann Field, who has served for years, and opened a ferry.',
    ],
    ['no name stands before which', 'The firm sold the ferry, which sank on Monday, to the town.'],
    ['no name stands before who', 'The mayor, who was elected in May, closed the bridge.'],
    [
      'the clause has a subject of its own',
      'The town closed Wend Hall, which engineers had inspected, on Monday.',
    ],
    ['it is what makes the name known', 'The Ruth Amsel who was elected in May closed the bridge.'],
    ['the verb leans on who', 'Ann Field, who’s in the council of Harlow, left the hall.'],
    ['hardly anything is told', 'Ruth Amsel, who left, closed the bridge.'],
    ['a quotation says it', 'He wrote “Ruth Amsel, who was elected in May, closed it” on Monday.'],
  ])('is none where %s', (_, text) => {
    staysWhole(text);
  });
});
