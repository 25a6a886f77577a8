import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { isFatal } from '../../src/messages.ts';
import { read, undated } from '../../src/read/index.ts';
import { documentOf, NO_METADATA } from '../support.ts';

type Sources = Readonly<Record<string, string>>;

/** Read files as the pipeline does, with the text of a briefing.yaml. */
const readAll = (sources: Sources, config = '') =>
  read(
    Object.entries(sources).map(([name, content]) => documentOf(name, content)),
    parseConfig(config, 'briefing.yaml'),
    'reports',
  );

/** Texts of two dated reports that say different things. */
const ONE = 'Bridge shut\nMarch 12, 2031\n\nThe bridge of Harlow was closed on Tuesday.';
const TWO = '---\ndate: 2031-03-13\n---\n\n# No bridge\n\nHarlow has no bridge.';

const failures = (messages: ReturnType<typeof readAll>['messages']) =>
  messages.filter(isFatal).map(({ file: name, ruleId }) => [name, ruleId]);

describe('reports', () => {
  test('are what their files say', () => {
    const { reports, messages } = readAll({ '01-one.txt': ONE, '02-two.md': TWO });
    expect(messages).toEqual([]);
    expect(reports).toMatchObject([
      { id: '01', number: 1, file: '01-one.txt', length: ONE.length, leftOut: [] },
      { id: '02', number: 2, file: '02-two.md', length: TWO.length, leftOut: [] },
    ]);
    expect(reports[0]?.blocks.map(({ kind }) => kind)).toEqual([
      'headline',
      'dateline',
      'paragraph',
    ]);
    expect(reports[1]?.blocks.map(({ content }) => content.text)).toEqual([
      'No bridge',
      'Harlow has no bridge.',
    ]);
  });

  test('the ending of a name may be in capitals', () => {
    expect(readAll({ 'a.TXT': ONE, 'b.Markdown': TWO }).reports).toHaveLength(2);
  });
});

describe('a word that nobody can read', () => {
  const data = 'QUJD'.repeat(3000);

  test.each([
    ['in plain text', 'a.txt', `The bridge is shut.\n\nSee ${data}`, 3, 5],
    ['in Markdown', 'a.md', `# Bridge\n\nIt is *shut* ${data}`, 3, 14],
  ])('%s is shown with its place', (_, name, source, line, column) => {
    const { messages } = readAll({ [name]: source, 'z.md': TWO });
    expect(failures(messages)).toEqual([[name, 'not-text']]);
    expect(messages.find(isFatal)).toMatchObject({
      line,
      column,
      actual: 'word of 12000 letters',
      expected: ['a text, with words of at most 10000'],
    });
  });

  test.each([
    ['of ten thousand letters', 'a.txt', `See ${data.slice(0, 10_000)} now.`],
    ['in a picture', 'a.md', `Shut.\n\n![map](data:image/png;base64,${data})`],
    ['in code', 'a.md', `Shut.\n\n    ${data}`],
  ])('one %s is left alone', (_, name, source) => {
    expect(failures(readAll({ [name]: source, 'z.md': TWO }).messages)).toEqual([]);
  });
});

describe('a report’s id', () => {
  test.each([
    ['the leading word', ['01-courier.md', '02-wire.txt'], ['01', '02']],
    ['the leading word in any script', ['Äther.txt', 'мост-2.txt'], ['Äther', 'мост']],
    [
      'the name without ending, where words are alike',
      ['day-one.txt', 'day-two.md'],
      ['day-one', 'day-two'],
    ],
    ['the whole name, where those are alike', ['a.md', 'a.txt'], ['a.md', 'a.txt']],
    ['the name, where it begins with a mark', ['_x.txt', 'b.txt'], ['_x.txt', 'b']],
  ])('is %s', (_, names, ids) => {
    const texts = names.map((name, index) => [name, `Number ${index} came.`] as const);
    expect(readAll(Object.fromEntries(texts)).reports.map(({ id }) => id)).toEqual(ids);
  });

  test('is unique', () => {
    const names = ['a-1.txt', 'a-1.md', 'a.txt', 'a-2.txt', 'b.txt'];
    const texts = names.map((name, index) => [name, `Number ${index} came.`] as const);
    const ids = readAll(Object.fromEntries(texts)).reports.map(({ id }) => id);
    expect(new Set(ids).size).toBe(names.length);
  });
});

