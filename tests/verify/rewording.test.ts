import { describe, expect, test } from 'vitest';
import { statementInWords } from '../../src/rewording.ts';
import type { Applied, Briefing, Fact, Statement } from '../../src/types.ts';
import { verify } from '../../src/verify/index.ts';
import { briefingOf, FOLDER, found, nonEmpty } from '../support.ts';

/** What is proved of words that the editor gives a fact. */

const TEXTS = {
  'a.txt': `The bridge of Lisk was shut on Tuesday after 12 bolts broke.

“Nobody will drive here,” Mayor Ruth Amsel said.

The ferry does not sail at night.

The harbor master allegedly sold the key.

The toll may rise in May.
`,
  'b.txt': 'Towers lean.\n',
};

const made = briefingOf(TEXTS, {
  config: 'reports:\n  a.txt: { published: 2031-03-12 }\n  b.txt: { published: 2031-03-12 }',
});

const decisionOn = ({ id }: Fact): Applied => ({
  kind: 'reword',
  facts: [id],
  because: null,
  said: { file: 'briefing.yaml', line: 7, column: 5 },
});

/** What is objected to a fact in other words. */
async function objections(
  passage: string,
  change: (fact: Fact) => Statement,
  decisions: (fact: Fact) => readonly Applied[] = (fact) => [decisionOn(fact)],
) {
  const { briefing, files } = await made;
  const fact = found(briefing.facts.find(({ claims: [claim] }) => claim.exact.includes(passage)));
  const reworded: Briefing = {
    ...briefing,
    facts: briefing.facts.map((each) =>
      each === fact ? { ...fact, statement: change(fact) } : each,
    ),
    decisions: decisions(fact),
  };
  const messages = await verify(reworded, FOLDER, files);
  return messages.map(({ ruleId, file, line, actual }) => ({
    rule: ruleId,
    at: `${file}:${line}`,
    found: actual?.replace(/ in the statement .*/su, ''),
  }));
}

const inWords = (passage: string, words: string) =>
  objections(passage, (fact) => statementInWords(nonEmpty(fact.claims), words));

describe('what the passages bear out passes', () => {
  test.each([
    ['bolts', 'The crossing at Lisk was closed when 12 bolts broke.'],
    ['bolts', 'Twelve bolts broke on the bridge, and it was shut on Tuesday [11 March]'],
    ['bolts', 'Bolts broke. Then the bridge was shut.'],
    ['bolts', 'The bridge was shut.'],
    ['bolts', 'It [the bridge] was shut'],
    ['Nobody', 'Mayor Ruth Amsel would let nobody cross: “Nobody will drive here”.'],
    ['Nobody', "The mayor's words were 'Nobody will drive here', no more."],
    ['ferry', 'The ferry never runs at night.'],
    ['harbor', 'The harbor master is said to have sold the key.'],
    ['toll', 'The toll could go up.'],
  ])('%s: %s', async (passage, words) => {
    expect(await inWords(passage, words)).toEqual([]);
  });
});

