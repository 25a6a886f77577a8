import { describe, expect, test } from 'vitest';
import { sourceSpan } from '../../src/mapped-text.ts';
import { readText } from '../../src/read/text.ts';

const read = (source: string) => readText(source);

/** Kind and words of each block. */
const blocks = (source: string) =>
  read(source).blocks.map(({ kind, content }) => `${kind}: ${content.text}`);

const paragraphs = (source: string) =>
  read(source)
    .blocks.filter(({ kind }) => kind === 'paragraph')
    .map(({ content }) => content.text);

describe('paragraphs', () => {
  test('are lines', () => {
    expect(paragraphs('The bridge was closed.\nThe ferry runs.\n\nNobody came.')).toEqual([
      'The bridge was closed.',
      'The ferry runs.',
      'Nobody came.',
    ]);
  });

  test.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
    ['next line', '\u{85}'],
    ['line separator', '\u{2028}'],
    ['paragraph separator', '\u{2029}'],
  ])('end with %s', (_, end) => {
    expect(paragraphs(['One came.', '', 'Two came.', 'Three came.', ''].join(end))).toEqual([
      'One came.',
      'Two came.',
      'Three came.',
    ]);
  });

  test('are lines wrapped at a width, with an empty line between them', () => {
    const wrapped = [
      'The bridge over the river Wend was closed on Monday after',
      'inspectors of the town had found cracks in two of its old',
      'pillars.',
    ];
    const next = ['The ferry will run every hour until the bridge can be used', 'again.'];
    const source = [...wrapped, '', ...next, '', 'Nobody came.'].join('\n');
    const { blocks: found } = read(source);
    expect(found.map(({ content }) => content.text)).toEqual([
      wrapped.join('\n'),
      next.join('\n'),
      'Nobody came.',
    ]);
  });

  test.each([
    ['a hyphen', '-'],
    ['a soft hyphen', '\u{ad}'],
  ])('are lines one of which ends within a word, at %s', (_, hyphen) => {
    const lines = [
      'The bridge over the river was closed by the',
      `govern${hyphen}`,
      'ment on Monday.',
    ];
    expect(paragraphs(`Nobody came.\n\n${lines.join('\n')}`)).toEqual([
      'Nobody came.',
      lines.join('\n'),
    ]);
  });

  test.each([
    ['short lines are not wrapped', ['Closed since Monday.', 'Open in May, perhaps.', 'No ferry.']],
    [
      'a line much shorter than the next was not broken to fit',
      ['The bridge is shut.', 'The ferry over the river Wend runs every hour until May.'],
    ],
    [
      'nobody wraps so late',
      [`The ${'old '.repeat(30)}bridge is shut.`, `The ${'new '.repeat(30)}ferry runs.`],
    ],
  ])('%s', (_, lines) => {
    expect(paragraphs(`Nobody came.\n\n${lines.join('\n')}`)).toEqual(['Nobody came.', ...lines]);
  });

  test('white space around them is no part of them, and empty lines make none', () => {
    expect(paragraphs('\n \n  The bridge is shut.  \n\t\n\n Nobody came.\t\n')).toEqual([
      'The bridge is shut.',
      'Nobody came.',
    ]);
  });

  test('point to their place in the file', () => {
    const source = 'Bridge shut\r\n\r\n  The bridge is shut.\r\nNobody came. \r\n';
    const found = read(source).blocks.map(({ content }) => {
      const { start, end } = sourceSpan(content, 0, content.text.length);
      return source.slice(start, end);
    });
    expect(found).toEqual(['Bridge shut', 'The bridge is shut.', 'Nobody came.']);
  });
});