describe('the folder as a whole', () => {
  test.each<[string, Sources, string]>([
    ['no file', {}, 'no-reports'],
    ['one report', { 'a.txt': ONE }, 'one-report'],
  ])('%s is too few', (_, sources, rule) => {
    const { messages } = readAll(sources);
    expect(failures(messages)).toEqual([['reports', rule]]);
    expect(messages.at(-1)?.expected).toEqual([
      'at least 2 reports (.txt, .md, .markdown, .html, .htm, .xhtml, .docx, .eml, .pdf)',
    ]);
  });

  test('a report that could not be read is there all the same', () => {
    const config = parseConfig('reports: {b.txt: {outlet: B}}', 'briefing.yaml');
    expect(read([documentOf('a.txt', ONE)], config, 'reports', ['b.txt']).messages).toEqual([]);
  });

  test('the same bytes twice are one report', () => {
    const { messages } = readAll({ 'a.txt': ONE, 'b.md': TWO, 'c.txt': ONE, 'd.txt': ONE });
    expect(failures(messages)).toEqual([
      ['c.txt', 'duplicate-report'],
      ['d.txt', 'duplicate-report'],
    ]);
    expect(messages.map(({ actual }) => actual)).toEqual([
      'copy of a.txt, byte for byte',
      'copy of a.txt, byte for byte',
    ]);
  });

  test('a report that is listed, but not there, is shown in briefing.yaml', () => {
    const config = ['edition: 2', 'reports:', '  a.txt: {outlet: A}', '  x.txt: {outlet: X}'];
    const { reports, messages } = readAll({ 'a.txt': ONE, 'b.md': TWO }, config.join('\n'));
    expect(reports).toHaveLength(2);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      ruleId: 'config-report-missing',
      file: 'briefing.yaml',
      line: 4,
      column: 3,
      actual: 'report "x.txt" that is not in the folder',
    });
    expect(messages.every(isFatal)).toBe(true);
  });

  test.each([
    ['couriers.txt', 'did you mean "courier.txt"? Else put the file back'],
    ['Courier.md', 'did you mean "courier.txt"? Else put the file back'],
    // The ending alone makes no name alike, and a report that is listed is not meant.
    ['x.txt', ': put the file back'],
    ['wires.md', ': put the file back'],
  ])('the name that was meant by %s is said', (name, advice) => {
    const config = `reports: {wire.md: {outlet: A}, ${name}: {outlet: B}}`;
    const { messages } = readAll({ 'courier.txt': ONE, 'wire.md': TWO }, config);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['config-report-missing']);
    expect(messages[0]?.reason).toContain(advice);
  });

  test('a report that is listed and ignored is shown as both', () => {
    const config = 'ignore: [x.txt]\nreports: {x.txt: {outlet: X}}';
    const { messages } = readAll({ 'a.txt': ONE, 'b.md': TWO }, config);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      ruleId: 'config-report-missing',
      line: 2,
      column: 11,
      actual: 'report "x.txt" that is also under "ignore"',
    });
  });
});

