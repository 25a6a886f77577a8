import { expect, test } from 'vitest';
import { element, xmlDocument } from '../src/xml.ts';

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

const written = (...content: Parameters<typeof element>) =>
  xmlDocument({ type: 'root', children: [element(...content)] }).slice(HEAD.length, -1);

test('a document says what it is, and leaves out attributes without a value', () => {
  const root = element('a', { b: 'c', d: null }, [element('e'), 'f & <g>']);
  expect(xmlDocument({ type: 'root', children: [root] })).toBe(
    `${HEAD}<a b="c"><e />f &#x26; &#x3C;g></a>\n`,
  );
});

test.each([
  ['controls', 'a\u0000\u0008\u001fb\tc\n', 'ab\tc\n'],
  ['controls that part words', 'a\u000bb\u000cc', 'a b c'],
  ['characters that are none', 'a\ufffe\uffffb', 'a\ufffd\ufffdb'],
  ['half a character', 'a\ud83cb', 'a\ufffdb'],
  ['the end of a section of characters', 'a]]>b', 'a]]&#x3E;b'],
  ['a whole character of two halves', '🌉', '🌉'],
])('a text holds nothing that XML cannot: %s', (_, text, legal) => {
  expect(written('a', {}, [text])).toBe(`<a>${legal}</a>`);
  expect(written('a', { b: text })).toBe(`<a b="${legal}" />`);
});

test('an element that may not close itself has an end tag', () => {
  const root = element('p', {}, [element('span'), element('br')]);
  const page = xmlDocument({ type: 'root', children: [root] }, (name) => name === 'br');
  expect(page).toBe(`${HEAD}<p><span>\n</span><br /></p>\n`);
});
