import { describe, expect, test } from 'vitest';
import { docxOf } from '../../src/docx/index.ts';
import { all, first, opened, outlineOf, styleOf, value, type Word, wordsOf } from './reading.ts';
import { outOfOrder } from './strict.ts';
import { PROPERTIES, treeOf, wordOf } from './support.ts';

/** What reports and templates may bring that Word would take for something else, or not open. */

const BODY = 'word/document.xml';

const saidIn = (word: Word): string => wordsOf(word.part(BODY));

describe('texts', () => {
  test.each([
    [
      'the library’s places for numbers of lists',
      '{default-bullet-numbering-0} {bullets-0} {numbers-1}',
    ],
    ['what the library takes for numbers of pages', 'CURRENT'],
    ['fields', '{ HYPERLINK "https://bad.example" } { DDEAUTO c:\\x } MERGEFIELD'],
    ['what Word writes for characters', '_x000D_ _x0041_'],
    ['mark-up', '<w:p>&amp; ]]> <!-- x --> "quoted"'],
    ['letters that are written from the right', 'قال الوزير إن الجسر مغلق'],
    ['a word without an end', 'x'.repeat(5000)],
  ])('%s are words', async (_, text) => {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const word = await wordOf(`<ul><li>a list</li></ul><p><em>${escaped}</em></p>`);
    expect(saidIn(word)).toBe(`a list${text}`);
    expect(all(word.part(BODY), 'w:instrText')).toEqual([]);
  });

  test('hold nothing that XML cannot, and nothing that turns what stands around it', async () => {
    const tree = treeOf('<h1>t</h1><p>t</p>');
    const text = 'a\u{0}b\u{b}c\u{1f}d\u{202e}e\u{2066}f\u{fffe}g\u{d800}h\u{feff}i';
    for (const element of tree.children) {
      if (element.type === 'element') element.children = [{ type: 'text', value: text }];
    }
    const word = opened(await docxOf(tree, { ...PROPERTIES, title: text, subject: text }));
    expect(saidIn(word)).toBe('ab cdef\u{fffd}g\u{fffd}h i'.repeat(2));
    const refused =
      /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]|[\u{202a}-\u{202e}\u{2066}-\u{2069}]/u;
    for (const xml of word.texts.values()) expect(xml).not.toMatch(refused);
  });

  test.each([
    ['no such letters', 'The bridge (12 km) is shut.', []],
    [
      'marks and figures between its words, and not what surrounds them',
      'He said “قال الوزير (25) إن” on Friday.',
      ['قال الوزير (25) إن'],
    ],
    ['points of vowels', 'The word שָׁלוֹם.', ['שָׁלוֹם']],
    ['two stretches with words between', 'أهلا, said the mayor: שלום', ['أهلا', 'שלום']],
    ['braces, which begin a run anew', 'أ{ب}ج x', ['أ{', 'ب}ج']],
    ['letters of Thaana and N’Ko', 'a ދިވެހި b ߒߞߏ', ['ދިވެހި', 'ߒߞߏ']],
  ])('runs from right to left say so: %s', async (_, text, turned) => {
    const word = await wordOf(`<p><em>${text}</em></p>`);
    const runs = all(word.part(BODY), 'w:r');
    const isTurned = (run: (typeof runs)[number]) => all(run, 'w:rtl').length > 0;
    expect(runs.filter(isTurned).map(wordsOf)).toEqual(turned);
    expect(saidIn(word)).toBe(text);
    expect(runs.map(styleOf)).toEqual(runs.map(() => 'Emphasis'));
    expect(outOfOrder(word.part(BODY))).toEqual([]);
  });

  test('spaces that no line is broken at stay', async () => {
    expect(saidIn(await wordOf('<p>20\u{a0}km,\n  all</p>'))).toBe('20\u{a0}km, all');
  });
});

describe('links', () => {
  test('lead to the Web alone, by addresses that Word takes', async () => {
    const targets = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      '\\\\host\\share',
      'ftp://host.example/x',
      'data:text/html,x',
      'ms-word:ofe|u|https://bad.example/x',
      `https://long.example/${'x'.repeat(3000)}`,
      '#nowhere',
    ];
    const word = await wordOf(targets.map((href) => `<p><a href='${href}'>words</a></p>`).join(''));
    expect(all(word.part(BODY), 'w:hyperlink').filter((link) => value(link, 'r:id'))).toEqual([]);
    expect(saidIn(word)).toBe('words'.repeat(targets.length));
  });

  test('are written as addresses, whatever they hold', async () => {
    const word = await wordOf(
      '<p><a href="https://a.example/&quot;><w:x/>?q=ü&amp;r=1">words</a></p>',
    );
    const [row] = all(word.part('word/_rels/document.xml.rels'), 'Relationship').filter(
      (one) => value(one, 'TargetMode') === 'External',
    );
    expect(value(row, 'Target')).toBe(
      'https://a.example/%22%3E%3Cw:x/%3E?q=%C3%BC&amp;r=1'.replace('&amp;', '&'),
    );
  });

  test('bring no part or program along', async () => {
    const { texts } = await wordOf('<p><a href="https://a.example/">words</a></p>');
    expect(
      [...texts.keys()].filter((name) => /\.(?:bin|vml|ole)$|template|vba|embed/iu.test(name)),
    ).toEqual([]);
    for (const xml of texts.values()) expect(xml).not.toMatch(/attachedTemplate|oleObject|DDE/u);
  });
});

