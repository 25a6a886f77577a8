import { describe, expect, test } from 'vitest';
import { finePropositions } from '../../src/extract/fine-propositions.ts';
import { tokenize } from '../../src/extract/tokens.ts';

const fine = (text: string) =>
  finePropositions(tokenize(text)).map((tokens) => tokens.map((token) => token.text).join(' '));

describe('a sentence at full fineness', () => {
  test.each([
    [
      'each thing of a list',
      'The consortium includes Harlow Steel, Lisk Coal and Brennick Rail.',
      [
        'The consortium includes Harlow Steel',
        'The consortium includes Lisk Coal',
        'The consortium includes Brennick Rail',
      ],
    ],
    [
      'one circumstance at a time',
      'The town closed the bridge in May because of the flood.',
      [
        'The town closed the bridge',
        'The town closed the bridge in May',
        'The town closed the bridge because of the flood',
      ],
    ],
    [
      'what a name is called',
      'Harlow, the second city of Brennick, was flooded in May.',
      ['Harlow the second city of Brennick', 'Harlow was flooded in May'],
    ],
    [
      'the name of a thing apart from the thing',
      'The town sued the engineer Ann Field in May.',
      ['The town sued Ann Field', 'The town sued Ann Field in May', 'the engineer Ann Field'],
    ],
    [
      'each kind that a thing is',
      'Lisk is a rich industrial town.',
      ['Lisk is a rich town', 'Lisk is a industrial town', 'Lisk is a town'],
    ],
    [
      'a relative clause of the subject that it is about',
      'The bridge, which was built in 1911, carries the old road.',
      ['The bridge was built in 1911', 'The bridge carries the old road'],
    ],
    [
      'what goes on about the subject',
      'The ferry sank in May, killing 12 people.',
      ['The ferry sank in May', 'The ferry killing 12 people'],
    ],
    [
      'whom a pronoun means',
      'The ferry sank in May, but it carried no cars.',
      ['The ferry sank in May', 'The ferry carried no cars'],
    ],
    [
      'what stands in brackets',
      'Ann Field (born in May) left the hall.',
      ['Ann Field left the hall', 'Ann Field ( born in May'],
    ],
    [
      'what someone says as one thing',
      'On Monday, the mayor said that the bridge was closed.',
      [
        'the mayor said that the bridge was closed .',
        'On Monday the mayor said that the bridge was closed .',
      ],
    ],
  ])('says %s', (_, text, expected) => {
    expect(fine(text).toSorted()).toEqual(expected.toSorted());
  });

  test('keeps the words of the sentence in their order', () => {
    const text = 'In May, the mayor of Harlow, Ann Field, closed two old bridges and a ferry.';
    const tokens = tokenize(text);
    const found = finePropositions(tokens);
    expect(found.length).toBeGreaterThan(1);
    for (const proposition of found) {
      const places = proposition.map((token) => tokens.indexOf(token));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
  });

  test.each([['.'], ['Nobody came.'], ['( ( ('], ['and and and'], ['“']])(
    'ends where there is nothing to read: %s',
    (text) => {
      expect(fine(text).every((words) => words.length > 0)).toBe(true);
    },
  );
});
