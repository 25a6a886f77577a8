import { describe, expect, test } from 'vitest';
import { statementOf } from '../src/statement.ts';
import type { Piece, Statement } from '../src/types.ts';
import { BRIDGE, claimsIn, found, sentencesOf } from './support.ts';

const OTHER = 'Nothing happened in Tolva.';

/** The statements of the claims that the first of two reports makes. */
const statementsOf = (text: string): readonly Statement[] =>
  claimsIn(text, OTHER)
    .filter(({ report }) => report === 'r1')
    .map(statementOf);

const textsOf = (text: string) => statementsOf(text).map((statement) => statement.text);

/** The edits of a statement, as "kind reason: text". */
const editsOf = ({ pieces }: Statement) =>
  pieces.flatMap((piece) =>
    piece.kind === 'passage' ? [] : [`${piece.kind} ${piece.reason}: ${piece.text}`],
  );

describe('statementOf', () => {
  test.each([
    {
      name: 'takes a whole sentence as it stands',
      text: 'The bridge at Brennick was closed.',
      says: ['The bridge at Brennick was closed.'],
    },
    {
      name: 'leaves out who says so behind the sentence',
      text: 'The bridge at Brennick was closed, officials said.',
      says: ['The bridge at Brennick was closed.'],
    },
    {
      name: 'leaves out who says so before the sentence, and begins with a capital',
      text: 'According to officials, the bridge at Brennick was closed.',
      says: ['The bridge at Brennick was closed.'],
    },
    {
      name: 'leaves out what joins the sentence to the one before',
      text: 'Meanwhile, the bridge was closed.',
      says: ['The bridge was closed.'],
    },
    {
      name: 'keeps a named person who says so',
      text: 'The bridge was closed, Mayor Ruth Amsel said.',
      says: ['The bridge was closed, Mayor Ruth Amsel said.'],
    },
    {
      name: 'keeps a verb that is part of the news',
      text: 'Officials warned that the bridge was about to fall.',
      says: ['Officials warned that the bridge was about to fall.'],
    },
    {
      name: 'sets the subject before a predicate that shares it',
      text: 'The town closed the bridge and ordered an inspection of all pillars.',
      says: ['The town closed the bridge.', 'The town ordered an inspection of all pillars.'],
    },
    {
      name: 'sets the name before what is told of it',
      text: 'Mayor Ruth Amsel, who has so far refused to resign, opened the ferry.',
      says: [
        'Mayor Ruth Amsel opened the ferry.',
        'Mayor Ruth Amsel has so far refused to resign.',
      ],
    },
    {
      name: 'begins a clause with a capital and ends it with a stop',
      text: 'The old bridge was closed, but engineers expect to open it again.',
      says: ['The old bridge was closed.', 'Engineers expect to open it again.'],
    },
    {
      name: 'adds no second stop',
      text: 'Is the bridge safe? It is!',
      says: ['Is the bridge safe?', 'It is!'],
    },
    {
      name: 'turns the colon before words that stand elsewhere into the stop',
      text: 'The mayor apologized in a statement released by her office:',
      says: ['The mayor apologized in a statement released by her office.'],
    },
    {
      name: 'adds no stop behind one inside a closing mark',
      text: 'Ruth Amsel said: “Nobody will drive over this bridge.”',
      says: ['Ruth Amsel said: “Nobody will drive over this bridge.”'],
    },
    {
      name: 'ends inside a closing mark where a comma ended the quotation',
      text: 'The council called it “an old friend of the town,” officials said.',
      says: ['The council called it “an old friend of the town,” officials said.'],
    },
    {
      name: 'turns the comma that ends a quotation into the stop',
      text: 'The council called the bridge “an old friend of the town,”',
      says: ['The council called the bridge “an old friend of the town.”'],
    },
    {
      name: 'puts the name in place of a pronoun that certainly means it',
      text: 'Ruth Amsel closed the bridge. Her office was flooded. “It is late,” she said.',
      says: [
        'Ruth Amsel closed the bridge.',
        '[Ruth Amsel’s] office was flooded.',
        '“It is late,” [Ruth Amsel] said.',
      ],
    },
    {
      name: 'dates a weekday',
      text: 'The bridge was closed on Tuesday.',
      says: ['The bridge was closed on Tuesday [11 March].'],
    },
    {
      name: 'dates "yesterday"',
      text: 'The bridge was closed yesterday because of cracks.',
      says: ['The bridge was closed yesterday [11 March] because of cracks.'],
    },
    {
      name: 'dates each of two days',
      text: 'The bridge was closed on Monday or on Tuesday.',
      says: ['The bridge was closed on Monday [10 March] or on Tuesday [11 March].'],
    },
    {
      name: 'leaves a day that names itself',
      text: 'The bridge was closed on March 3.',
      says: ['The bridge was closed on March 3.'],
    },
    {
      name: 'leaves a month and a year',
      text: 'The bridge of May 1911 was last painted in 1950.',
      says: ['The bridge of May 1911 was last painted in 1950.'],
    },
    {
      name: 'never edits inside a quotation',
      text: '“We closed the bridge on Tuesday because it was not safe,” Ruth Amsel said.',
      says: ['“We closed the bridge on Tuesday because it was not safe,” Ruth Amsel said.'],
    },
    {
      name: 'closes a quotation that goes on, and names the speaker of the rest',
      text: '“The bridge is not safe and will be closed at once. Nobody may drive over it any longer,” Ruth Amsel said.',
      says: [
        '[Ruth Amsel:] “The bridge is not safe and will be closed at once.”',
        '“Nobody may drive over it any longer,” Ruth Amsel said.',
      ],
    },
    {
      name: 'introduces the speaker of a sentence that is nothing but speech',
      text: '“The bridge is not safe and will be closed,” Ruth Amsel said. “Nobody may drive over it any longer.”',
      says: [
        '“The bridge is not safe and will be closed,” Ruth Amsel said.',
        '[Ruth Amsel:] “Nobody may drive over it any longer.”',
      ],
    },
    {
      name: 'marks the middle of a quotation, and names its speaker',
      text: '“The bridge is not safe, I was told. It was built by my father. Nobody may drive over it,” Ruth Amsel said.',
      says: [
        '[Ruth Amsel:] “The bridge is not safe, I was told.”',
        '[Ruth Amsel:] “It was built by my father.”',
        '“Nobody may drive over it,” Ruth Amsel said.',
      ],
    },
    {
      name: 'leaves a letter that has no capital of its own',
      text: 'ßen and five more bridges were closed.',
      says: ['ßen and five more bridges were closed.'],
    },
    {
      name: 'raises the first letter of what was a ligature',
      text: 'ﬁve bridges were closed.',
      says: ['Five bridges were closed.'],
    },
    {
      name: 'leaves a small letter inside the marks with which it begins',
      text: '“a bridge of sighs and of nothing else” was her name for it.',
      says: ['“a bridge of sighs and of nothing else” was her name for it.'],
    },
  ])('$name', ({ text, says }) => {
    expect(textsOf(text)).toEqual(says);
  });

  test('records every edit with its reason', () => {
    const [first] = statementsOf(
      'According to officials, the town closed the bridge yesterday because of cracks',
    );
    expect(editsOf(found(first))).toEqual([
      'omitted attribution: According to officials, ',
      'omitted capital: t',
      'added capital: T',
      'added date:  [11 March]',
      'added full-stop: .',
    ]);
    const [, second] = statementsOf('The town closed the bridge and ordered an inspection of it');
    expect(editsOf(found(second))).toEqual(['added space:  ', 'added full-stop: .']);
  });

  test('records what is a claim of its own', () => {
    const [first] = statementsOf(
      'Mayor Ruth Amsel, who has so far refused to resign, opened the ferry.',
    );
    expect(editsOf(found(first))).toEqual([
      'omitted other-claim: , who has so far refused to resign,',
    ]);
  });

  test('raises no letter of a quotation whose opening mark stands in another sentence', () => {
    const claim = found(claimsIn('nobody may cross the bridge at all, Ruth Amsel said.', OTHER)[0]);
    const quotation = {
      start: 0,
      end: 35,
      text: 'nobody may cross the bridge at all',
      speech: true,
    };
    const edits = editsOf(statementOf({ ...claim, quotations: [quotation] }));
    expect(edits.filter((edit) => edit.includes('capital'))).toEqual([]);
    expect(editsOf(statementOf(claim))).toContain('added capital: N');
  });

  test('changes nothing of a quotation that has no opening mark at all', () => {
    expect(textsOf('And that would have helped the miller,” Ruth Amsel told the council.')).toEqual(
      ['“And that would have helped the miller,” Ruth Amsel told the council.'],
    );
  });

  test('names the claim whose words it takes', () => {
    const claims = claimsIn('The bridge was closed.', OTHER);
    expect(claims.map((claim) => statementOf(claim).claim)).toEqual(claims.map(({ id }) => id));
  });
});