describe('tables', () => {
  const rowOf = (...cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

  test('of 2,000 rows are whole', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => rowOf(`row ${index}`, '●', '–'));
    const word = await wordOf(
      `<table><thead><tr><th>a<th>b<th>c</tr></thead>${rows.join('')}</table>`,
    );
    const [table] = all(word.part(BODY), 'w:tbl');
    expect(table && all(table, 'w:tr').length).toBe(2001);
    expect(table && wordsOf(table)).toContain('row 1999●–');
  });

  test('keep rows whole that fit on a page, and break those that may not', async () => {
    const word = await wordOf(`<table>${rowOf('short')}${rowOf('words '.repeat(800))}</table>`);
    const rows = all(word.part(BODY), 'w:tr');
    expect(rows.map((row) => all(row, 'w:cantSplit').length)).toEqual([1, 0]);
  });

  test('of more columns than Word takes are paragraphs', async () => {
    const cells = Array.from({ length: 64 }, (_, index) => `cell ${index}`);
    const word = await wordOf(`<table>${rowOf(...cells)}</table>`);
    expect(outlineOf(word)).toEqual(cells.map((cell) => `Normal | ${cell}`));
    const fits = await wordOf(`<table>${rowOf(...cells.slice(1))}</table>`);
    expect(all(fits.part(BODY), 'w:gridCol').length).toBe(63);
  });

  test('with spans that mean harm are as if they had none', async () => {
    const html =
      '<table><tr><td colspan="1000" rowspan="-1">a</td><td rowspan="x">b</td></tr></table>';
    expect(outlineOf(await wordOf(html))).toEqual(['  row: a / b']);
  });

  test('without cells, or with tables in cells, are written as Word takes them', async () => {
    const word = await wordOf(
      '<table></table><table><tr></tr></table><table><tr><td><table><tr><td>in</td></tr></table></td></tr></table>',
    );
    const cells = all(word.part(BODY), 'w:tc');
    expect(cells.map((cell) => cell.lastChild?.type === 'tag' && cell.lastChild.name)).toEqual([
      'w:p',
      'w:p',
    ]);
    expect(outOfOrder(word.part(BODY))).toEqual([]);
  });
});

describe('what links lead to', () => {
  test('has a place where it holds no words', async () => {
    const word = await wordOf(
      '<p><a href="#a">to</a> <a href="#b">to</a></p><div id="a"></div><p>t</p><p id="b"></p>',
    );
    const marks = all(word.part(BODY), 'w:bookmarkStart').map((mark) => value(mark, 'w:name'));
    const links = all(word.part(BODY), 'w:hyperlink').map((link) => value(link, 'w:anchor'));
    expect([...marks].sort()).toEqual([...links].sort());
  });

  test('is the first place of an id that stands at several', async () => {
    const word = await wordOf('<p id="a">one <a href="#a">to</a></p><p id="a">two</p>');
    expect(outlineOf(word)).toEqual([
      'Normal | (b_a_1)one <b_a_1: [LinkWithin: to]>',
      'Normal | two',
    ]);
  });

  test('has a name that Word takes, and of its own', async () => {
    const ids = ['é'.repeat(50), '--', '1', '2', 'a b'];
    const word = await wordOf(ids.map((id) => `<p id="${id}"><a href="#${id}">x</a></p>`).join(''));
    const names = all(word.part(BODY), 'w:bookmarkStart').map(
      (mark) => value(mark, 'w:name') ?? '',
    );
    expect(new Set(names).size).toBe(ids.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z]\w{0,39}$/u);
  });
});

describe('what a file says of itself', () => {
  const coreOf = (word: Word) => word.part('docProps/core.xml');

  test('is the briefing’s', async () => {
    const core = coreOf(await wordOf('<p>words</p>'));
    const told = [
      'dc:title',
      'dc:subject',
      'dc:creator',
      'cp:keywords',
      'dc:language',
      'dcterms:created',
      'dcterms:modified',
    ];
    expect(
      told.map((name) => first(core, name).children.map((text) => 'data' in text && text.data)),
    ).toEqual([
      ['The quay'],
      ['A briefing from 2 reports'],
      ['Synoptic 0.0.0'],
      ['Harlow, Ann Field'],
      ['en-GB'],
      ['2031-05-03T00:00:00Z'],
      ['2031-05-03T00:00:00Z'],
    ]);
  });

  test('has no day where none is known', async () => {
    const core = coreOf(
      opened(await docxOf(treeOf('<p>words</p>'), { ...PROPERTIES, date: null })),
    );
    expect(all(core, 'dcterms:created').length + all(core, 'dcterms:modified').length).toBe(0);
  });

  test('is the paper that was asked for', async () => {
    const sizeOf = async (paper: 'a4' | 'letter') => {
      const word = opened(await docxOf(treeOf('<p>words</p>'), PROPERTIES, paper));
      const size = first(word.part(BODY), 'w:pgSz');
      return [value(size, 'w:w'), value(size, 'w:h')];
    };
    expect(await sizeOf('a4')).toEqual(['11906', '16838']);
    expect(await sizeOf('letter')).toEqual(['12240', '15840']);
  });
});
