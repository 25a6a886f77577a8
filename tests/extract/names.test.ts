import { describe, expect, test } from 'vitest';
import { namesOf } from '../../src/extract/names.ts';
import { tokenize } from '../../src/extract/tokens.ts';

const names = (text: string) => namesOf(tokenize(text));

describe('names', () => {
  test.each([
    ['of people', 'The mayor, Ruth Amsel, met Eva Berg.', ['Ruth Amsel', 'Eva Berg']],
    ['with a small word inside', 'The town paid Ann van Berg.', ['Ann van Berg']],
    ['of bodies', 'A letter to the Bank of Harlow was lost.', ['Bank of Harlow']],
    ['that end before a small word', 'The mayor of Harlow of all people came.', ['Harlow']],
    ['with an abbreviation', 'They met the U.S. Army there.', ['U.S. Army']],
    ['that own something', 'They met Amsel’s brother.', ['Amsel']],
    ['that begin a sentence', 'Harlow closed its bridge.', ['Harlow']],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('each is given once, in order of its first place', () => {
    expect(names('They say Eva Berg met Ruth Amsel before Eva Berg left.')).toEqual([
      'Eva Berg',
      'Ruth Amsel',
    ]);
  });

  test.each([
    'It was closed.',
    'Nobody came, and she left.',
    '“Nobody came,” he said.',
    'He said: “They came.”',
    'The old bridge was closed.',
  ])('a capital at the beginning makes none: %s', (text) => {
    expect(names(text)).toEqual([]);
  });
});
