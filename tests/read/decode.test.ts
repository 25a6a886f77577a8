import { describe, expect, test } from 'vitest';
import { isFatal } from '../../src/messages.ts';
import { decode } from '../../src/read/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const decodeBytes = (bytes: Uint8Array) => decode({ name: 'report.txt', bytes });

/** Letters stand for themselves, numbers for bytes. */
const bytes = (...parts: readonly (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...utf8(part)])));

function objection(to: Uint8Array) {
  const decoded = decodeBytes(to);
  if (!('objection' in decoded)) throw new Error('Unexpected text, expected an objection');
  return decoded.objection;
}

describe('text in UTF-8', () => {
  test.each([
    ['plain letters', 'The bridge.\n'],
    ['letters of two, three and four bytes', 'Café — “no” 👍'],
    ['the replacement character, where the report has it', 'a\u{fffd}b'],
    ['white space at its ends', ' \n a \n'],
  ])('%s comes out as it went in', (_, text) => {
    expect(decodeBytes(utf8(text))).toEqual({ source: text });
  });

  test('the byte order mark is no part of it', () => {
    expect(decodeBytes(bytes(0xef, 0xbb, 0xbf, 'a'))).toEqual({ source: 'a' });
  });
});

describe('a byte that is not UTF-8', () => {
  test.each([
    ['first of all', bytes(0x93, 'Go'), 1, 1, '0x93'],
    ['in the first line', bytes('caf', 0xe9, ' shut'), 1, 4, '0xe9'],
    ['after line breaks', bytes('one\ntwo\nth', 0xe9, '\n'), 3, 3, '0xe9'],
    ['at the beginning of a line', bytes('one\r\n', 0x80, 'x'), 2, 1, '0x80'],
    ['a character that the file breaks off', bytes('a', 0xe2, 0x82), 1, 2, '0xe2'],
    ['below a byte order mark', bytes(0xef, 0xbb, 0xbf, 'a\n', 0xe9), 2, 1, '0xe9'],
    ['a surrogate', bytes('a', 0xed, 0xa0, 0x80), 1, 2, '0xed'],
    ['behind letters of two and three bytes', bytes('Café “', 0xe9), 1, 7, '0xe9'],
    ['behind letters of four, which editors count as two', bytes('👍', 0xe9), 1, 3, '0xe9'],
    ['behind a byte order mark', bytes(0xef, 0xbb, 0xbf, 'a', 0xe9), 1, 2, '0xe9'],
    ['after a lone CR', bytes('one\r', 0xe9), 2, 1, '0xe9'],
    ['one that other characters begin with', bytes('na', 0xef, 've'), 1, 3, '0xef'],
    ['the first of two', bytes('a', 0xe9, 'b', 0xfc), 1, 2, '0xe9'],
  ])('%s: line and column', (_, input, line, column, byte) => {
    expect(objection(input)).toMatchObject({
      ruleId: 'not-utf8',
      file: 'report.txt',
      line,
      column,
      actual: `byte ${byte}`,
      expected: ['UTF-8'],
    });
  });

  test('a replacement character before it is not mistaken for it', () => {
    expect(objection(bytes('\u{fffd}\n', 0xe9))).toMatchObject({ line: 2, column: 1 });
  });
});

test.each([
  ['little-endian', bytes(0xff, 0xfe, 'a', 0, 'b', 0)],
  ['big-endian', bytes(0xfe, 0xff, 0, 'a', 0, 'b')],
])('UTF-16 is called by its name: %s', (order, input) => {
  expect(objection(input)).toMatchObject({
    ruleId: 'not-utf8',
    actual: `encoding UTF-16 (${order})`,
    expected: ['UTF-8'],
  });
});

test.each([
  ['a\0b', 1, 2],
  ['one\ntwo\n\0', 3, 1],
  ['“é”\0', 1, 4],
])('a zero byte is no text: %j', (text, line, column) => {
  expect(objection(utf8(text))).toMatchObject({
    ruleId: 'not-text',
    line,
    column,
    actual: 'zero byte',
  });
});

test.each([
  ['nothing', bytes()],
  ['white space', bytes(' \r\n\t\n')],
  ['a byte order mark', bytes(0xef, 0xbb, 0xbf)],
])('a file of %s holds no report', (_, input) => {
  expect(objection(input)).toMatchObject({ ruleId: 'empty-report', file: 'report.txt' });
});

test('every objection forbids publishing', () => {
  for (const input of [bytes(), bytes('a\0'), bytes(0xe9), bytes(0xff, 0xfe)]) {
    expect(isFatal(objection(input))).toBe(true);
  }
});
