import { describe, expect, test } from 'vitest';
import type { Briefing, Piece } from '../../src/types.ts';
import { verify } from '../../src/verify/index.ts';
import { briefingOf, FOLDER } from '../support.ts';

const REPORTS = {
  'a.txt':
    'Mayor Antony Field closed the bridge of Lisck on Tuesday, 12 miles from Harlow.\n\nIt was shut last week for a parade.',
  'b.txt': 'Mayor Anthony Field sold the old ferry.',
  'c.txt': 'Mayor Anthony Field bought a new ferry.',
};

const CONFIG = `
spelling: { Lisck: Lisk }
units: metric
reports:
  a.txt: { published: 2031-03-12, include: true }
  b.txt: { published: 2031-03-12, include: true }
  c.txt: { published: 2031-03-12, include: true }
`;

const made = await briefingOf(REPORTS, {
  config: CONFIG,
  score: async (_, pairs) => pairs.map(() => 0),
});

/** Messages of a briefing in which pieces are others. */
async function verified(change: (piece: Piece) => Piece, rest: Partial<Briefing> = {}) {
  const facts = made.briefing.facts.map((fact) => {
    const pieces = fact.statement.pieces.map(change);
    const text = pieces.map((piece) => (piece.kind === 'omitted' ? '' : piece.text)).join('');
    return { ...fact, statement: { ...fact.statement, pieces, text } };
  });
  const analysis = { ...made.briefing.analysis, timeline: [], gaps: [] };
  const messages = await verify({ ...made.briefing, analysis, facts, ...rest }, FOLDER, made.files);
  return messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`);
}

/** Put other words in the place of what was added. */
const added =
  (text: string, other: string) =>
  (piece: Piece): Piece =>
    piece.kind === 'added' && piece.text === text ? { ...piece, text: other } : piece;

test('a true briefing passes', async () => {
  expect(made.briefing.facts.map(({ statement }) => statement.text)).toEqual(
    expect.arrayContaining([
      'Mayor Anthony Field closed the bridge of Lisk on Tuesday [11 March], 12 miles [19 km] from Harlow.',
      'It was shut last week [3–9 March] for a parade.',
    ]),
  );
  expect(await verified((piece) => piece)).toEqual([]);
});

describe('what is not so does not pass', () => {
  test.each([
    ['another day', ' [11 March]', ' [12 March]'],
    ['another month', ' [11 March]', ' [11 May]'],
    ['another year', ' [11 March]', ' [11 March 2030]'],
    ['words for a day', ' [11 March]', ' [the 11 March]'],
    ['days for one', ' [11 March]', ' [11–12 March]'],
    ['other days of a week', ' [3–9 March]', ' [3–8 March]'],
    ['one of the days of a week', ' [3–9 March]', ' [3 March]'],
    ['another figure', ' [19 km]', ' [29 km]'],
    ['another unit', ' [19 km]', ' [19 m]'],
    ['a range for a figure', ' [19 km]', ' [19–20 km]'],
    ['words for a figure', ' [19 km]', ' [about 19 km]'],
    ['another name than the editor’s', 'Lisk', 'Harlow'],
    ['a name that no report has', 'Anthony Field', 'Anton Field'],
  ])('%s', async (_, text, other) => {
    const messages = await verified(added(text, other));
    expect(messages.join()).toMatch(/^(?:edit|addition)-unproved/u);
  });

  test.each([
    [' [11 March]', ' [11 March 2031]'],
    [' [11 March]', ' [March 11]'],
    [' [3–9 March]', ' [March 3–9, 2031]'],
    [' [19 km]', ' [19.3 km]'],
  ])('but %s may be %s', async (text, other) => {
    expect(await verified(added(text, other))).toEqual([]);
  });

  test('a name that stands for nothing left out', async () => {
    const [first] = made.briefing.facts;
    const statement = first && {
      ...first.statement,
      text: `Lisk${first.statement.text}`,
      pieces: [
        { kind: 'added' as const, text: 'Lisk', reason: 'spelling' as const },
        ...first.statement.pieces,
      ],
    };
    const facts = made.briefing.facts.map((fact) =>
      fact === first && statement ? { ...fact, statement } : fact,
    );
    expect((await verified((piece) => piece, { facts })).join()).toContain('addition-unproved');
  });

  test('a spelling that reports are said to have, and do not', async () => {
    const spelling = [
      { form: 'Antony Field', printed: 'Harlow Field', by: 'reports' as const },
      ...made.briefing.house.spelling,
    ];
    const messages = await verified(added('Anthony Field', 'Harlow Field'), {
      house: { ...made.briefing.house, spelling },
    });
    expect(messages.join()).toContain('addition-unproved');
  });
});
