import { describe, expect, test } from 'vitest';
import { exitOf, isFatal, type RuleName } from '../../src/messages.ts';
import { statementOf } from '../../src/statement.ts';
import type { Briefing, Fact, Piece, Statement } from '../../src/types.ts';
import { verify } from '../../src/verify/index.ts';
import { BRIDGE, briefingOf, FOLDER, found, memoryFiles, type Texts } from '../support.ts';

const REPORTS = {
  'a.md': `# Old *bridge* at Brennick closed over [cracks](https://courier.example/cracks)

The council of [Brennick](https://town.example "the town") closed its **old _stone_ bridge** on Tuesday because of cracks &amp; rust in 12&nbsp;pillars.

“We will *not* open the bridge before May,” Mayor Ruth Amsel said.
“Nobody in the **town** wanted it to come to this.”

The shop owners do not expect a new bridge this year.
`,
  'b.txt': `The ferry of Lisk sails at noon.

The captain, Jon Vale, bought 3 more ships and painted all of them in a bright red.
`,
} as const;

const CONFIG = `reports:
  a.md: { published: 2031-03-12 }
  b.txt: { published: 2031-03-12 }
`;

/** Line of a report, counted from 1, on which words stand. */
const lineOf = (file: keyof typeof REPORTS, words: string) => {
  const at = REPORTS[file].indexOf(words);
  if (at < 0) throw new Error(`Unexpected "${words}", expected words of ${file}`);
  return REPORTS[file].slice(0, at).split('\n').length;
};

const made = briefingOf(REPORTS, { config: CONFIG });

async function verified(change: (briefing: Briefing) => Briefing) {
  const { briefing, files } = await made;
  return verify(change(briefing), FOLDER, files);
}

describe('a true briefing passes', () => {
  const plain = (...lines: readonly string[]): Texts => ({ 'a.txt': lines.join('\n\n') });
  const markdown = (...lines: readonly string[]): Texts => ({ 'a.md': lines.join('\n') });
  const cases: readonly { name: string; texts: Texts }[] = [
    { name: 'of plain text and Markdown', texts: BRIDGE },
    { name: 'with what is added in brackets', texts: REPORTS },
    {
      name: 'of emphasis in emphasis, and links',
      texts: markdown('The *old **stone** bridge* was [closed](https://x.example "why") ~~then~~.'),
    },
    {
      name: 'of character references',
      texts: markdown(
        'Cracks &amp; rust in 12&nbsp;pillars of the bridge&#x2019;s base &mdash; and &quot;dust&quot; &#8211; were found.',
      ),
    },
    {
      name: 'of what looks like a reference and is none',
      texts: markdown('AT&T closed. A &lt;b&gt; tag &NotAnEntity; here &amp;amp; there.'),
    },
    {
      name: 'of pictures between words and between sentences',
      texts: markdown(
        'The bridge was closed. ![A view of the bridge](x.jpg) It was old.',
        '',
        'The ferry [![badge](y.png)](https://town.example) ran all day.',
      ),
    },
    {
      name: 'of escapes',
      texts: markdown(
        'The 5\\* hotel by the old\\_bridge was shut \\& closed\\! It cost 3\\.5 million.',
      ),
    },
    {
      name: 'of words broken at the ends of lines, and of ligatures',
      texts: plain(
        'The town shut the old bridge on Monday, the spokes-\nman of the govern-\nment said. A long-\nterm plan for the traf\u{ad}\n\u{fb01}c is due.',
        'The \u{fb03}rst ferry left at noon. \u{fb01}ve more followed. Ｍayor Ruth Amsel was on board.',
        '“Nobody will drive over it. I shall see to that,” said Ilsa Kor-\nrer, who was elected. Ilsa Korrer has said so for years.',
      ),
    },
    {
      name: 'with a dateline and a label before its first sentence',
      texts: plain(
        'UPDATE 2: LISK, March 3 (Reuters) - The ferry stopped on Monday and will not sail before May.',
        '(Corrects the name in paragraph 3)',
        'Next line:\u{85}the ferry of Lisk.',
      ),
    },
    {
      name: 'of wrapped and broken lines',
      texts: markdown(
        'A line that is',
        'wrapped in its middle. Another  ',
        'has a hard break in it.',
      ),
    },
    {
      name: 'of quoted blocks and lists',
      texts: markdown(
        '> A quoted block of text',
        '> that goes over lines.',
        'A lazy line.',
        '',
        '- The first item',
        '  goes over two lines.',
        '- The second item.',
      ),
    },
    {
      name: 'of a table, code, an address and a footnote',
      texts: markdown(
        'The `old bridge` is at <https://town.example/bridge>, says the town[^1].',
        '',
        '| The bridge has 12 pillars. | It is old. |',
        '| --- | --- |',
        '| Nobody counted them. | Rust is red. |',
        '',
        '[^1]: Nobody asked.',
      ),
    },
    {
      name: 'of a headline underlined, and other line ends',
      texts: markdown('Bridge closed', '===', '', 'It was old.\r', 'It was closed.\r'),
    },
    {
      name: 'with a byte order mark',
      texts: plain('\u{feff}The bridge was closed.', 'It was old.'),
    },
    {
      name: 'of invisible and composed characters',
      texts: plain(
        'Zu\u{308}ra\u{2019}s bridge was trans\u{ad}ported by 12\u{a0}men and \u{200b}women.',
      ),
    },
    {
      name: 'of other quotation marks',
      texts: plain(
        '«Nobody will drive over this bridge before May», said Ruth Amsel. „Ja“, said Jon.',
        "``Nobody will drive over that bridge before May,'' Ruth Amsel said.",
        'Engineers said " Nobody came " to it. It\'s the officials\' view -- or so -- they say.',
      ),
    },
    {
      name: 'of characters outside the basic plane',
      texts: plain('He saw 😀 on the bridge 👩‍👩‍👧 today. The bridge was closed.'),
    },
    {
      name: 'of controls that turn text around',
      texts: plain('The bridge \u{202e}was\u{202c} closed. It was old.'),
    },
    {
      name: 'of sentences in parts, with their subjects',
      texts: {
        'a.txt':
          'Mayor Ruth Amsel, who has so far refused to resign, opened the ferry. The town closed the bridge and ordered new pillars from Lisk.',
        'b.txt':
          'Mayor Ruth Amsel has so far refused to resign.\n\nThe town ordered new pillars from Lisk.',
      },
    },
  ];
  test.each(cases)('$name', async ({ texts }) => {
    const { briefing, files } = await briefingOf({ ...texts, 'z.txt': 'Towers lean.' });
    const messages = await verify(briefing, FOLDER, files);
    expect(messages.map(({ reason }) => reason)).toEqual([]);
  });
});

