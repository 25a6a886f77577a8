import { describe, expect, test } from 'vitest';
import { quotationsOf } from '../../src/extract/quotations.ts';
import { relationsOfBlock } from '../../src/extract/relations.ts';
import { sentencesOf } from '../../src/extract/sentences.ts';
import { tokenize } from '../../src/extract/tokens.ts';

/** All that a text hands on: who, by which word, what. */
function read(text: string) {
  const sentences = sentencesOf(text, tokenize).map(({ tokens }) => tokens);
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return relationsOfBlock(sentences, quotationsOf(text)).map((relation) => ({
    source: relation.source && cut(relation.source),
    cue: cut(relation.cue),
    content: relation.content.map(cut).join(' … '),
    strength: relation.strength,
    through: relation.through && cut(relation.through),
    negated: relation.negated,
    spoken: relation.spoken,
  }));
}

const hands = (text: string, source: string | null, cue: string, content: string) =>
  expect(read(text)).toMatchObject([{ source, cue, content }]);

describe('what is handed on beside a clause or phrase that is set off', () => {
  test.each([
    [
      'As the Harlow Courier reported, the bridge is shut.',
      'the Harlow Courier',
      'reported',
      'the bridge is shut',
    ],
    ['As Ruth Amsel put it, it is a relic.', 'Ruth Amsel', 'put it', 'it is a relic'],
    [
      'The bridge is a relic, as Ruth Amsel put it on Monday.',
      'Ruth Amsel',
      'put it',
      'The bridge is a relic',
    ],
    [
      'The bridge, as engineers had warned, sank into the river.',
      'engineers',
      'had warned',
      'The bridge … sank into the river',
    ],
    [
      'In the mayor’s words, the bridge is a relic.',
      'the mayor',
      'In the mayor’s words',
      'the bridge is a relic',
    ],
    ['In her own words, it is a relic.', 'her', 'In her own words', 'it is a relic'],
    [
      'The bridge was, in the words of Ruth Amsel, “a relic”.',
      'Ruth Amsel',
      'in the words of',
      'The bridge was … “a relic”',
    ],
  ])('%s', (text, source, cue, content) => {
    hands(text, source, cue, content);
  });

  test.each(['In other words, the bridge is shut.', 'He found the words in the mayor’s book.'])(
    'nothing: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('what is handed on by a verb', () => {
  test.each([
    ['Officials said that the bridge was shut.', 'Officials', 'said', 'that the bridge was shut'],
    [
      'Officials have also said the bridge is shut.',
      'Officials',
      'have also said',
      'the bridge is shut',
    ],
    ['The bridge is shut, officials said.', 'officials', 'said', 'The bridge is shut'],
    [
      'The bridge is shut, said the mayor of Harlow.',
      'the mayor of Harlow',
      'said',
      'The bridge is shut',
    ],
    ['“It is shut,” Ruth Amsel said.', 'Ruth Amsel', 'said', '“It is shut,”'],
    ['“It is shut,” she shrugged.', 'she', 'shrugged', '“It is shut,”'],
    [
      '“The bridge,” Ruth Amsel said, “is shut.”',
      'Ruth Amsel',
      'said',
      '“The bridge,” … “is shut.”',
    ],
    ['Ruth Amsel said: “It is shut.”', 'Ruth Amsel', 'said', '“It is shut.”'],
    ['The mayor told residents there was no danger.', 'The mayor', 'told', 'there was no danger'],
    ['The mayor criticized the plan.', 'The mayor', 'criticized', 'the plan'],
    ['The mayor called the plan “a gamble”.', 'The mayor', 'called', 'the plan “a gamble”'],
    ['The mayor called for calm.', 'The mayor', 'called for', 'calm'],
    ['The mayor promised to reopen the bridge.', 'The mayor', 'promised', 'to reopen the bridge'],
    ['Ruth Amsel (Harlow) said it was shut.', 'Ruth Amsel (Harlow)', 'said', 'it was shut'],
    ['Ruth Amsel, the mayor, said it was shut.', 'Ruth Amsel, the mayor', 'said', 'it was shut'],
  ])('%s', (text, source, cue, content) => {
    hands(text, source, cue, content);
  });

  test('who made the case for it made it', () => {
    hands(
      'The mayor made the case that it was old.',
      'The mayor',
      'made the case',
      'that it was old',
    );
  });

  test.each([
    'The town closed the bridge.',
    'Officials could say that the bridge is shut.',
    'Officials were charged a fee.',
    'The bridge, called Wend Crossing, fell.',
  ])('nothing is handed on: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('a participle goes on for the same speaker', () => {
    expect(read('The mayor said the bridge was shut, adding that it was old.')).toMatchObject([
      { source: 'The mayor', cue: 'said', content: 'the bridge was shut' },
      { source: 'The mayor', cue: 'adding', content: 'that it was old' },
    ]);
  });

  test('a second verb goes on for the same speaker', () => {
    expect(read('The mayor warned of floods and said the bridge was shut.')).toMatchObject([
      { source: 'The mayor', cue: 'warned of', content: 'floods' },
      { source: 'The mayor', cue: 'said', content: 'the bridge was shut' },
    ]);
  });

  test('whoever passes on all of it comes behind', () => {
    expect(read('The mayor said the bridge was shut, the agency reported.')).toMatchObject([
      { source: 'The mayor', cue: 'said', content: 'the bridge was shut' },
      { source: 'the agency', cue: 'reported', content: 'The mayor said the bridge was shut' },
    ]);
  });

  test('what is before the main clause ends with it', () => {
    const [found] = read('While a judge found that it was safe, the council shut the bridge.');
    expect(found).toMatchObject({ source: 'a judge', content: 'that it was safe' });
  });
});