describe('every statement', () => {
  const TEXTS = {
    'a.txt': `The old bridge of Brennick was closed on Tuesday after inspectors found cracks, officials said.

Mayor Ruth Amsel, who has so far refused to resign, opened the ferry yesterday. But the town closed the bridge and ordered an inspection of all pillars.

“The bridge is not safe at all. Nobody may drive over it any longer,” Amsel said. “We were told so on Monday by the engineers.”

According to the ministry, 9,000 cars crossed it each day, while ferries carried 300 people a week.`,
    'b.txt': 'the bridge (of stone) is shut\n\nThe council called it “an old friend of the town,”',
    'c.md': BRIDGE['a.md'],
  };
  const SOURCES = new Map(Object.entries(TEXTS).map(([file, text]) => [file.slice(0, 1), text]));
  const sentences = [...sentencesOf(TEXTS).values()].flat();
  const claims = sentences.flatMap(({ whole, parts }) => [whole, ...parts]);
  const cases = claims.map((claim) => ({ claim, statement: statementOf(claim) }));

  test('there are statements to look at', () => {
    expect(claims.length).toBeGreaterThan(20);
    expect(claims.filter(({ lead }) => lead !== null).length).toBeGreaterThan(2);
  });

  test.each(cases)('is its pieces: $statement.text', ({ statement }) => {
    expect(joined(statement, ['passage', 'added'])).toBe(statement.text);
  });

  test.each(cases)('drops nothing unrecorded: $statement.text', ({ claim, statement }) => {
    const subject = claim.lead?.exact ?? '';
    expect(joined(statement, ['passage', 'omitted'])).toBe(subject + claim.exact);
  });

  test.each(cases)('points at its words: $statement.text', ({ claim, statement }) => {
    const source = found(SOURCES.get(claim.report));
    for (const piece of statement.pieces) {
      if (piece.kind === 'added') continue;
      const read = source.slice(piece.start, piece.end);
      expect(claim.report === 'c' ? withoutMarkup(read) : read).toBe(piece.text);
    }
  });

  test.each(cases)('has both halves of its quotation marks: $statement.text', ({ statement }) => {
    const marks = statement.text.replace(/[^“”]/gu, '');
    expect(marks).toMatch(/^(?:“”)*$/u);
  });

  test.each(cases)('begins and ends as a sentence does: $statement.text', ({ statement }) => {
    expect(statement.text).toMatch(/^[\p{Lu}\p{N}“[(]/u);
    expect(statement.text).toMatch(/[.!?…][”’)\]]*$/u);
  });
});

/** The text of a statement's pieces of some kinds, in order. */
const joined = ({ pieces }: Statement, kinds: readonly Piece['kind'][]) =>
  pieces
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

const withoutMarkup = (markdown: string) =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\*+/gu, '')
    .replaceAll('&amp;', '&');
