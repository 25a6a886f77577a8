import { describe, expect, test } from 'vitest';
import { configJsonSchema, parseConfig } from '../../src/config/index.ts';
import { isFatal } from '../../src/messages.ts';
import { DEFAULT_RETENTION } from '../../src/retention.ts';

const DEFAULTS = {
  language: 'en',
  editions: DEFAULT_RETENTION,
  reports: {},
  ignore: [],
  decisions: [],
  citations: { style: 'chicago-notes' },
  publish: 'internal',
  locale: 'en',
  units: 'as-reported',
  spelling: {},
  paper: 'a4',
};

const parse = (...lines: readonly string[]) => parseConfig(lines.join('\n'), 'briefing.yaml');

/** What the messages say, in order of their places. */
const faults = (...lines: readonly string[]) =>
  parse(...lines)
    .messages.map(({ ruleId, line, column, actual, expected }) => ({
      rule: ruleId,
      at: `${line}:${column}`,
      found: actual,
      expected: expected?.[0],
    }))
    .sort((a, b) => a.at.localeCompare(b.at));

describe('what an editor may say', () => {
  test.each([
    ['an empty file', ''],
    ['comments alone', '# nothing decided yet\n'],
  ])('%s gives the defaults', (_, source) => {
    const { config, messages, places } = parseConfig(source, 'briefing.yaml');
    expect(config).toEqual(DEFAULTS);
    expect(messages).toEqual([]);
    expect(places.size).toBe(0);
  });

  test('every field is read', () => {
    const { config, messages } = parse(
      'title: The bridge of Harlow',
      'language: en-GB',
      'edition: 3',
      'editions: { last: 5, weekly: 8 }',
      'grading: admiralty',
      'citations: { style: house.csl, locale: en-US }',
      'publish: public',
      'locale: en-US',
      'units: metric',
      'spelling: { Harlowe: Harlow }',
      'ignore: [notes.txt]',
      'reports:',
      '  01-courier.md:',
      '    outlet: " Harlow Courier "',
      '    headline: Bridge shut',
      '    authors: [Ann Field, Tom Lane]',
      '    url: https://courier.example/bridge',
      '    published: 2031-03-12',
      '    reliability: B',
      '    inferred:',
      '      published: it stands in the name of the folder',
    );
    expect(messages).toEqual([]);
    expect(config).toEqual({
      locale: 'en-US',
      paper: 'a4',
      units: 'metric',
      spelling: { Harlowe: 'Harlow' },
      decisions: [],
      title: 'The bridge of Harlow',
      language: 'en-GB',
      edition: 3,
      editions: { ...DEFAULT_RETENTION, last: 5, weekly: 8 },
      grading: 'admiralty',
      citations: { style: 'house.csl', locale: 'en-US' },
      publish: 'public',
      ignore: ['notes.txt'],
      reports: {
        '01-courier.md': {
          outlet: 'Harlow Courier',
          headline: 'Bridge shut',
          authors: ['Ann Field', 'Tom Lane'],
          url: 'https://courier.example/bridge',
          published: '2031-03-12',
          reliability: 'B',
          inferred: { published: 'it stands in the name of the folder' },
        },
      },
    });
  });

  test('what is not said has its default', () => {
    expect(parse('title: A').config).toEqual({ ...DEFAULTS, title: 'A' });
  });

  test('an anchor may be used again', () => {
    const { config } = parse('reports:', '  a.txt: &same {outlet: Courier}', '  b.txt: *same');
    expect(config.reports).toEqual({
      'a.txt': { outlet: 'Courier' },
      'b.txt': { outlet: 'Courier' },
    });
  });

  test('the place of each report’s name is kept for later messages', () => {
    const { places, file } = parse(
      'reports:',
      '  a.txt:',
      '    outlet: Courier',
      '  "b.md": {outlet: X}',
      '  7.txt: {}',
    );
    expect(file).toBe('briefing.yaml');
    expect(Array.from(places, ([name, { line, column }]) => [name, line, column])).toEqual([
      ['a.txt', 2, 3],
      ['b.md', 4, 3],
      ['7.txt', 5, 3],
    ]);
  });
});