describe('a statement that says more than its passage', () => {
  const cases: readonly {
    name: string;
    rule: RuleName;
    file: keyof typeof REPORTS;
    /** Words of the statement, and what is put in their place. */
    words: string;
    instead: string;
    /** Words that stand on the line of the passage. */
    line: string;
  }[] = [
    {
      name: 'another word',
      rule: 'word-unproved',
      file: 'b.txt',
      words: 'painted',
      instead: 'burned',
      line: 'bought 3 more ships',
    },
    {
      name: 'a word more',
      rule: 'word-unproved',
      file: 'b.txt',
      words: 'at noon',
      instead: 'always at noon',
      line: 'The ferry',
    },
    {
      name: 'another word in Markdown',
      rule: 'word-unproved',
      file: 'a.md',
      words: 'stone',
      instead: 'wooden',
      line: 'The council',
    },
    {
      name: 'another number',
      rule: 'number-unproved',
      file: 'b.txt',
      words: '3 more',
      instead: '4 more',
      line: 'bought 3 more ships',
    },
    {
      name: 'another number behind a character reference',
      rule: 'number-unproved',
      file: 'a.md',
      words: '12 pillars',
      instead: '1.2 pillars',
      line: 'The council',
    },
    {
      name: 'another name',
      rule: 'name-unproved',
      file: 'b.txt',
      words: 'Jon Vale',
      instead: 'Jon Dale',
      line: 'bought 3 more ships',
    },
    {
      name: 'another name in a link',
      rule: 'name-unproved',
      file: 'a.md',
      words: 'of Brennick',
      instead: 'of Tolva',
      line: 'The council',
    },
    {
      name: 'a capital that makes a name',
      rule: 'name-unproved',
      file: 'b.txt',
      words: 'captain',
      instead: 'Captain',
      line: 'bought 3 more ships',
    },
    {
      name: 'other words in a quotation',
      rule: 'quotation-unproved',
      file: 'a.md',
      words: 'not open',
      instead: 'not close',
      line: '“We will',
    },
    {
      name: 'a quotation without its "not"',
      rule: 'quotation-unproved',
      file: 'a.md',
      words: 'will not open',
      instead: 'will open',
      line: '“We will',
    },
    {
      name: 'words in another order in a quotation',
      rule: 'quotation-unproved',
      file: 'a.md',
      words: 'We will not',
      instead: 'Will we not',
      line: '“We will',
    },
    {
      name: 'a quotation of what is not quoted so',
      rule: 'quotation-unproved',
      file: 'b.txt',
      words: 'sails at noon',
      instead: '“noon sails”',
      line: 'The ferry',
    },
    {
      name: 'a date in brackets that is another day',
      rule: 'addition-unproved',
      file: 'a.md',
      words: '[11 March]',
      instead: '[12 March]',
      line: 'The council',
    },
    {
      name: 'a date in brackets of another month',
      rule: 'addition-unproved',
      file: 'a.md',
      words: '[11 March]',
      instead: '[11 May]',
      line: 'The council',
    },
    {
      name: 'a date in brackets that is none',
      rule: 'addition-unproved',
      file: 'a.md',
      words: '[11 March]',
      instead: '[soon]',
      line: 'The council',
    },
  ];
  test.each(cases)('$name: $rule', async ({ rule, file, words, instead, line }) => {
    const messages = await verified((briefing) => reworded(briefing, words, instead));
    const places = messages.map((message) => [message.file, message.line]);
    expect(messages.map(({ ruleId }) => ruleId)).toContain(rule);
    expect(places).toContainEqual([file, lineOf(file, line)]);
    expect(new Set(places.map(String)).size).toBe(1);
    expect(exitOf(messages)).toBe('unverified');
  });

  test('a speaker that the report does not name', async () => {
    const messages = await verified((briefing) => spokenBy(briefing, 'Jon Vale'));
    expect(new Set(messages.map(({ ruleId }) => ruleId))).toEqual(new Set(['addition-unproved']));
    expect(messages.map(({ file, line }) => [file, line])).toContainEqual([
      'a.md',
      lineOf('a.md', '“We will'),
    ]);
  });

  test('a speaker whose name is only part of a word', async () => {
    const messages = await verified((briefing) => spokenBy(briefing, 'Ams'));
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['addition-unproved']);
  });

  test('a speaker that the report names is none', async () => {
    expect(await verified((briefing) => spokenBy(briefing, 'Ruth Amsel'))).toEqual([]);
    expect(await verified((briefing) => spokenBy(briefing, 'unnamed mayor'))).toEqual([]);
  });
});

