import { describe, expect, test } from 'vitest';
import { isEditors, isMarked, statementInWords } from '../src/rewording.ts';
import { statementOf } from '../src/statement.ts';
import type { Claim } from '../src/types.ts';
import { claimsIn, nonEmpty } from './support.ts';

const OTHER = 'Nothing happened in Tolva.';

const claimsOf = (text: string): readonly Claim[] =>
  claimsIn(text, OTHER).filter(({ report }) => report === 'r1');

const inWords = (text: string, words: string) => statementInWords(nonEmpty(claimsOf(text)), words);

const editsOf = (text: string, words: string): readonly string[] =>
  inWords(text, words).pieces.map((piece) =>
    piece.kind === 'passage' ? piece.text : `${piece.kind} ${piece.reason}: ${piece.text}`,
  );

const BRIDGE = 'The old bridge at Lisk was shut on Tuesday after rust was found, officials said.';

describe('words of the passage with something left out', () => {
  test.each([
    ['The old bridge at Lisk was shut.', 'The old bridge at Lisk was shut.'],
    ['the bridge at Lisk was shut', 'The bridge at Lisk was shut.'],
    ['The bridge was shut on Tuesday', 'The bridge was shut on Tuesday [11 March].'],
    ['The bridge was shut on Tuesday [11 March]', 'The bridge was shut on Tuesday [11 March].'],
    ['Rust was found.', 'Rust was found.'],
  ])('%j', (words, text) => {
    const made = inWords(BRIDGE, words);
    expect(made.text).toBe(`${text} [shortened by the editor]`);
    expect(isEditors(made)).toBe(false);
    expect(isMarked(made)).toBe(true);
  });

  test('are pieces of it, in place', () => {
    expect(editsOf(BRIDGE, 'Rust was found')).toEqual([
      'omitted editor: The old bridge at Lisk was shut on Tuesday after ',
      'omitted capital: r',
      'added capital: R',
      'ust was found',
      'omitted editor: , officials said.',
      'added full-stop: .',
      'added editor-mark:  [shortened by the editor]',
    ]);
  });

  test('may be of another claim than the first', () => {
    const [first, second] = claimsIn('The bridge was shut.', 'The bridge was closed to lorries.');
    const made = statementInWords(
      nonEmpty([first, second].flatMap((claim) => claim ?? [])),
      'The bridge was closed.',
    );
    expect(made.claim).toBe(second?.id);
  });

  test('may take their subject along', () => {
    const refused = claimsOf(
      'Mayor Ruth Amsel, who has so far refused to resign, opened the ferry.',
    ).find(({ lead }) => lead !== null);
    const made = statementInWords(
      nonEmpty(refused ? [refused] : []),
      'Ruth Amsel has refused to resign.',
    );
    expect(made.text).toBe('Ruth Amsel has refused to resign. [shortened by the editor]');
  });
});

describe('words of the editor', () => {
  test.each([
    ['words that the passage lacks', BRIDGE, 'The bridge at Lisk was closed.'],
    ['words in another order', BRIDGE, 'Officials said the bridge was shut.'],
    ['a passage without its "not"', 'The bridge was not shut.', 'The bridge was shut.'],
    [
      'a passage without its doubt',
      'The mayor allegedly sold the bridge.',
      'The mayor sold the bridge.',
    ],
    ['half of a quotation', 'Ann Bell said: “The bridge is gone.”', 'The bridge is gone.”'],
  ])('are %s', (_, text, words) => {
    const made = inWords(text, words);
    expect(isEditors(made)).toBe(true);
    expect(made.text.endsWith(' [editor’s words]')).toBe(true);
  });

  test('take the place of the passage', () => {
    expect(editsOf('The bridge was closed.', 'The crossing was closed')).toEqual([
      'omitted editor: The bridge was closed.',
      'added editor: The crossing was closed',
      'added full-stop: .',
      'added editor-mark:  [editor’s words]',
    ]);
  });

  test('have in brackets what is proved otherwise', () => {
    expect(editsOf(BRIDGE, 'It [the bridge] closed on Tuesday [11 March]').slice(1)).toEqual([
      'added editor: It',
      'added context:  [the bridge]',
      'added editor:  closed on Tuesday',
      'added date:  [11 March]',
      'added full-stop: .',
      'added editor-mark:  [editor’s words]',
    ]);
  });

  test('are set as all words of a briefing are', () => {
    expect(inWords(BRIDGE, 'It  said:\n"We don\'t know"').text).toBe(
      'It said: “We don’t know”. [editor’s words]',
    );
  });
});

test('what is not reworded bears no mark', () => {
  const [claim] = claimsOf(BRIDGE);
  expect(claim && isMarked(statementOf(claim))).toBe(false);
});
