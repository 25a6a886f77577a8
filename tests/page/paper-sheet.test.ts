import { describe, expect, test } from 'vitest';
import { paperSheet, runningHeads } from '../../src/page/paper-sheet.ts';

const sheet = (title: string) => paperSheet({ paper: 'letter', title, edition: 'Edition 1' });

const contents = [
  { id: 'one', heading: 'Key facts' },
  { id: 'two', heading: 'Who said what' },
  { id: 'three', heading: 'Timeline' },
  { id: 'lost', heading: 'Nowhere' },
];

describe('what stands at the edges of pages', () => {
  test('is the paper, the title and the edition', () => {
    expect(sheet('Bridge closed')).toContain('@page{size:letter;');
    expect(sheet('Bridge closed')).toContain('content:"Bridge closed"');
    expect(sheet('Bridge closed')).toContain('content:"Edition 1"');
  });

  test('cuts a long title between words', () => {
    const title = 'The old bridge of Lisk was closed because of cracks in two of its pillars';
    expect(sheet(title)).toContain('because of cracks in two of \\2026 "');
  });

  test('ends in nothing that a title holds', () => {
    const hostile = '"}</style><script>\\a\n@page{}';
    const css = sheet(hostile);
    expect(css).not.toContain('</style');
    expect(css.split('\n')).toHaveLength(sheet('plain').split('\n').length);
    expect(css).not.toContain('"}<');
  });

  test('is at each page the part that begins on it first, else the one that goes on', () => {
    const pages = new Map([
      ['one', 1],
      ['two', 3],
      ['three', 3],
    ]);
    const html = runningHeads(`<style>${sheet('x')}</style>`, contents, pages);
    expect(html).toContain('symbols:"Key facts" "Key facts" "Who said what";');
    // Of all pages behind it.
    expect(html).toContain('system:cyclic;symbols:"Timeline"}');
  });

  test('is nothing as long as no page is known', () => {
    const html = `<style>${sheet('x')}</style>`;
    expect(runningHeads(html, contents, new Map())).toBe(html);
  });
});