describe('a name in place of a pronoun', () => {
  const texts: Texts = {
    'a.txt': 'Mayor Ruth Amsel closed the bridge at Brennick.\n\nShe left with Jon Vale at noon.',
    'b.txt': 'The ferry of Lisk sails at midnight.',
  };
  const named = briefingOf(texts);

  async function verifiedAs(name: string) {
    const { briefing, files } = await named;
    const renamed = changed(briefing, '[Ruth Amsel]', (fact) => ({
      ...fact,
      statement: rewordedStatement(fact.statement, '[Ruth Amsel]', `[${name}]`),
    }));
    return (await verify(renamed, FOLDER, files)).map(({ ruleId }) => ruleId);
  }

  test('is the one that the pronoun means', async () => {
    const { briefing, files } = await named;
    expect(briefing.facts.map(({ statement }) => statement.text)).toContain(
      '[Ruth Amsel] left with Jon Vale at noon.',
    );
    expect(await verify(briefing, FOLDER, files)).toEqual([]);
  });

  test('is no other that the report has', async () => {
    expect(await verifiedAs('Jon Vale')).toEqual(['edit-unproved']);
  });

  test('is none that it lacks', async () => {
    expect(await verifiedAs('Ida Brandt')).toContain('addition-unproved');
  });
});

