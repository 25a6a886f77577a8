import { describe, expect, test } from 'vitest';
import { isFatal } from '../../src/messages.ts';
import { readFrontMatter } from '../../src/read/front-matter.ts';

const read = (...lines: readonly string[]) => readFrontMatter(lines.join('\n'), 'report.md');

describe('front matter', () => {
  test('states what it says of the report', () => {
    const { stated, messages } = read(
      'headline: "Bridge: shut"',
      'outlet: Harlow Courier',
      'author: Ann Field',
      'url: https://courier.example/bridge',
      'published: 2031-03-12',
    );
    expect(messages).toEqual([]);
    expect(stated).toEqual({
      headline: 'Bridge: shut',
      outlet: 'Harlow Courier',
      authors: ['Ann Field'],
      url: 'https://courier.example/bridge',
      published: '2031-03-12',
    });
  });

  test.each([
    ['title: Bridge shut', { headline: 'Bridge shut' }],
    ['publisher: Courier', { outlet: 'Courier' }],
    ['source: Courier', { outlet: 'Courier' }],
    ['site_name: Courier', { outlet: 'Courier' }],
    ['byline: Ann Field', { authors: ['Ann Field'] }],
    ['link: https://x.example/a', { url: 'https://x.example/a' }],
    ['canonical: https://x.example/a', { url: 'https://x.example/a' }],
    ['date: 2031-03-12', { published: '2031-03-12' }],
    ['datePublished: 2031-03-12', { published: '2031-03-12' }],
    ['created: 2031-03-12', { published: '2031-03-12' }],
    ['updated: 2031-03-13T10:00:00Z', { updated: '2031-03-13' }],
    ['modified: 2031-03-13', { updated: '2031-03-13' }],
    ['language: en-GB', { language: 'en-GB' }],
    ['lang: en_US', { language: 'en-US' }],
    ['language: English', { language: undefined }],
    ['section: World', { section: 'World' }],
    ['place: BRENNICK', { place: 'BRENNICK' }],
    ['agency: Wend Press', { agency: 'Wend Press' }],
  ])('is read under the names that other tools use: %s', (line, expected) => {
    expect(read(line).stated).toMatchObject(expected);
  });

  test.each([
    ['headline: A\ntitle: B', { headline: 'A' }],
    ['title: B\nheadline: A', { headline: 'A' }],
    ['source: B\noutlet: A', { outlet: 'A' }],
    ['created: 2031-03-10\ndate: 2031-03-11\npublished: 2031-03-12', { published: '2031-03-12' }],
    ['headline:\ntitle: B', { headline: 'B' }],
    ['headline: ""\ntitle: B', { headline: 'B' }],
    ['published: soon\ndate: 2031-03-12', { published: '2031-03-12' }],
  ])('the best name wins: %j', (source, expected) => {
    expect(readFrontMatter(source, 'report.md').stated).toMatchObject(expected);
  });

  test.each([
    ['author: Ann Field', ['Ann Field']],
    ['author: [Ann Field, Tom Lane]', ['Ann Field', 'Tom Lane']],
    ['authors: [Ann Field, Tom Lane]', ['Ann Field', 'Tom Lane']],
    ['authors:\n  - Ann Field\n  - " Tom Lane "', ['Ann Field', 'Tom Lane']],
    ['authors: Ann Field', ['Ann Field']],
    // A comma may belong to the one name.
    ['authors: Ann Field, Tom Lane', ['Ann Field, Tom Lane']],
    ['authors: [Ann Field, "", 7, {a: b}]', ['Ann Field']],
    ['authors: []\nauthor: Ann Field', ['Ann Field']],
  ])('authors are a list, or one name: %j', (source, authors) => {
    expect(read(source).stated.authors).toEqual(authors);
  });

  test.each(['2031-03-12T22:15:00Z', '2031-03-12 22:15', '"2031-03-12"'])(
    'of a moment the calendar date is taken: %s',
    (value) => {
      expect(read(`date: ${value}`).stated.published).toBe('2031-03-12');
    },
  );

  test('white space around a value is no part of it', () => {
    expect(read('outlet: "  Courier "').stated.outlet).toBe('Courier');
  });
});