describe('the head', () => {
  test('a line set apart and without a stop is the headline', () => {
    const { headline, published, frontMatter } = read('Bridge shut\n\nIt was closed on Monday.');
    expect(headline).toMatchObject({ value: 'Bridge shut', basis: 'inferred' });
    expect(headline?.because).toMatch(/\w/u);
    expect(published).toBeNull();
    expect(frontMatter).toBeNull();
  });

  test.each([
    [
      'below the headline',
      'Bridge shut\nMarch 12, 2031',
      ['headline: Bridge shut', 'dateline: March 12, 2031'],
    ],
    [
      'above the headline',
      '2031-03-12\nBridge shut',
      ['dateline: 2031-03-12', 'headline: Bridge shut'],
    ],
  ])('a date line %s gives the publication date', (_, head, expected) => {
    const source = `${head}\n\nThe ferry runs.`;
    expect(read(source).published).toMatchObject({ value: '2031-03-12', basis: 'stated' });
    expect(read(source).headline?.value).toBe('Bridge shut');
    expect(blocks(source)).toEqual([...expected, 'paragraph: The ferry runs.']);
  });

  test('of two dates the first is the publication’s', () => {
    const source = 'Bridge shut\nMarch 12, 2031\nUpdated March 14, 2031\n\nThe ferry runs.';
    expect(read(source).published?.value).toBe('2031-03-12');
    expect(blocks(source).slice(1, 3)).toEqual([
      'dateline: March 12, 2031',
      'dateline: Updated March 14, 2031',
    ]);
  });

  test.each([
    ['March 12, 2031'],
    ['12 March 2031'],
    ['2031-03-12'],
    ['Published: 12 March 2031'],
    ['HARLOW, March 12, 2031'],
  ])('a date line set apart below the headline is the date: %s', (line) => {
    const source = `Bridge shut\n\n${line}\n\nThe ferry runs.\n`;
    expect(read(source).published).toEqual({
      value: '2031-03-12',
      basis: 'stated',
      because: 'a line at the head',
    });
    expect(blocks(source)).toEqual([
      'headline: Bridge shut',
      `dateline: ${line}`,
      'paragraph: The ferry runs.',
    ]);
  });

  test.each([
    ['each alone', 'By Ann Field\n\nMarch 12, 2031'],
    ['together', 'By Ann Field\nMarch 12, 2031'],
    ['several names', 'BY ANN FIELD, T. Lane and Eva O’Berg\n\nMarch 12, 2031'],
  ])('byline and date may be set apart: %s', (_, lines) => {
    const source = `Bridge shut\n\n${lines}\n\nThe ferry runs.`;
    expect(read(source).published?.value).toBe('2031-03-12');
    expect(blocks(source)).toEqual([
      'headline: Bridge shut',
      `paragraph: ${lines.split('\n')[0]}`,
      'dateline: March 12, 2031',
      'paragraph: The ferry runs.',
    ]);
  });

  test.each([
    ['a date in a sentence', 'It was closed on March 12, 2031.\n\nNobody came.'],
    ['a date at the head of a paragraph', 'March 12, 2031\nThe bridge was closed.\n\nNobody came.'],
    ['a date behind a sentence', 'The bridge was closed.\n\nMarch 12, 2031\n\nNobody came.'],
    ['a date behind a line that is no byline', 'By the river\n\nMarch 12, 2031\n\nNobody came.'],
    ['a third line set apart', 'By Ann Field\n\nBy Tom Lane\n\nMarch 12, 2031\n\nNobody came.'],
    ['a date with nothing below', 'March 12, 2031'],
  ])('%s is text', (_, text) => {
    const source = `Bridge shut\n\n${text}`;
    expect(read(source).published).toBeNull();
    expect(blocks(source)).toEqual([
      'headline: Bridge shut',
      ...text.split(/\n+/u).map((line) => `paragraph: ${line}`),
    ]);
  });

  test('may end in a date, with the text in the next line', () => {
    const source = 'Bridge shut\nMonday, March 3, 2031 23:51\nThe bridge was shut.\n\nNobody came.';
    const { blocks: found, headline, published } = read(source);
    expect(headline?.value).toBe('Bridge shut');
    expect(published?.value).toBe('2031-03-03');
    expect(found.map(({ kind, content }) => `${kind}: ${content.text}`)).toEqual([
      'headline: Bridge shut',
      'dateline: Monday, March 3, 2031 23:51',
      'paragraph: The bridge was shut.',
      'paragraph: Nobody came.',
    ]);
  });

  test('sentences above a date are no head', () => {
    const source = 'The bridge was shut.\nMarch 3, 2031\nNobody came.';
    expect(read(source).headline).toBeNull();
  });

  test('what stands below the headline is no second one', () => {
    expect(blocks('Bridge shut\nFerry to run until May\n\nNobody came.')).toEqual([
      'headline: Bridge shut',
      'paragraph: Ferry to run until May',
      'paragraph: Nobody came.',
    ]);
  });

  test('place and day, up to a dash, are none of the headline’s', () => {
    expect(blocks('Bridge shut\nHarlow, Nov 11 -\n\nNobody came.')).toEqual([
      'headline: Bridge shut',
      'paragraph: Harlow, Nov 11 -',
      'paragraph: Nobody came.',
    ]);
  });

  test.each(['Is the bridge safe?', 'Shut!', '“Shut”, says mayor', 'Harlow: bridge shut'])(
    'a headline may be %j',
    (headline) => {
      expect(read(`${headline}\n\nNobody came.`).headline?.value).toBe(headline);
    },
  );
});

describe('no head', () => {
  test.each([
    ['a sentence', 'The bridge is shut.\n\nNobody came.'],
    ['a sentence that ends in speech', 'She said “it is shut.”\n\nNobody came.'],
    ['a line that leads on', 'The mayor said:\n\n“Nobody came.”'],
    ['a line not set apart', 'Bridge shut\nThe bridge was closed on Monday.\nNobody came.'],
    ['nothing below', 'Bridge shut\n'],
    ['a date alone', 'March 12, 2031\n\nNobody came.'],
    ['place and agency, up to a dash', 'HARLOW, Ill. (AP) --\n\nNobody came.'],
    ['marks alone', '* * *\n\nNobody came.'],
    ['many lines', 'One\nTwo\nThree\nFour\nFive\n\nNobody came.'],
    ['a very long line', `${'old '.repeat(60)}bridge\n\nNobody came.`],
    ['a sentence above a date', 'The bridge is shut.\nMarch 12, 2031\n\nNobody came.'],
  ])('%s', (_, source) => {
    const { headline, published, blocks: found } = read(source);
    expect(headline).toBeNull();
    expect(published).toBeNull();
    expect(found.every(({ kind }) => kind === 'paragraph')).toBe(true);
    const words = found.map(({ content }) => content.text).join('');
    expect(words.replace(/\s/gu, '')).toBe(source.replace(/\s/gu, ''));
  });
});