describe('a statement that is not its passage, edited as it says', () => {
  const cases: readonly {
    name: string;
    words: string;
    change: (statement: Statement) => Statement;
  }[] = [
    {
      name: 'without its "not"',
      words: 'The shop owners',
      change: (statement) => rewordedStatement(statement, 'do not expect', 'do expect'),
    },
    {
      name: 'with its words in another order',
      words: 'The shop owners',
      change: (statement) => rewordedStatement(statement, 'do not expect', 'not do expect'),
    },
    {
      name: 'whose text is not that of its pieces',
      words: 'The shop owners',
      change: (statement) => ({ ...statement, text: statement.text.replace('not ', '') }),
    },
    {
      name: 'that leaves out what is no aside',
      words: 'The shop owners',
      change: (statement) => cut(statement, ' not', 'attribution'),
    },
    {
      name: 'that leaves out a word as a mark',
      words: 'The shop owners',
      change: (statement) => cut(statement, ' not', 'punctuation'),
    },
    {
      name: 'that leaves out a word as a small letter',
      words: 'The shop owners',
      change: (statement) => cut(statement, ' not', 'capital'),
    },
    {
      name: 'that adds a word as a mark',
      words: 'The shop owners',
      change: (statement) =>
        withPieces(statement, [
          ...statement.pieces,
          { kind: 'added', text: ' The bridge', reason: 'full-stop' },
        ]),
    },
    {
      name: 'whose pieces stand at another place',
      words: 'The shop owners',
      change: (statement) => ({
        ...statement,
        pieces: statement.pieces.map((piece) =>
          piece.kind === 'added' ? piece : { ...piece, start: piece.start + 1 },
        ),
      }),
    },
    {
      name: 'of a claim that the fact has not',
      words: 'The shop owners',
      change: (statement) => ({
        ...statement,
        claim: 'c-000000000000',
        pieces: statement.pieces.slice(0, 0),
        text: '',
      }),
    },
  ];
  test.each(cases)('$name', async ({ words, change }) => {
    const messages = await verified((briefing) =>
      changed(briefing, words, (fact) => ({ ...fact, statement: change(fact.statement) })),
    );
    expect(messages.map(({ ruleId, file, line }) => [ruleId, file, line])).toContainEqual([
      'edit-unproved',
      'a.md',
      lineOf('a.md', words),
    ]);
  });

  test('that leaves out who denies it', async () => {
    const { briefing, files } = await briefingOf({
      'a.txt': 'No official said that the bridge is safe.',
      'b.txt': 'Ferries sail at noon.',
    });
    const aside = {
      start: 0,
      end: 'No official said that '.length,
      reason: 'attribution',
    } as const;
    const messages = await verify(
      changed(briefing, 'bridge is safe', (fact) => {
        const claim = { ...fact.claims[0], asides: [aside] };
        return { ...fact, claims: [claim], statement: statementOf(claim) };
      }),
      FOLDER,
      files,
    );
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['edit-unproved']);
    expect(messages[0]?.actual).toContain('No official said that');
  });

  test('in the timeline, of no fact', async () => {
    const messages = await verified((briefing) => ({
      ...briefing,
      analysis: {
        ...briefing.analysis,
        timeline: briefing.analysis.timeline.map((entry) => ({ ...entry, fact: 'f-000000000000' })),
      },
    }));
    expect(messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([
      ['edit-unproved', 'briefing.json'],
    ]);
  });
});

describe('a statement of the timeline that says more than its passage', () => {
  test.each([
    ['stone', 'wooden', 'word-unproved'],
    ['12 pillars', '13 pillars', 'number-unproved'],
    ['[11 March]', '[12 March]', 'addition-unproved'],
  ])('%s: %s', async (words, instead, rule) => {
    const messages = await verified((briefing) => ({
      ...briefing,
      analysis: {
        ...briefing.analysis,
        timeline: briefing.analysis.timeline.map((entry) => ({
          ...entry,
          statement: rewordedStatement(entry.statement, words, instead),
        })),
      },
    }));
    expect(messages.map(({ ruleId, file, line }) => [ruleId, file, line])).toContainEqual([
      rule,
      'a.md',
      lineOf('a.md', 'The council'),
    ]);
  });
});