describe('parts and looks', () => {
  const PARTS =
    'a part: bottom-line, what-is-new, key-facts, divergences, speakers, timeline, single-report, gaps, coverage, reliance, sources or method';

  test('are read', () => {
    const { config, messages } = parse(
      'sections: [bottom-line, {part: timeline, heading: Days}, {template: my-own.hbs, heading: Own}]',
      'templates: design/house',
      'theme: looks/claret.css',
      'paper: letter',
    );
    expect(messages).toEqual([]);
    expect(config).toEqual({
      ...DEFAULTS,
      sections: [
        { part: 'bottom-line' },
        { part: 'timeline', heading: 'Days' },
        { template: 'my-own.hbs', heading: 'Own' },
      ],
      templates: 'design/house',
      theme: 'looks/claret.css',
      paper: 'letter',
    });
  });

  test.each([
    ['sections: [timline]', '1:12', '"timline" at sections → 0 → part', PARTS],
    ['sections:\n  - part: timline', '2:11', '"timline" at sections → 0 → part', PARTS],
    [
      'sections:\n  - timeline\n  - timeline',
      '3:5',
      '"timeline" at sections → 1',
      'each part once',
    ],
    [
      'sections:\n  - {template: a.hbs, heading: A}\n  - {template: a.hbs, heading: B}',
      '3:5',
      '{"template":"a.hbs","heading":"B"} at sections → 1',
      'each part once',
    ],
    ['sections: []', '1:11', '[] at sections', 'one part or more'],
    ['sections: timeline', '1:11', '"timeline" at sections', 'a list of parts'],
    [
      'sections: [7]',
      '1:12',
      '7 at sections → 0',
      `${PARTS}; or a mapping with "part" or "template"`,
    ],
    [
      'sections: [{heading: A}]',
      '1:12',
      '{"heading":"A"} at sections → 0',
      'either "part" or "template"',
    ],
    [
      'sections: [{template: a.hbs}]',
      '1:12',
      '{"template":"a.hbs"} at sections → 0',
      '"heading" beside "template"',
    ],
    [
      'sections: [{template: ../a.hbs, heading: A}]',
      '1:23',
      '"../a.hbs" at sections → 0 → template',
      'the name of a template beside briefing.yaml, such as background.hbs',
    ],
    [
      'sections: [{part: gaps, heading: ""}]',
      '1:34',
      '"" at sections → 0 → heading',
      'text that is not empty',
    ],
    ...['../house', '/etc/house', 'a/../b', '.hidden', 'c:/x', 'a\\\\b', 'a//b'].map((name) => [
      `templates: "${name}"`,
      '1:12',
      `"${name}" at templates`,
      'the name of a folder beside briefing.yaml, such as templates; others are named with --templates',
    ]),
    [
      'theme: ../claret.css',
      '1:8',
      '"../claret.css" at theme',
      'the name of a theme, or of a file beside briefing.yaml that ends with .css',
    ],
    ['paper: A5', '1:8', '"A5" at paper', 'a4 or letter'],
  ])('are refused where they are wrong: %s', (source, at, found, expected) => {
    expect(faults(source as string)).toEqual([{ rule: 'config-value', at, found, expected }]);
  });

  test('a name that was probably meant is said', () => {
    const [message] = parse('sections: [timline]').messages;
    expect(message?.reason).toContain('did you mean "timeline"?');
  });

  test('the schema takes names and mappings', () => {
    const schema = configJsonSchema() as {
      properties: { sections: { items: { anyOf: readonly unknown[] } } };
    };
    expect(schema.properties.sections.items.anyOf).toMatchObject([
      { enum: expect.arrayContaining(['timeline']) },
      { type: 'object', properties: { heading: {} } },
    ]);
  });
});