describe('what means nothing here is left alone', () => {
  test.each([
    ['fields of other tools', 'tags: [bridge]\nlayout: post\ncssclass: wide'],
    ['an empty date', 'date:\npublished: ""'],
    ['an address of another kind', 'url: ftp://x.example/a'],
    ['words for an address', 'url: not known'],
    ['an empty headline', 'headline: ""'],
    ['a mapping for a headline', 'headline: {a: b}'],
    ['an empty list of authors', 'authors: []'],
    ['a list for the whole', '- a\n- b'],
    ['words for the whole', 'just words'],
    ['nothing at all', ''],
  ])('%s', (_, source) => {
    const { stated, messages, unreadDate } = readFrontMatter(source, 'report.md');
    expect(Object.values(stated).filter((value) => value !== undefined)).toEqual([]);
    expect(messages).toEqual([]);
    expect(unreadDate).toBeNull();
  });
});

describe('a date that cannot be read', () => {
  test.each([
    ['date: yesterday', 2, 7, '"yesterday" at date'],
    ['title: A\ndate: 2031-02-30', 3, 7, '"2031-02-30" at date'],
    ['title: A\n\npublished: March 12, 2031', 4, 12, '"March 12, 2031" at published'],
    ['created: 2031', 2, 10, '2031 at created'],
    ['created: soon\ndate: late', 3, 7, '"late" at date'],
  ])('%j is a warning with its place', (source, line, column, found) => {
    const { stated, messages, unreadDate } = readFrontMatter(source, 'report.md');
    expect(stated.published).toBeUndefined();
    expect(messages).toEqual([]);
    expect(unreadDate).toMatchObject({
      ruleId: 'date-unread',
      fatal: false,
      file: 'report.md',
      line,
      column,
      actual: found,
      expected: ['a date such as 2024-05-31'],
    });
  });

  test('is not spoken of where another is read', () => {
    expect(read('published: soon', 'date: 2031-03-12').unreadDate).toBeNull();
  });
});

describe('front matter that is not YAML', () => {
  test.each([
    ['title: Bridge: shut', 2, 8],
    ['outlet: Courier\ntitle: A\ntitle: B', 4, 1],
    ['outlet: Courier\n\ttitle: A', 3, 1],
    ['outlet: Courier\ntitle: *name', 3, 8],
    ['tags: &tags [a, *tags]', 2, 17],
  ])('%j: the place counts from the head of the file', (source, line, column) => {
    const { stated, messages } = readFrontMatter(source, 'report.md');
    expect(stated).toEqual({});
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ ruleId: 'front-matter', file: 'report.md', line, column });
    expect(messages.every(isFatal)).toBe(true);
  });
});

test('a few lines that stand for millions are refused', () => {
  const { stated, messages } = read(
    'a: &a [x, x, x, x, x, x, x, x, x]',
    'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
    'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]',
    'title: [*c]',
  );
  expect(stated).toEqual({});
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({
    ruleId: 'front-matter',
    line: 5,
    column: 9,
    actual: 'front matter that is not YAML (aliases that stand for too much: more than 100 uses)',
  });
});

test.each([
  ['inferred: { published: why }', { published: 'why' }],
  ['inferred: { date: why, title: a line }', { published: 'why', headline: 'a line' }],
  ['inferred: { date: }', {}],
  ['inferred: yes', {}],
  ['inferred: { nonsense: why }', {}],
])('reasons are given under any name of the field: %j', (line, inferred) => {
  expect(read('date: 2031-03-12', 'title: Bridge shut', line).inferred).toEqual(inferred);
});
