import { describe, expect, test } from 'vitest';
import { sanitizedTree } from '../../src/markup.ts';
import { toText } from '../../src/plain/text.ts';

const written = (body: string): string => toText(sanitizedTree(body));

describe('toText', () => {
  test('underlines headings as far as they go', () => {
    expect(written('<h1>The bridge</h1><p>Shut.</p><h2>Käse 😀</h2><p>Open.</p>')).toBe(
      'The bridge\n==========\n\nShut.\n\n\nKäse 😀\n------\n\nOpen.\n',
    );
  });

  test('sets off what a mail program would take for its own', () => {
    const body = ['&gt; quoted', 'From here on', '-- ', '.', 'Fromage &gt; cheese'];
    expect(written(body.map((words) => `<p>${words}</p>`).join(''))).toBe(
      ' > quoted\n\n From here on\n\n --\n\n .\n\nFromage > cheese\n',
    );
  });

  test('does so where a line comes to begin with it', () => {
    const words = `${'word '.repeat(14)}From here &gt; on`;
    expect(written(`<p>${words}</p>`)).toBe(`${'word '.repeat(14).trim()}\n From here > on\n`);
  });

  test('knows only the line ends that it makes itself', () => {
    expect(written('<p>one\u{2028}two\u{85}three\r\nfour</p>')).toBe('one two three four\n');
  });

  test('breaks words without an end between characters that are seen as one', () => {
    const lines = written(`<p>${'e\u{301}'.repeat(200)} ${'😀'.repeat(200)}</p>`)
      .trim()
      .split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(72);
    expect(lines.filter((line) => /^\u{301}|\p{Surrogate}/u.test(line))).toEqual([]);
    expect(lines.join('').replace(' ', '')).toBe('e\u{301}'.repeat(200) + '😀'.repeat(200));
  });

  test('keeps an address whole, with what ends its sentence behind it', () => {
    const url = `https://courier.example/${'bridge-'.repeat(20)}`;
    const link = `<a href="${url}">${url}</a>`;
    expect(written(`<p>Courier, ${link}. Date inferred, as it seems.</p>`)).toBe(
      `Courier,\n<${url}>.\nDate inferred, as it seems.\n`,
    );
  });

  test('says where words lead out, and not where within', () => {
    expect(
      written(
        '<p id="a">See <a href="https://town.example/">the town</a>, <a href="#a">a</a>.</p>',
      ),
    ).toBe('See the town\n<https://town.example/>, a.\n');
  });

  test('sets facts apart, and lists within an item close to it', () => {
    const fact = (words: string) =>
      `<div class="fact"><p>${words}</p><ul><li>Origin: one</li></ul></div>`;
    expect(written(`${fact('First.')} ${fact('Second.')}<p>End.</p>`)).toBe(
      '* First.\n  - Origin: one\n\n* Second.\n  - Origin: one\n\nEnd.\n',
    );
  });

  test('aligns a table that fits, a long column giving way', () => {
    const row = (cell: string, ...cells: readonly string[]) =>
      `<tr>${[cell, ...cells].map((text) => `<${cell === 'Fact' ? 'th' : 'td'}>${text}</td>`).join('')}</tr>`;
    const long = 'The bridge was closed to all traffic on Tuesday after cracks were found in it';
    expect(
      written(
        `<table><thead>${row('Fact', '1', '2')}</thead><tbody>${row(long, '●', '–')}${row('It is old', '–', '●')}</tbody></table>`,
      ),
    ).toBe(
      [
        `Fact${' '.repeat(64)}1  2`,
        `${'-'.repeat(66)}  -  -`,
        `${'The bridge was closed to all traffic on Tuesday after cracks were'.padEnd(66)}  ●  –`,
        'found in it',
        '',
        `It is old${' '.repeat(59)}–  ●`,
        '',
      ].join('\n'),
    );
  });

  test('lets long columns give way alike', () => {
    const words = 'a word of a cell that is as long as that beside it';
    expect(written(`<table><tr><td>${words}</td><td>${words}</td></tr></table>`)).toBe(
      [
        'a word of a cell that is as long as  a word of a cell that is as long as',
        'that beside it                       that beside it',
        `${'-'.repeat(35)}  ${'-'.repeat(35)}`,
        '',
      ].join('\n'),
    );
  });

  test('makes a list of a table that does not fit', () => {
    const heads = ['Report', 'A head of twenty-five marks', 'Another of the same length', 'Last'];
    const cells = [
      'Courier',
      'the first of these cells',
      'the second',
      'a third that is long, too',
    ];
    const row = (name: string, texts: readonly string[]) =>
      `<tr>${texts.map((text) => `<${name}>${text}</${name}>`).join('')}</tr>`;
    expect(
      written(
        `<table><thead>${row('th', heads)}</thead><tbody>${row('td', cells)}</tbody></table>`,
      ),
    ).toBe(
      [
        '* Courier',
        '  A head of twenty-five marks: the first of these cells; Another of the',
        '  same length: the second; Last: a third that is long, too',
        '',
      ].join('\n'),
    );
  });
});
