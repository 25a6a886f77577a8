import type { Root } from 'hast';
import { h } from 'hastscript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, nodeSystem } from '../src/system/index.ts';
import { textOf } from '../src/trees.ts';
import { sayUnshown, withoutGlyph, withUnshownSaid } from '../src/unshown.ts';

const lackingIn = (text: string) => new Set(Array.from(text).filter((sign) => sign.trim() !== ''));

describe('what stands for characters without a glyph', () => {
  test.each([
    ['a sign reads الجسر مغلق here', 'a sign reads [Arabic: 9 characters] here'],
    ['桥', '[Han: 1 character]'],
    ['橋は閉鎖', '[Han: 1 character][Hiragana: 1 character][Han: 2 characters]'],
    ['wrote 🎉 today', 'wrote [U+1F389] today'],
    ['👨‍👩‍👧 came', '[U+1F468 U+1F469 U+1F467] came'],
    ['हिन्दी', '[Devanagari: 3 characters]'],
    ['12 ℃, no more', '12 [U+2103], no more'],
    ['nothing of that', 'nothing of that'],
  ])('%s', (text, said) => {
    const lacking = lackingIn(text.replace(/[ -~]|[\p{M}\u{200d}]/gu, ''));
    expect(withUnshownSaid(text, lacking)).toBe(said);
    const tree: Root = { type: 'root', children: [h('p', text)] };
    sayUnshown(tree, lacking);
    expect(textOf([tree])).toBe(said);
  });

  test('stands in names for those who do not see, too, and as plain words in a drawing', () => {
    const tree: Root = {
      type: 'root',
      children: [h('a', { ariaLabel: '1: passage in 桥' }), h('svg', [h('text', 'by 桥')])],
    };
    sayUnshown(tree, new Set(['桥']));
    expect(JSON.stringify(tree)).toContain('1: passage in [Han: 1 character]');
    // Its box was drawn around the characters themselves.
    expect(JSON.stringify(tree)).toContain('by "},{"type":"text","value":"[Han]"');
    expect(JSON.stringify(tree)).not.toContain('span');
  });
});

describe('characters that a browser has no glyph for', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await nodeSystem().openBrowser();
  });

  afterAll(() => browser?.close());

  test('are told from those that it has', async () => {
    // Private use: no font has them, whichever there are.
    const asked = ['a', '\u{f8f0}', 'Ж', '\u{10fffd}', '→'];
    const found = await withoutGlyph(asked, browser);
    expect(found).toContain('\u{f8f0}');
    expect(found).toContain('\u{10fffd}');
    expect(found).not.toContain('a');
    expect(found).not.toContain('Ж');
  });
});
