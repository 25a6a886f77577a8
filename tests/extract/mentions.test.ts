import { describe, expect, test } from 'vitest';
import { mentionsOf } from '../../src/extract/mentions.ts';
import { tokenize } from '../../src/extract/tokens.ts';

const mentions = (text: string) => mentionsOf(tokenize(text));

const rolesIn = (text: string) => mentions(text).map(({ name, role }) => [name, role]);

describe('roles', () => {
  test.each<[string, (readonly [string, string | null])[]]>([
    ['Mayor Ruth Amsel left.', [['Ruth Amsel', 'Mayor']]],
    ['The police chief, Jonas Reel, left.', [['Jonas Reel', 'police chief']]],
    [
      'Jonas Reel, the mayor of Harlow, left.',
      [
        ['Jonas Reel', 'mayor of Harlow'],
        ['Harlow', null],
      ],
    ],
    ['They met former Secretary of State Eva Berg.', [['Eva Berg', 'former Secretary of State']]],
    [
      'Harlow police chief Jonas Reel left.',
      [
        ['Harlow', null],
        ['Jonas Reel', 'Harlow police chief'],
      ],
    ],
    [
      'They met Representative Eva Berg of Harlow.',
      [
        ['Eva Berg', 'Representative'],
        ['Harlow', null],
      ],
    ],
    ['They saw Gen. Jonas Reel there.', [['Jonas Reel', 'Gen.']]],
  ])('%s', (text, expected) => {
    expect(rolesIn(text)).toEqual(expected);
  });

  test.each<[string, (readonly [string, string | null])[]]>([
    ['A form of address is none: Mr. Reel left.', [['Reel', null]]],
    ['They told of the defeat of Speaker Jonas Reel.', [['Jonas Reel', 'Speaker']]],
    [
      'Police arrested Ann Field, Eva Berg, and the mayor.',
      [
        ['Police', null],
        ['Ann Field', null],
        ['Eva Berg', null],
      ],
    ],
    ['They met Jonas Reel, who was mayor of the town.', [['Jonas Reel', null]]],
    ['They met a misleading President Jonas Reel.', [['Jonas Reel', 'President']]],
  ])('no more than is said: %s', (text, expected) => {
    expect(rolesIn(text)).toEqual(expected);
  });
});

describe('names', () => {
  test.each([
    'They met the Prime Minister there.',
    'They met the Minister of Foreign Affairs.',
    'They met on Monday in May.',
    'The law is known as plan B here.',
  ])('a title, a day, a letter is none: %s', (text) => {
    expect(mentions(text)).toEqual([]);
  });

  test('have their places, without the title', () => {
    const text = 'On Monday, Mayor Ruth Amsel left.';
    const [mention] = mentions(text);
    expect(text.slice(mention?.start, mention?.end)).toBe('Ruth Amsel');
  });

  test('tell where something is', () => {
    const located = mentions('In Lisk, Eva Berg spoke of Harlow.').map(
      (mention) => mention.located,
    );
    expect(located).toEqual([true, false, false]);
  });
});