describe('what is handed on by other words', () => {
  test.each([
    [
      'According to officials, the bridge is shut.',
      'officials',
      'According to',
      'the bridge is shut',
    ],
    [
      'The bridge is shut, according to officials.',
      'officials',
      'according to',
      'The bridge is shut',
    ],
    ['MAYOR: The bridge is shut.', 'MAYOR', ':', 'The bridge is shut'],
    ['His claim that it is safe came late.', 'His', 'claim', 'that it is safe came late'],
    [
      'The bridge is old — a common allegation by the council.',
      'the council',
      'allegation',
      'The bridge is old',
    ],
    [
      'The crowd left under the impression that the bridge is old — a common allegation by the council.',
      'the council',
      'allegation',
      'the bridge is old',
    ],
    [
      'The bridge is old — a common allegation by the council — and the ferry is late.',
      'the council',
      'allegation',
      'The bridge is old',
    ],
  ])('%s', (text, source, cue, content) => {
    hands(text, source, cue, content);
  });

  test('a passive has no source, or the one behind "by"', () => {
    expect(read('The bridge is expected to close.')).toMatchObject([
      { source: null, cue: 'is expected' },
    ]);
    expect(read('The plan was criticized by the mayor.')).toMatchObject([{ source: 'the mayor' }]);
  });

  test('who is quoted says so, and who quotes passes it on', () => {
    expect(
      read('Ruth Amsel was quoted by the Harlow Courier as saying it was shut.'),
    ).toMatchObject([
      { source: 'Ruth Amsel', through: 'the Harlow Courier', content: 'it was shut' },
    ]);
  });
});

describe('over sentences', () => {
  test('speech goes on without a word of who says it', () => {
    expect(read('“It is shut,” Ruth Amsel said. “It is old.”')).toMatchObject([
      { source: 'Ruth Amsel', content: '“It is shut,” … “It is old.”' },
    ]);
  });

  test('a sentence of two words tells who said the one before', () => {
    expect(read('“Is the bridge shut?” Amsel asked.').at(-1)).toMatchObject({
      source: 'Amsel',
      content: '“Is the bridge shut?”',
    });
  });
});

describe('how surely, and whether it was uttered', () => {
  test.each([
    ['said that it was shut', 'attributed', true],
    ['claimed that it was shut', 'alleged', true],
    ['denied that it was shut', 'denied', true],
    ['hoped to close it', 'hoped', false],
    ['urged the council to close it', 'hoped', true],
    ['planned to close it', 'planned', false],
    ['promised to close it', 'planned', true],
    ['refused to close it', 'stated', false],
    ['believed that it was shut', 'attributed', false],
  ])('%s: %s', (predicate, strength, spoken) => {
    expect(read(`The mayor ${predicate}.`)).toMatchObject([{ strength, spoken }]);
  });

  test('what was not said is negated', () => {
    expect(read('The mayor did not say that it was shut.')).toMatchObject([{ negated: true }]);
    expect(read('The mayor said that it was not shut.')).toMatchObject([{ negated: false }]);
  });
});

test('a sentence without an end is no statement of anybody', () => {
  const text = `The mayor said it was shut ${'and said it was old '.repeat(150)}.`;
  expect(read(text)).toEqual([]);
});