describe('what they do not is told at its line', () => {
  test.each([
    ['bolts', 'The bridge was shut after 13 bolts broke.', 'number-unproved', 'number 13'],
    ['bolts', 'The bridge was shut after thirteen bolts broke.', 'number-unproved', 'number 13'],
    ['bolts', 'The bridge was shut after twenty-five bolts broke.', 'number-unproved', 'number 25'],
    ['bolts', 'The bridge was shut after a dozen bolts broke.', 'number-unproved', 'number dozen'],
    ['bolts', 'The bridge of Tolva was shut.', 'name-unproved', 'name "Tolva"'],
    ['bolts', 'Kora shut the bridge.', 'name-unproved', 'name "Kora"'],
    ['bolts', 'Bolts broke. Kora shut the bridge.', 'name-unproved', 'name "Kora"'],
    ['bolts', 'The bridge was “in ruins”.', 'quotation-unproved', 'quotation “in ruins”'],
    ['bolts', "The bridge was 'in ruins'.", 'quotation-unproved', 'quotation “in ruins”'],
    ['Nobody', 'The mayor said: “Nobody will drive', 'quotation-unproved', 'half of a quotation'],
    ['bolts', 'The bridge was shut on Tuesday [12 March].', 'addition-unproved', 'date [12 March]'],
    ['bolts', 'It [the tower] was shut.', 'addition-unproved', 'word in brackets "tower"'],
    ['bolts', 'It was [not] shut.', 'addition-unproved', 'denial [not]'],
    ['bolts', 'The bridge was not shut.', 'word-unproved', 'word "not"'],
    ['ferry', 'The ferry sails by day and night.', 'word-unproved', 'no "not"'],
    ['harbor', 'The harbor master sold the key.', 'word-unproved', 'no "allegedly"'],
    ['toll', 'The toll will rise.', 'word-unproved', 'no "may"'],
  ])('%s: %s', async (passage, words, rule, what) => {
    expect(await inWords(passage, words)).toContainEqual({
      rule,
      at: 'briefing.yaml:7',
      found: what,
    });
  });
});

describe('a rewording that is none', () => {
  const cut = 'The bridge of Lisk was shut';
  const words = (fact: Fact, text: string) => statementInWords(nonEmpty(fact.claims), text);

  test('since nobody decided it', async () => {
    const rules = await objections(
      'bolts',
      (fact) => words(fact, cut),
      () => [],
    );
    expect(rules.map(({ rule, found: what }) => [rule, what])).toEqual([
      ['edit-unproved', 'words of the editor'],
    ]);
  });

  const cases: readonly { name: string; text: string; change: (made: Statement) => Statement }[] = [
    {
      name: 'without its mark',
      text: 'The crossing was shut',
      change: (made) => withPieces(made, made.pieces.slice(0, -1)),
    },
    {
      name: 'with the mark of a passage that is shortened',
      text: 'The crossing was shut',
      change: (made) =>
        withPieces(made, [
          ...made.pieces.slice(0, -1),
          { kind: 'added', text: ' [shortened by the editor]', reason: 'editor-mark' },
        ]),
    },
    {
      name: 'among words of the passage',
      text: cut,
      change: (made) =>
        withPieces(made, [
          { kind: 'added', text: 'Perhaps ', reason: 'editor' },
          ...made.pieces.slice(0, -1),
          { kind: 'added', text: ' [editor’s words]', reason: 'editor-mark' },
        ]),
    },
  ];
  test.each(cases)('$name', async ({ text, change }) => {
    const rules = await objections('bolts', (fact) => change(words(fact, text)));
    expect(rules.map(({ rule }) => rule)).toContain('edit-unproved');
  });

  test('that leaves "not" out of the passage', async () => {
    const rules = await objections('ferry', (fact) => {
      const statement = words(fact, 'The ferry does not sail');
      const [first] = statement.pieces;
      if (first?.kind !== 'passage') throw new Error('the passage is not shortened');
      const at = first.text.indexOf(' not');
      const piece = (from: number, to?: number) => ({
        text: first.text.slice(from, to),
        start: first.start + from,
        end: first.start + (to ?? first.text.length),
      });
      return withPieces(statement, [
        { kind: 'passage', ...piece(0, at) },
        { kind: 'omitted', reason: 'editor', ...piece(at, at + 4) },
        { kind: 'passage', ...piece(at + 4) },
        ...statement.pieces.slice(1),
      ]);
    });
    expect(rules.map(({ rule, found: what }) => [rule, what])).toEqual([
      ['edit-unproved', 'omitted words " not"'],
    ]);
  });
});

function withPieces(statement: Statement, pieces: Statement['pieces']): Statement {
  const text = pieces.map((piece) => (piece.kind === 'omitted' ? '' : piece.text)).join('');
  return { ...statement, pieces, text };
}
