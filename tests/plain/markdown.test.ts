import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { sanitizedTree } from '../../src/markup.ts';
import { toMarkdown } from '../../src/plain/markdown.ts';

const written = (body: string): string => toMarkdown(sanitizedTree(body));

/** The kinds of nodes that a reader finds, and the words in them. */
function readBack(markdown: string): { readonly types: readonly string[]; readonly text: string } {
  const types = new Set<string>();
  const words: string[] = [];
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown), (node: Nodes) => {
    types.add(node.type);
    if (node.type === 'text') words.push(node.value);
  });
  return { types: [...types].sort(), text: words.join('') };
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/gu, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? mark);

describe('toMarkdown', () => {
  test.each([
    '# a heading',
    'a\n===',
    '> a quotation',
    '- an item',
    '1. an item',
    '* * *',
    '[a link](https://evil.example/)',
    '![a picture](https://evil.example/x.png)',
    '[^1] and [^note]',
    '[a]: https://evil.example/',
    '[[a page]]',
    '<script>alert(1)</script>',
    '<https://evil.example/> &amp; &#35;',
    '*strong* _weak_ `code` ~gone~ ~~gone~~',
    '```code```',
    '    indented',
    '| a | b |',
    'a\\',
  ])('writes words of a report that they are read as: %j', (text) => {
    for (const body of [`<p>${escaped(text)}</p>`, `<ul><li>${escaped(text)}</li></ul>`]) {
      const { types, text: words } = readBack(written(body));
      const wanted = ['link', 'list', 'listItem', 'paragraph', 'root', 'text'];
      expect(types.filter((type) => !wanted.includes(type))).toEqual([]);
      // An address in angle brackets may be read as a link to itself; its words are the same.
      expect(words).toBe(text.replace(/\s+/gu, ' ').trim());
    }
  });

  test.each([
    ['mathematics', 'from $x$ on', 'from $x\\$ on'],
    ['no sums of money', 'US$5 and $6 of it', 'US$5 and $6 of it'],
    ['comments of Obsidian', 'a %%b%% c', 'a \\%%b\\%% c'],
    ['highlights', 'a ==b== c', 'a \\==b\\== c'],
    ['raised words', 'a^b^ c', 'a\\^b\\^ c'],
  ])('escapes what other readers take for marks: %s', (_, text, markdown) => {
    expect(written(`<p>${text}</p>`)).toBe(`${markdown}\n`);
  });

  test('makes footnotes of notes, without the heading and the links back', () => {
    expect(
      written(
        '<p>A.<a class="cite" href="#note-1">1</a></p><section class="notes"><h2>Notes</h2><ol class="notes">' +
          '<li id="note-1"><div class="passage"><p>One.</p></div><div class="passage"><p>Two.</p></div>' +
          '<p class="backs"><a href="#x">↩</a></p></li></ol></section>',
      ),
    ).toBe('A.[^1]\n\n[^1]: One.\n\n    Two.\n');
  });

  test('puts sources under headings, and leads to them and out, and nowhere else', () => {
    expect(
      written(
        '<h2 id="h">H</h2><ol class="reports"><li id="source-1"><p>One.</p></li></ol>' +
          '<p><a href="#source-1">1</a> <a href="#h">h</a> <a href="https://town.example/a_b">town</a></p>',
      ),
    ).toBe('## H\n\n### Source 1\n\nOne.\n\n[1](#source-1) h [town](https://town.example/a_b)\n');
  });

  test('marks passages and words that differ', () => {
    expect(written('<p>a <mark>b</mark> <ins>c</ins></p>')).toBe('a **b** *c*\n');
  });

  test('breaks no word, and writes an address as one', () => {
    const url = `https://courier.example/${'bridge-'.repeat(20)}`;
    expect(written(`<p><a href="${url}">${url}</a> ${'x'.repeat(100)}</p>`)).toBe(
      `<${url}> ${'x'.repeat(100)}\n`,
    );
  });

  test('pads no table: a change of one row changes one line', () => {
    expect(
      written(
        '<table><thead><tr><th>Fact</th><th>1</th></tr></thead><tbody><tr><td>a|b</td><td>●</td></tr></tbody></table>',
      ),
    ).toBe('| Fact | 1 |\n| - | - |\n| a\\|b | ● |\n');
  });
});
