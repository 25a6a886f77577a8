import { describe, expect, test } from 'vitest';
import { sourceSpan } from '../../src/mapped-text.ts';
import { readMarkdown } from '../../src/read/markdown.ts';

/** Kind and words of each block. */
const blocks = (source: string) =>
  readMarkdown(source).blocks.map(({ kind, content }) => [kind, content.text]);

const words = (source: string) => readMarkdown(source).blocks.map(({ content }) => content.text);

/** What stands in the file for some words of a report. */
function inFile(source: string, sought: string): string {
  for (const { content } of readMarkdown(source).blocks) {
    const from = content.text.indexOf(sought);
    if (from < 0) continue;
    const { start, end } = sourceSpan(content, from, from + sought.length);
    return source.slice(start, end);
  }
  throw new Error(`Unexpected text without "${sought}", expected it in a block`);
}

describe('front matter', () => {
  test('is handed on as text, and is no part of the report', () => {
    const source = '---\ntitle: Bridge\ndate: 2031-03-12\n---\n\nThe bridge is shut.\n';
    expect(readMarkdown(source).frontMatter).toBe('title: Bridge\ndate: 2031-03-12');
    expect(blocks(source)).toEqual([['paragraph', 'The bridge is shut.']]);
    expect(inFile(source, 'bridge is')).toBe('bridge is');
  });

  test.each([
    ['no fences', 'title: Bridge\n\nText.'],
    ['a fence that is not closed', '---\ntitle: Bridge\n\nText.'],
    ['fences below text', 'Text.\n\n---\ntitle: Bridge\n---\n'],
  ])('%s: none', (_, source) => {
    expect(readMarkdown(source).frontMatter).toBeNull();
  });
});

describe('headings', () => {
  test.each([
    ['a line with a mark', '# Bridge shut\n\nText.'],
    ['a line underlined', 'Bridge shut\n===\n\nText.'],
    ['the only rank there is', '### Bridge shut\n\nText.'],
    ['with marks of emphasis', '# Bridge *shut* #\n\nText.'],
    ['behind an empty one', '#\n\n# Bridge shut\n\nText.'],
  ])('the first is the headline: %s', (_, source) => {
    const { headline } = readMarkdown(source);
    expect(headline).toMatchObject({ value: 'Bridge shut', basis: 'stated' });
    expect(blocks(source)).toEqual([
      ['headline', 'Bridge shut'],
      ['paragraph', 'Text.'],
    ]);
  });

  test.each([
    ['the highest, whatever stands above it', '## Harlow\n\n# Bridge shut\n\nText.'],
    ['the highest there is', '### Harlow\n\n## Bridge shut\n\nText.\n\n# More reports'],
    ['the first of the highest', '## Bridge shut\n\n## Ferry runs\n\nText.'],
    ['below mark-up', '<div>Ad</div>\n\n# Bridge shut\n\nText.'],
    ['without a text below', '# Bridge shut'],
  ])('of those above the text it is the headline: %s', (_, source) => {
    const { headline, blocks: read } = readMarkdown(source);
    expect(headline).toEqual({
      value: 'Bridge shut',
      basis: 'stated',
      because: 'a heading above the text',
    });
    const headlines = read.filter(({ kind }) => kind === 'headline');
    expect(headlines.map(({ content }) => content.text)).toEqual(['Bridge shut']);
  });

  test('one above the headline is a heading', () => {
    expect(blocks('## Harlow\n\n# Bridge shut\n\nText.')).toEqual([
      ['heading', 'Harlow'],
      ['headline', 'Bridge shut'],
      ['paragraph', 'Text.'],
    ]);
  });

  test('those below are headings', () => {
    expect(blocks('# Bridge shut\n\nOne.\n\n## Cracks\n\nTwo.\n\n# More')).toEqual([
      ['headline', 'Bridge shut'],
      ['paragraph', 'One.'],
      ['heading', 'Cracks'],
      ['paragraph', 'Two.'],
      ['heading', 'More'],
    ]);
  });

  test.each([
    'One.\n\n# Bridge shut\n\nTwo.',
    '- One.\n\n# Bridge shut\n\nTwo.',
    '> One.\n\n# Bridge shut\n\nTwo.',
  ])('one behind a paragraph is no headline: %j', (source) => {
    expect(readMarkdown(source).headline).toBeNull();
    expect(blocks(source)[1]).toEqual(['heading', 'Bridge shut']);
  });

  test('Markdown has no line for the date', () => {
    expect(readMarkdown('# Bridge shut\n\nMarch 12, 2031\n\nText.').published).toBeNull();
  });
});