describe('metadata', () => {
  const MATTER = [
    '---',
    'headline: From the matter',
    'outlet: Matter News',
    'author: Mat Field',
    'url: https://matter.example/a',
    'date: 2031-03-10',
    '---',
    '',
    '# Shown in the text',
    '',
    'The bridge is shut.',
  ].join('\n');

  const metadataOf = (source: string, name: string, config = '') =>
    readAll({ [name]: source, 'z.md': TWO }, config).reports[0]?.metadata;

  const stated = (value: unknown, because: string) => ({ value, basis: 'stated', because });

  test('the editor wins over front matter', () => {
    const config = [
      'reports:',
      '  a.md:',
      '    headline: From the editor',
      '    outlet: Editor News',
      '    authors: [Eda Berg, Ed Lane]',
      '    url: https://editor.example/a',
      '    published: 2031-03-09',
    ].join('\n');
    const editor = 'briefing.yaml';
    expect(metadataOf(MATTER, 'a.md', config)).toEqual({
      ...NO_METADATA,
      headline: stated('From the editor', editor),
      outlet: stated('Editor News', editor),
      authors: stated(['Eda Berg', 'Ed Lane'], editor),
      url: stated('https://editor.example/a', editor),
      published: stated('2031-03-09', editor),
    });
  });

  test('front matter wins over what the text shows', () => {
    const matter = 'front matter';
    expect(metadataOf(MATTER, 'a.md')).toEqual({
      ...NO_METADATA,
      headline: stated('From the matter', matter),
      outlet: stated('Matter News', matter),
      authors: stated(['Mat Field'], matter),
      url: stated('https://matter.example/a', matter),
      published: stated('2031-03-10', matter),
    });
  });

  test('what front matter says was worked out is, with its reason', () => {
    const source = MATTER.replace('---\n', '---\ninferred: { published: the address has it }\n');
    expect(metadataOf(source, 'a.md')).toMatchObject({
      published: { value: '2031-03-10', basis: 'inferred', because: 'the address has it' },
      outlet: stated('Matter News', 'front matter'),
    });
  });

  test('what the text shows fills in, field by field', () => {
    const source = MATTER.replace(/^headline:.*\n/mu, '');
    expect(metadataOf(source, 'a.md', 'reports: {a.md: {outlet: Editor News}}')).toMatchObject({
      headline: stated('Shown in the text', 'a heading above the text'),
      outlet: stated('Editor News', 'briefing.yaml'),
      published: stated('2031-03-10', 'front matter'),
    });
  });

  test('a date and a headline are read at the head of plain text', () => {
    const metadata = metadataOf(ONE, 'a.txt');
    expect(metadata?.published).toMatchObject({ value: '2031-03-12', basis: 'stated' });
    expect(metadata?.headline).toMatchObject({ value: 'Bridge shut', basis: 'inferred' });
  });

  test('what nobody says is unknown', () => {
    expect(metadataOf('The bridge is shut.', 'a.txt')).toEqual(NO_METADATA);
  });

  test('what the editor worked out is marked so, with the reason', () => {
    const config = [
      'reports:',
      '  a.txt:',
      '    outlet: Editor News',
      '    published: 2031-03-09',
      '    inferred:',
      '      published: the file’s own date',
    ].join('\n');
    expect(metadataOf('The bridge is shut.', 'a.txt', config)).toMatchObject({
      outlet: stated('Editor News', 'briefing.yaml'),
      published: { value: '2031-03-09', basis: 'inferred', because: 'the file’s own date' },
    });
  });

  test('a date in front matter that cannot be read is a warning, and no note beside it', () => {
    const source = MATTER.replace('2031-03-10', 'yesterday');
    const { reports, messages } = readAll({ 'a.md': source, 'z.md': TWO });
    expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
      ['date-unread', 6, 7],
    ]);
    expect(messages.some(isFatal)).toBe(false);
    expect(undated(reports, messages)).toEqual([]);
  });

  test('it is not spoken of where the editor gives the date', () => {
    const source = MATTER.replace('2031-03-10', 'yesterday');
    const config = 'reports: {a.md: {published: 2031-03-09}}';
    expect(readAll({ 'a.md': source, 'z.md': TWO }, config).messages).toEqual([]);
  });

  test('a report without a date is noted, and does not forbid publishing', () => {
    const { reports, messages } = readAll({ 'a.txt': 'The bridge is shut.', 'z.md': TWO });
    expect(messages).toEqual([]);
    const notes = undated(reports, messages);
    expect(notes).toMatchObject([{ ruleId: 'published-unknown', file: 'a.txt' }]);
    expect(notes.some(isFatal)).toBe(false);
  });
});