describe('a citation that does not say what it is cited for', () => {
  const PASSAGE = 'The ferry of Lisk sails at noon.';

  /** Move what is cited for the words. */
  const cite = (briefing: Briefing, change: (fact: Fact['claims'][0]) => Fact['claims'][0]) =>
    changed(briefing, PASSAGE, (fact) => ({ ...fact, claims: [change(fact.claims[0])] }));

  const shift = (by: number) => (claim: Fact['claims'][0]) => ({
    ...claim,
    start: claim.start + by,
    end: claim.end + by,
    runs: claim.runs.map((run) => ({ ...run, start: run.start + by, end: run.end + by })),
  });

  const cases: readonly {
    name: string;
    change: (claim: Fact['claims'][0]) => Fact['claims'][0];
  }[] = [
    { name: 'shifted by one', change: shift(1) },
    { name: 'of another place', change: shift(PASSAGE.length + 2) },
    {
      name: 'cut short by one',
      change: (claim) => ({
        ...claim,
        runs: claim.runs.map((run) => ({ ...run, end: run.end - 1 })),
      }),
    },
    {
      name: 'of other words',
      change: (claim) => ({ ...claim, exact: claim.exact.replace('noon', 'dawn') }),
    },
    {
      name: 'whose sentence is another',
      change: (claim) => ({ ...claim, context: shift(1)(claim) }),
    },
    {
      name: 'whose subject is another',
      change: (claim) => ({ ...claim, lead: shift(1)(claim) }),
    },
    {
      name: 'that points outside its own range',
      change: (claim) => ({ ...claim, end: claim.end - 1 }),
    },
  ];
  test.each(cases)('$name', async ({ change }) => {
    const messages = await verified((briefing) => cite(briefing, change));
    const mismatch = found(messages.find(({ ruleId }) => ruleId === 'citation-mismatch'));
    expect(mismatch.file).toBe('b.txt');
    expect(mismatch.line).toBeGreaterThan(0);
    expect(isFatal(mismatch)).toBe(true);
  });

  test('is shown with what stands there', async () => {
    const messages = await verified((briefing) => cite(briefing, shift(1)));
    const mismatch = found(messages.find(({ ruleId }) => ruleId === 'citation-mismatch'));
    expect(mismatch.actual).toContain(REPORTS['b.txt'].slice(1, PASSAGE.length + 1));
    expect(mismatch.expected?.join()).toContain(PASSAGE);
    expect([mismatch.line, mismatch.column]).toEqual([1, 2]);
  });
});

describe('a file that is not as it was read', () => {
  test('changed by a byte', async () => {
    const { briefing } = await made;
    const texts = { ...REPORTS, 'b.txt': REPORTS['b.txt'].replace('noon', 'moon') };
    const messages = await verify(briefing, FOLDER, onDisk(texts));
    expect(messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([
      ['report-changed', 'b.txt'],
    ]);
    expect(messages.every(isFatal)).toBe(true);
  });

  test('gone', async () => {
    const { briefing } = await made;
    const { 'b.txt': _, ...rest } = REPORTS;
    const messages = await verify(briefing, FOLDER, onDisk(rest));
    expect(messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([
      ['report-changed', 'b.txt'],
    ]);
    expect(messages[0]?.reason).toContain('ENOENT');
  });

  test('all of them, each with its message', async () => {
    const { briefing } = await made;
    const messages = await verify(briefing, FOLDER, memoryFiles());
    expect(messages.map(({ file }) => file)).toEqual(['a.md', 'b.txt']);
  });

  test('as it was: nothing is found', async () => {
    const { briefing } = await made;
    expect(await verify(briefing, FOLDER, onDisk(REPORTS))).toEqual([]);
  });
});

describe('a sentence in no fact', () => {
  test.each([
    ['b.txt', 'The ferry of Lisk sails at noon.', 'The ferry of Lisk'],
    ['b.txt', 'painted all of them', 'The captain'],
    ['a.md', 'The shop owners do not', 'The shop owners'],
    ['a.md', 'cracks & rust', 'The council'],
  ] as const)('of %s is told: %s', async (file, words, line) => {
    const messages = await verified((briefing) => ({
      ...briefing,
      facts: briefing.facts.filter(({ statement }) => !statement.text.includes(words)),
    }));
    const lost = found(messages.find(({ ruleId }) => ruleId === 'sentence-lost'));
    expect(lost.file).toBe(file);
    // The stretch begins where the one before it ends, on its line or just above.
    expect([lineOf(file, line) - 1, lineOf(file, line)]).toContain(lost.line);
    expect(isFatal(lost)).toBe(true);
  });

  test('is told however short', async () => {
    const { briefing, files } = await briefingOf({
      'a.txt': 'The bridge was closed on Monday. Rain fell. The ferry ran all the same.',
      'b.txt': 'Towers lean.',
    });
    const without = briefing.facts.filter(({ statement }) => statement.text !== 'Rain fell.');
    expect(without).toHaveLength(briefing.facts.length - 1);
    const messages = await verify({ ...briefing, facts: without }, FOLDER, files);
    expect(messages.map(({ ruleId, actual }) => [ruleId, actual])).toEqual([
      ['sentence-lost', 'words " Rain fell. " in no fact'],
    ]);
  });

  test('is told where the list of what was left out is gone', async () => {
    const { briefing, files } = await briefingOf({
      'a.txt': 'The bridge was closed.\n\nSubscribe to our newsletter.',
      'b.txt': 'Ferries sail at noon.',
    });
    const reports = briefing.reports.map((report) => ({ ...report, leftOut: [] }));
    const messages = await verify({ ...briefing, reports }, FOLDER, files);
    expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['sentence-lost', 3]]);
  });

  test('is told where a claim leaves it to one that is gone', async () => {
    const { briefing, files } = await briefingOf({
      'a.txt': 'Mayor Ruth Amsel, who has so far refused to resign, opened the ferry.',
      'b.txt': 'Mayor Ruth Amsel has so far refused to resign.',
    });
    const facts = briefing.facts.flatMap((fact) => {
      const [first, ...rest] = fact.claims.filter(({ lead }) => lead === null);
      return first ? [{ ...fact, claims: [first, ...rest] as const }] : [];
    });
    const messages = await verify({ ...briefing, facts }, FOLDER, files);
    expect(messages.map(({ ruleId }) => ruleId)).toContain('sentence-lost');
  });

  test('is no loss where it was left out with a reason', async () => {
    const { briefing, files } = await briefingOf({
      'a.txt': 'The bridge was closed.\n\nSubscribe to our newsletter.',
      'b.txt': 'Ferries sail at noon.',
    });
    expect(await verify(briefing, FOLDER, files)).toEqual([]);
  });
});