describe('a value that is not allowed', () => {
  const mapping = 'a mapping of fields to values';
  const date = 'a date such as 2024-05-31';
  const tag = 'a BCP 47 language tag such as en';
  const address = 'an address that begins with http:// or https://';

  test.each([
    ['just words', '1:1', '"just words" at the top', mapping],
    ['- a\n- b', '1:1', '["a","b"] at the top', mapping],
    ['locale: fr', '1:9', '"fr" at locale', 'en, en-GB or en-US'],
    ['units: si', '1:8', '"si" at units', 'as-reported, metric or imperial'],
    ['spelling: { Kiev: “x” }', '1:19', '"“x”" at spelling → Kiev', 'a name'],
    [
      'spelling: { Kiev: Kyiv, Kyiv: Kijiw }',
      '1:19',
      '"Kyiv" at spelling → Kiev',
      'the form that is printed: "Kyiv" is itself printed as "Kijiw"',
    ],
    ['title: 12', '1:8', '12 at title', 'text'],
    ['title:', '1:7', 'empty value at title', 'text'],
    ['reports: []', '1:10', '[] at reports', 'a mapping of file names to what is known of them'],
    [
      'reports:\n  a.txt:\n    inferred: [published]',
      '3:15',
      '["published"] at reports → a.txt → inferred',
      'a mapping of fields to reasons',
    ],
    [
      'reports:\n  a.txt: &a {outlet: 5}\n  b.txt: {}',
      '2:22',
      '5 at reports → a.txt → outlet',
      'text',
    ],
    ['title: ""', '1:8', '"" at title', 'text that is not empty'],
    ['title: "  "', '1:8', '"  " at title', 'text that is not empty'],
    ['language: English', '1:11', '"English" at language', tag],
    ['language: 5', '1:11', '5 at language', tag],
    ['edition: two', '1:10', '"two" at edition', 'a whole number'],
    ['edition: 1.5', '1:10', '1.5 at edition', 'a whole number'],
    ['edition: 0', '1:10', '0 at edition', 'a whole number from 1 on'],
    ['grading: yes', '1:10', '"yes" at grading', 'admiralty, or nothing'],
    ['publish: yes', '1:10', '"yes" at publish', 'internal or public'],
    ['citations: apa', '1:12', '"apa" at citations', mapping],
    ['citations:\n  locale: de-DE', '2:11', '"de-DE" at citations → locale', 'en-GB or en-US'],
    ...['chicago', '../house.csl', 'styles\\house.csl'].map((name) => [
      `citations:\n  style: ${name}`,
      '2:10',
      `${JSON.stringify(name)} at citations → style`,
      'one of chicago-notes, chicago-author-date, apa, mla, harvard, oscola, or a .csl file beside briefing.yaml',
    ]),
    [
      'reports:\n  a.txt:\n    reliability: b',
      '3:18',
      '"b" at reports → a.txt → reliability',
      'a letter from A (reliable) to F (cannot be judged)',
    ],
    ['title: A\nignore: notes.txt', '2:9', '"notes.txt" at ignore', 'a list of file names'],
    ['ignore:\n  - a.txt\n  - 5', '3:5', '5 at ignore → 1', 'text'],
    ['reports:\n  a.txt: yes', '2:10', '"yes" at reports → a.txt', mapping],
    ['reports:\n  a.txt:\n    outlet: 5', '3:13', '5 at reports → a.txt → outlet', 'text'],
    [
      'reports:\n  a.txt:\n    authors: Ann Field',
      '3:14',
      '"Ann Field" at reports → a.txt → authors',
      'a list of names',
    ],
    [
      'reports:\n  a.txt:\n    published: 12 March',
      '3:16',
      '"12 March" at reports → a.txt → published',
      date,
    ],
    [
      'reports:\n  a.txt:\n    published: 2031-02-30',
      '3:16',
      '"2031-02-30" at reports → a.txt → published',
      date,
    ],
    [
      'reports:\n  a.txt:\n    url: ftp://x.example',
      '3:10',
      '"ftp://x.example" at reports → a.txt → url',
      address,
    ],
    [
      'reports:\n  a.txt:\n    inferred:\n      outlet: ""',
      '4:15',
      '"" at reports → a.txt → inferred → outlet',
      'text that is not empty',
    ],
  ])('%j', (source, at, found, expected) => {
    expect(faults(source)).toEqual([{ rule: 'config-value', at, found, expected }]);
  });

  test('lines end with CR LF too', () => {
    expect(faults('edition: 1\r\ntitle: 5\r\n')).toMatchObject([{ at: '2:8' }]);
  });

  test('a long value is cut', () => {
    const [fault] = faults(`edition: ${'x'.repeat(500)}`);
    expect(fault?.found).toMatch(/^"x{40,}… at edition$/u);
    expect(fault?.found?.length).toBeLessThan(80);
  });
});

describe('decisions', () => {
  const decisions = (...lines: readonly string[]) => parse('decisions:', ...lines);

  test('are read, each with the places of what it names', () => {
    const { messages, decisions: list } = decisions(
      '  - merge: [f-0123456789ab, "01: the bridge was shut"]',
      '    because: the same',
      '  - split: {02-post.txt: the bridge was shut}',
      '    apart:',
      '      - closed the tunnel',
      '  - reword: it was shut',
      '    from: {03-wire.md: was closed}',
      '  - reword: it was shut',
      '    words: It was closed.',
      '  - pin: it was shut',
      '    order: 2',
      '  - suppress: it was shut',
    );
    expect(messages).toEqual([]);
    const rest = { passages: [], words: null, order: null, because: null };
    const named = (text: string, line: number, column: number, report: string | null = null) => ({
      report,
      text,
      place: { line, column },
    });
    expect(list).toEqual([
      {
        ...rest,
        kind: 'merge',
        facts: [named('f-0123456789ab', 2, 13), named('01: the bridge was shut', 2, 29)],
        because: 'the same',
        place: { line: 2, column: 5 },
      },
      {
        ...rest,
        kind: 'split',
        facts: [named('the bridge was shut', 4, 12, '02-post.txt')],
        passages: [named('closed the tunnel', 6, 9)],
        place: { line: 4, column: 5 },
      },
      {
        ...rest,
        kind: 'reword',
        facts: [named('it was shut', 7, 13)],
        passages: [named('was closed', 8, 11, '03-wire.md')],
        place: { line: 7, column: 5 },
      },
      {
        ...rest,
        kind: 'reword',
        facts: [named('it was shut', 9, 13)],
        words: 'It was closed.',
        place: { line: 9, column: 5 },
      },
      {
        ...rest,
        kind: 'pin',
        facts: [named('it was shut', 11, 10)],
        order: 2,
        place: { line: 11, column: 5 },
      },
      {
        ...rest,
        kind: 'suppress',
        facts: [named('it was shut', 13, 15)],
        place: { line: 13, column: 5 },
      },
    ]);
  });

  const reference =
    'a fact (f-0123456789ab), words of a report, or a report with its words (01-courier.md: words)';

  test.each([
    ['pin: a', '1:12', '{"pin":"a"} at decisions', 'a list of decisions'],
    [
      '- because: a',
      '2:3',
      '{"because":"a"} at decisions → 0',
      'one of merge, split, reword, pin or suppress',
    ],
    [
      '- {pin: a, suppress: b}',
      '2:3',
      '{"pin":"a","suppress":"b"} at decisions → 0',
      'one of merge, split, reword, pin or suppress',
    ],
    ['- merge: [a]', '2:10', '["a"] at decisions → 0 → merge', 'two facts or more'],
    ['- merge: a', '2:10', '"a" at decisions → 0 → merge', 'a list of facts'],
    [
      '- split: a',
      '2:3',
      '{"split":"a"} at decisions → 0',
      '"apart" with the passages that leave the fact',
    ],
    ['- {split: a, apart: []}', '2:21', '[] at decisions → 0 → apart', 'one passage or more'],
    ['- reword: a', '2:3', '{"reword":"a"} at decisions → 0', 'either "words" or "from"'],
    [
      '- {reword: a, words: b, from: c}',
      '2:3',
      '{"reword":"a","words":"b","from":"c"} at decisions → 0',
      'either "words" or "from"',
    ],
    ['- {pin: a, order: 0}', '2:19', '0 at decisions → 0 → order', 'a whole number from 1 on'],
    [
      '- {suppress: a, words: b}',
      '2:24',
      '"b" at decisions → 0 → words',
      'nothing here: "words" does not go with "suppress"',
    ],
    ['- pin: 5', '2:8', '5 at decisions → 0 → pin', reference],
    ['- pin: {a: b, c: d}', '2:8', '{"a":"b","c":"d"} at decisions → 0 → pin', reference],
    ['- {pin: a, because: ""}', '2:21', '"" at decisions → 0 → because', 'text that is not empty'],
  ])('%j is not allowed', (source, at, found, expected) => {
    const lines = source.startsWith('-') ? `decisions:\n${source}` : `decisions: {${source}}`;
    expect(faults(lines)).toEqual([{ rule: 'config-value', at, found, expected }]);
  });

  test('with a field that is not known are told which was meant', () => {
    expect(decisions('- pin: a', '  becuase: b').messages.map(({ reason }) => reason)).toEqual([
      expect.stringContaining(
        'field "becuase" at decisions → 0, expected a field that is documented: did you mean "because"?',
      ),
    ]);
  });

  test('that are at fault are none', () => {
    expect(decisions('- pin: a', '- pin: 5').decisions).toEqual([]);
  });
});

describe('a field that is not known', () => {
  test.each([
    ['titel: A', '1:1', 'field "titel" at the top'],
    ['title: A\nversion: 2', '2:1', 'field "version" at the top'],
    ['reports:\n  a.txt:\n    color: red', '3:5', 'field "color" at reports → a.txt'],
    ['reports: {a.txt: {outlet: A, color: red}}', '1:30', 'field "color" at reports → a.txt'],
    [
      'reports:\n  a.txt:\n    inferred:\n      mood: grim',
      '4:7',
      'field "mood" at reports → a.txt → inferred',
    ],
    ['__proto__: 1', '1:1', 'field "__proto__" at the top'],
  ])('%j is shown by its name', (source, at, found) => {
    expect(faults(source)).toEqual([
      { rule: 'config-value', at, found, expected: 'a field that is documented' },
    ]);
  });

  test.each([
    ['titel: A', 'title'],
    ['lang: en', 'language'],
    ['reports: {a.txt: {outlte: A}}', 'outlet'],
    ['reports: {a.txt: {author: [A]}}', 'authors'],
    ['reports: {a.txt: {inferred: {Publishd: A}}}', 'published'],
  ])('%j: the field that was meant is said', (source, meant) => {
    expect(parse(source).messages.map(({ reason }) => reason)).toEqual([
      expect.stringContaining(
        `expected a field that is documented: did you mean "${meant}"? Else see "What it reads"`,
      ),
    ]);
  });

  test('where none is near, none is said', () => {
    expect(parse('version: 2').messages[0]?.reason).toBe(
      'Unexpected field "version" at the top, expected a field that is documented: see "What it reads" in the README, or run: synoptic schema config',
    );
  });

  test('each has its own message', () => {
    expect(
      faults('titel: A', 'edition: 2', 'autor: B').map(({ at, found }) => [at, found]),
    ).toEqual([
      ['1:1', 'field "titel" at the top'],
      ['3:1', 'field "autor" at the top'],
    ]);
  });

  test('one that stands in an alias is shown where it is written', () => {
    const found = faults('reports:', '  a.txt: &same {color: red}', '  b.txt: *same');
    expect(found.map(({ at, found: what }) => [at, what])).toEqual([
      ['2:17', 'field "color" at reports → a.txt'],
      ['2:17', 'field "color" at reports → b.txt'],
    ]);
  });
});

describe('text that is not YAML', () => {
  test.each([
    ['title: Bridge: shut', '1:8'],
    ['title: A\ntitle: B', '2:1'],
    ['title: A\n\tedition: 1', '2:1'],
    ['title: A\n---\ntitle: B', '2:1'],
    ['title: !!secret A', '1:8'],
    ['title: *name', '1:8'],
    ['edition: 2\nignore: [*name, a.txt]', '2:10'],
    ['ignore: &list [a.txt, *list]', '1:23'],
  ])('%j', (source, at) => {
    expect(faults(source)).toEqual([
      {
        rule: 'config-syntax',
        at,
        found: expect.stringMatching(/^YAML \([a-z]/u),
        expected: 'one mapping of fields to values',
      },
    ]);
  });
});

test('a few lines that stand for millions are refused', () => {
  const nine = (item: string) => `[${Array(9).fill(item).join(', ')}]`;
  expect(
    faults(`a: &a ${nine('x')}`, `b: &b ${nine('*a')}`, `c: &c ${nine('*b')}`, 'title: [*c]'),
  ).toEqual([
    {
      rule: 'config-syntax',
      at: '4:9',
      found: 'YAML (aliases that stand for too much: more than 100 uses)',
      expected: 'one mapping of fields to values',
    },
  ]);
});

test('brackets in brackets, thousands deep, are one fault', () => {
  expect(faults(`title: ${'['.repeat(50_000)}`)).toEqual([
    {
      rule: 'config-syntax',
      at: expect.stringMatching(/^1:\d+$/u),
      found: 'YAML (nested too deeply)',
      expected: 'one mapping of fields to values',
    },
  ]);
});

describe('faults', () => {
  test('one run shows them all', () => {
    const found = faults('title: 1', 'edition: 0', 'language: 5', 'ignore: x');
    expect(found.map(({ at }) => at)).toEqual(['1:8', '2:10', '3:11', '4:9']);
  });

  test.each(['edition: 0\ntitle: A', 'title: A: B'])('%j leaves the defaults', (source) => {
    const { config, places } = parse(source);
    expect(config).toEqual(DEFAULTS);
    expect(places.size).toBe(0);
  });

  test.each([
    ['edition: 0\nignore: [a.txt]', ['a.txt']],
    ['titel: A\nignore: [a.txt]', ['a.txt']],
    ['edition: 0\nignore: [5]', []],
    ['- a.txt', []],
  ])('%j leaves what is to be ignored, where that can be read', (source, ignore) => {
    expect(parse(source).config).toEqual({ ...DEFAULTS, ignore });
  });

  test('name the file, say what to do, and forbid publishing', () => {
    for (const message of [...parse('edition: 0').messages, ...parse('title: A: B').messages]) {
      expect(message.file).toBe('briefing.yaml');
      expect(message.reason).toMatch(/^Unexpected .+, expected .+: .+$/u);
      expect(isFatal(message)).toBe(true);
    }
  });
});

test('the JSON Schema describes every field', () => {
  expect(configJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    properties: {
      title: { type: 'string', description: expect.any(String) },
      language: { default: 'en', description: expect.any(String) },
      edition: { type: 'integer', minimum: 1 },
      ignore: { type: 'array', default: [] },
      decisions: {
        default: [],
        items: {
          additionalProperties: false,
          description: expect.any(String),
          oneOf: ['merge', 'split', 'reword', 'pin', 'suppress'].map((kind) => ({
            required: [kind],
          })),
          properties: {
            merge: { type: 'array', minItems: 2, description: expect.any(String) },
            apart: { type: 'array', minItems: 1, description: expect.any(String) },
            order: { type: 'integer', minimum: 1, description: expect.any(String) },
            because: { description: expect.any(String) },
          },
        },
      },
      reports: {
        default: {},
        additionalProperties: {
          additionalProperties: false,
          properties: {
            outlet: { description: expect.any(String) },
            headline: { description: expect.any(String) },
            authors: { type: 'array', description: expect.any(String) },
            url: { description: expect.any(String) },
            published: { format: 'date', description: expect.any(String) },
            inferred: { description: expect.any(String) },
          },
        },
      },
    },
  });
});