describe('blocks', () => {
  test('each item of a list is one', () => {
    const source = '- One is\n  long.\n- Two:\n  1. three\n  2. four\n\n* [x] five\n';
    expect(words(source)).toEqual(['One is long.', 'Two:', 'three', 'four', 'five']);
    expect(inFile(source, 'is long')).toBe('is\n  long');
    expect(inFile(source, 'four')).toBe('four');
  });

  test('each cell of a table is one', () => {
    const source = '| Bridge | Cracks |\n| --- | ---: |\n| Old **one** | 12 |\n';
    expect(blocks(source)).toEqual([
      ['paragraph', 'Bridge'],
      ['paragraph', 'Cracks'],
      ['paragraph', 'Old one'],
      ['paragraph', '12'],
    ]);
    expect(inFile(source, '12')).toBe('12');
  });

  test('code and mark-up are told from the text', () => {
    const source = [
      '```\nlet a = 1;\n```',
      '    let b = 2;',
      '<div class="ad">\nBuy\n</div>',
      'Text.',
    ].join('\n\n');
    expect(readMarkdown(source).blocks.map(({ kind }) => kind)).toEqual([
      'code',
      'code',
      'markup',
      'paragraph',
    ]);
    expect(inFile(source, 'let a = 1;')).toBe('let a = 1;');
    expect(inFile(source, 'Buy')).toBe('Buy');
  });

  test('lines between parts and link definitions say nothing', () => {
    expect(words('One.\n\n* * *\n\nTwo.\n\n[map]: https://map.example "Map"')).toEqual([
      'One.',
      'Two.',
    ]);
  });

  test('a note below the text is one', () => {
    expect(words('The bridge[^1] is shut.\n\n[^1]: Built in 1911.')).toEqual([
      'The bridge is shut.',
      'Built in 1911.',
    ]);
  });

  test('lines end with CR LF too', () => {
    const source = '# Bridge\r\n\r\nIt is\r\nshut.\r\n\r\nNobody came.\r\n';
    expect(words(source)).toEqual(['Bridge', 'It is shut.', 'Nobody came.']);
    expect(inFile(source, 'is shut')).toBe('is\r\nshut');
    expect(inFile(source, 'came')).toBe('came');
  });
});

describe('mark-up inside a line', () => {
  test.each([
    ['The *old* bridge', 'The old bridge'],
    ['The __very *old*__ bridge', 'The very old bridge'],
    ['The ~~old~~ bridge', 'The old bridge'],
    ['The [old bridge](https://x.example "Title")', 'The old bridge'],
    ['The [old bridge][map]\n\n[map]: https://x.example', 'The old bridge'],
    ['See <https://x.example>', 'See https://x.example'],
    ['See https://x.example now', 'See https://x.example now'],
    ['Run `ferry --now` twice', 'Run ferry --now twice'],
    ['Run `` a`b `` twice', 'Run a`b twice'],
    ['The <b>old</b> bridge', 'The old bridge'],
    ['**Harlow**’s bridge', 'Harlow’s bridge'],
  ])('%j reads %j', (source, text) => {
    expect(words(source)).toEqual([text]);
  });

  test('words beside it point to their own place', () => {
    const source = 'The *old* bridge, [so **the** town](https://x.example), is `shut` now.';
    for (const word of ['The', 'old', 'bridge', 'so', 'the', 'town', 'is', 'shut', 'now']) {
      const pattern = new RegExp(`\\b${word}\\b`, 'u');
      const { content } = readMarkdown(source).blocks[0] ?? { content: { text: '', runs: [] } };
      const from = content.text.search(pattern);
      expect(sourceSpan(content, from, from + word.length).start).toBe(source.search(pattern));
    }
  });

  test('a passage across it spans it', () => {
    expect(inFile('The *old* bridge', 'The old')).toBe('The *old');
  });
});

describe('a line that is broken', () => {
  test.each([
    ['by a backslash', 'Bridge\\\nshut.', 'Bridge\nshut.', '\n'],
    ['by two spaces', 'Bridge  \nshut.', 'Bridge  \nshut.', '  \n'],
    ['by a backslash in a quotation', '> Bridge\\\n> shut.', 'Bridge\nshut.', '\n'],
    ['by a tag', 'Bridge<br>shut.', 'Bridge shut.', '<br>'],
    ['by a closed tag', 'Bridge<BR class="x" />shut.', 'Bridge shut.', '<BR class="x" />'],
  ])('%s parts words, and nothing else is left of it', (_, source, text, original) => {
    expect(words(source)).toEqual([text]);
    expect(inFile(source, text.slice('Bridge'.length, -'shut.'.length))).toBe(original);
    expect(inFile(source, text)).toBe(source.slice(source.indexOf('Bridge')));
    expect(inFile(source, 'shut')).toBe('shut');
  });

  test('a tag of another kind parts nothing', () => {
    expect(words('un<wbr>seen, <b>old</b>er, <bridge>x')).toEqual(['unseen, older, x']);
  });
});

