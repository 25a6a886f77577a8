import { describe, expect, test } from 'vitest';
import { sentencesIn } from '../support.ts';

/** The pronouns of a text that are told, as "pronoun = name". */
const meantIn = (...paragraphs: readonly string[]) =>
  sentencesIn(paragraphs.join('\n\n')).flatMap(({ whole }) =>
    whole.pronouns.map(({ text, name }) => `${text} = ${name}`),
  );

const MAYOR = 'Mayor Ruth Amsel closed the bridge.';

describe('it is told whom a pronoun means', () => {
  test.each([
    ['where one person acts in the sentence before', [MAYOR, 'She left.'], ['She = Ruth Amsel']],
    [
      'behind a sentence that names nobody',
      [MAYOR, 'The ferry runs at noon.', 'She left.'],
      ['She = Ruth Amsel'],
    ],
    [
      'where it is a possessive at the beginning',
      [MAYOR, 'Her office was flooded.'],
      ['Her = Ruth Amsel'],
    ],
    [
      'where a speaker goes on',
      ['“It is not safe,” Ruth Amsel said.', '“Nobody may drive over it,” she said.'],
      ['she = Ruth Amsel'],
    ],
    [
      'from one pronoun to the next',
      [MAYOR, 'She left.', 'She came back at noon.'],
      ['She = Ruth Amsel', 'She = Ruth Amsel'],
    ],
  ])('%s', (_, paragraphs, meant) => {
    expect(meantIn(...paragraphs)).toEqual(meant);
  });
});

describe('a pronoun is left alone', () => {
  test.each([
    ['where two are named', ['Ruth Amsel met Jon Vale.', 'She left.']],
    ['where somebody without a name is told of', ['Ruth Amsel met a captain.', 'She left.']],
    [
      'where somebody with an unknown name is told of',
      [MAYOR, 'Later Osk called.', 'He complained.'],
    ],
    [
      'where two bear the surname',
      ['Ruth Amsel and Jon Amsel live here.', 'Amsel left.', 'She waved.'],
    ],
    [
      'where the one was only named as speaking',
      ['The bridge shook, Ruth Amsel said.', 'She fell.'],
    ],
    ['where it leads to a name behind it', [MAYOR, 'As he left, Jon Vale waved.']],
    ['where the same sentence names the one', [MAYOR, 'He thanked Ruth Amsel.']],
    ['where it was long ago', [MAYOR, 'It rains.', 'It snows.', 'It hails.', 'She left.']],
    ['where a place is named like a person', ['The fire broke out in Port Harlow.', 'He left.']],
    [
      'where what looks like a name is a place',
      ['In Suka Tolva village a dam broke, an official said.', '“It is late,” he said.'],
    ],
    ['inside a quotation', [MAYOR, 'A sign says “she left” there.']],
    ['where it is an object', [MAYOR, 'The council thanked her.']],
  ])('%s', (_, paragraphs) => {
    expect(meantIn(...paragraphs)).toEqual([]);
  });
});