test('every fault of a briefing is told at once', async () => {
  const messages = await verified((briefing) =>
    reworded(reworded(briefing, '3 more', '4 more'), 'stone', 'wooden'),
  );
  expect(new Set(messages.map(({ file }) => file))).toEqual(new Set(['a.md', 'b.txt']));
});

// ---------------------------------------------------------------------------------------------
// Tampering

const onDisk = (texts: Texts) =>
  memoryFiles(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${FOLDER}/${name}`, text])),
  );

/** Change the one fact whose statement has certain words. */
function changed(briefing: Briefing, words: string, change: (fact: Fact) => Fact): Briefing {
  const [fact, ...more] = briefing.facts.filter(({ statement }) => statement.text.includes(words));
  if (!fact || more.length > 0)
    throw new Error(`Unexpected "${words}", expected words of one fact`);
  return {
    ...briefing,
    facts: briefing.facts.map((other) => (other === fact ? change(fact) : other)),
  };
}

/** Put other words into the statement of a fact, its pieces included. */
const reworded = (briefing: Briefing, words: string, instead: string) =>
  changed(briefing, words, (fact) => ({
    ...fact,
    statement: rewordedStatement(fact.statement, words, instead),
  }));

function rewordedStatement(statement: Statement, words: string, instead: string): Statement {
  const reword = (text: string) => text.replace(words, instead);
  const pieces = statement.pieces.map((piece) => ({ ...piece, text: reword(piece.text) }));
  return withPieces(statement, pieces);
}

/** Put a speaker before the words of the mayor. */
const spokenBy = (briefing: Briefing, name: string) =>
  changed(briefing, 'We will not open', (fact) => ({
    ...fact,
    statement: withPieces(fact.statement, [
      { kind: 'added', reason: 'speaker', text: `[${name}:] ` },
      ...fact.statement.pieces,
    ]),
  }));

/** Leave a stretch of the statement's one passage out, for a reason. */
function cut(
  statement: Statement,
  words: string,
  reason: Extract<Piece, { kind: 'omitted' }>['reason'],
): Statement {
  const pieces = statement.pieces.flatMap((piece): Piece[] => {
    const at = piece.text.indexOf(words);
    if (piece.kind !== 'passage' || at < 0) return [piece];
    const [from, to] = [piece.start + at, piece.start + at + words.length];
    return [
      { ...piece, text: piece.text.slice(0, at), end: from },
      { kind: 'omitted', text: words, reason, start: from, end: to },
      { ...piece, text: piece.text.slice(at + words.length), start: to },
    ];
  });
  return withPieces(statement, pieces);
}

function withPieces(statement: Statement, pieces: readonly Piece[]): Statement {
  const text = pieces.map((piece) => (piece.kind === 'omitted' ? '' : piece.text)).join('');
  if (text === statement.text) throw new Error('Unexpected same words, expected other ones');
  return { ...statement, text, pieces };
}