describe('code inside a line', () => {
  test.each([
    ['over two lines', 'Run `ferry\n--now` twice', 'Run ferry\n--now twice'],
    ['in a quotation', '> Run `ferry\n> --now` twice', 'Run ferry --now twice'],
    ['in a quotation in one', '> > Run `ferry\n> > --now` twice', 'Run ferry --now twice'],
    ['in a list', '- Run `ferry\n  --now` twice', 'Run ferry --now twice'],
    ['with a space at each end', 'Run ` ferry --now ` twice', 'Run ferry --now twice'],
    ['with a mark at each end', 'Mark `` ` `` here', 'Mark ` here'],
  ])('%s keeps its words', (_, source, text) => {
    expect(words(source).map((line) => line.replace('\n', ' '))).toEqual([text.replace('\n', ' ')]);
  });

  test('in a table loses the backslash that the table needs', () => {
    const source = '| Run `a \\| b` |\n| --- |\n';
    expect(words(source)).toEqual(['Run a | b']);
    expect(inFile(source, '|')).toBe('\\|');
    expect(inFile(source, 'a |')).toBe('a \\|');
  });

  test('elsewhere keeps it', () => {
    expect(words('Run `a \\| b`')).toEqual(['Run a \\| b']);
  });

  test('its words point to their own place', () => {
    const source = '> Run `ferry\n> --now` twice';
    expect(inFile(source, 'ferry')).toBe('ferry');
    expect(inFile(source, 'ferry --now')).toBe('ferry\n> --now');
    expect(inFile(source, 'twice')).toBe('twice');
  });
});

describe('quotations over several lines', () => {
  const source = '> “Nobody will drive\n> over this bridge,\nshe said.\n>\n>> Until May.\n';

  test('lose the marks of their lines', () => {
    expect(words(source)).toEqual(['“Nobody will drive over this bridge, she said.', 'Until May.']);
  });

  test.each([
    ['over this', 'over this'],
    ['drive over', 'drive\n> over'],
    ['bridge, she', 'bridge,\nshe'],
    ['Until May', 'Until May'],
  ])('%j stands in the file as %j', (sought, original) => {
    expect(inFile(source, sought)).toBe(original);
  });

  test('a list inside one too', () => {
    const listed = '> - The bridge\n>   is shut.\n> - Nobody came.\n';
    expect(words(listed)).toEqual(['The bridge is shut.', 'Nobody came.']);
    expect(inFile(listed, 'bridge is')).toBe('bridge\n>   is');
  });

  test('a mark inside a line is the report’s own', () => {
    expect(words('More than 5 > 4, he wrote.')).toEqual(['More than 5 > 4, he wrote.']);
  });
});

describe('escapes and character references', () => {
  test.each([
    ['a \\* b', 'a * b', '*', '\\*'],
    ['a \\# b', 'a # b', '#', '\\#'],
    ['Smith &amp; Berg', 'Smith & Berg', '&', '&amp;'],
    ['a &mdash; b', 'a — b', '—', '&mdash;'],
    ['a &#8212; b', 'a — b', '—', '&#8212;'],
    ['a &#x2014; b', 'a — b', '—', '&#x2014;'],
    ['Caf&eacute; shut', 'Café shut', 'é', '&eacute;'],
  ])('%j reads %j', (source, text, mark, original) => {
    expect(words(source)).toEqual([text]);
    expect(inFile(source, mark)).toBe(original);
  });

  test.each(['a \\b c', 'AT&T bridge', 'a &nosuchname; b', 'fish & chips'])(
    '%j holds none',
    (source) => {
      expect(words(source)).toEqual([source]);
    },
  );

  test('none are decoded in code', () => {
    expect(words('Type `&amp;` or `\\*` here')).toEqual(['Type &amp; or \\* here']);
  });

  test('what follows them points to its own place', () => {
    const source = 'Caf&eacute; \\*Berg\\* &amp; sons, *since* 1911&nbsp;or so';
    expect(inFile(source, 'Café')).toBe('Caf&eacute;');
    expect(inFile(source, 'Berg')).toBe('Berg');
    expect(inFile(source, 'sons')).toBe('sons');
    expect(inFile(source, 'since')).toBe('since');
    expect(inFile(source, '1911')).toBe('1911');
    expect(inFile(source, 'or so')).toBe('or so');
  });
});

describe('addresses in a text', () => {
  test.each([
    ['See https://a.example/x_y and www.b.example or ann@c.example today.', undefined],
    [
      'Ask a\\_b@c.example, or jo-n@d.example. They know.',
      'Ask a_b@c.example, or jo-n@d.example. They know.',
    ],
    ['See https\\://a.example/x now.', 'See https://a.example/x now.'],
    [
      'At [http://a.example](http://b.example) it is, *www.c.example* too.',
      'At http://a.example it is, www.c.example too.',
    ],
  ])('are words like any others: %j', (source, text = source) => {
    expect(words(source)).toEqual([text]);
    const last = text.split(' ').at(-1) ?? '';
    expect(inFile(source, last)).toBe(last);
  });
});
