import { describe, expect, test } from 'vitest';
import { decodePage, decodeReport, decodeText } from '../../src/documents/decode.ts';
import { isFatal } from '../../src/messages.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const decodeBytes = (bytes: Uint8Array) => decodeReport({ name: 'report.txt', bytes });

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
    expect(decodeBytes(utf8(text))).toEqual({ source: text, encoding: 'utf-8' });
  });

  test('the byte order mark is no part of it', () => {
    expect(decodeBytes(bytes(0xef, 0xbb, 0xbf, 'a'))).toEqual({ source: 'a', encoding: 'utf-8' });
  });
});

describe('UTF-8 that is damaged', () => {
  test.each([
    ['first of all', bytes(0x93, 'Go “on”'), 1, 1, '0x93'],
    ['in the first line', bytes('caf', 0xe9, ' “shut”'), 1, 4, '0xe9'],
    ['after line breaks', bytes('one\n“two”\nth', 0xe9, '\n'), 3, 3, '0xe9'],
    ['at the beginning of a line', bytes('“one”\r\n', 0x80, 'x'), 2, 1, '0x80'],
    ['a character that the file breaks off', bytes('é', 0xe2, 0x82), 1, 2, '0xe2'],
    ['below a byte order mark', bytes(0xef, 0xbb, 0xbf, 'a\n', 0xe9), 2, 1, '0xe9'],
    ['behind letters of two and three bytes', bytes('Café “', 0xe9), 1, 7, '0xe9'],
    ['behind letters of four, which editors count as two', bytes('👍é', 0xe9), 1, 4, '0xe9'],
    ['behind a byte order mark', bytes(0xef, 0xbb, 0xbf, 'a', 0xe9), 1, 2, '0xe9'],
    ['after a lone CR', bytes('“one”\r', 0xe9), 2, 1, '0xe9'],
    ['the first of two', bytes('é', 0xe9, 'b', 0xfc), 1, 2, '0xe9'],
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

describe('bytes that make sense as Windows-1252', () => {
  test.each([
    ['an accent', bytes('The caf', 0xe9, ' was shut.'), 'The café was shut.'],
    ['marks', bytes(0x93, 'Go', 0x94, ' he said'), '“Go” he said'],
    ['a dash and an apostrophe', bytes('It', 0x92, 's shut ', 0x97, ' now'), 'It’s shut — now'],
  ])('are read as that: %s', (_, input, source) => {
    expect(decodeBytes(input)).toEqual({ source, encoding: 'windows-1252', guessed: true });
  });

  test.each([
    ['a byte that it does not have', bytes('a', 0x81, 'b')],
    [
      'Cyrillic letters',
      Uint8Array.from('Мост был закрыт во вторник, и никто не пришёл.', (c) =>
        c > '\u{7f}' ? (c.charCodeAt(0) - 0x410 + 0xc0) & 0xff : c.charCodeAt(0),
      ),
    ],
  ])('are not made of %s', (_, input) => {
    expect(objection(input)).toMatchObject({ ruleId: 'not-utf8' });
  });
});

describe('UTF-16', () => {
  test.each([
    ['utf-16le', bytes(0xff, 0xfe, 'a', 0, 0x1c, 0x20)],
    ['utf-16be', bytes(0xfe, 0xff, 0, 'a', 0x20, 0x1c)],
  ])('is read by its mark: %s', (encoding, input) => {
    expect(decodeBytes(input)).toEqual({ source: 'a“', encoding });
  });

  test('half a character is none', () => {
    expect(objection(bytes(0xff, 0xfe, 'a'))).toMatchObject({ ruleId: 'not-utf8' });
  });

  test('is not what settings are written in', () => {
    const decoded = decodeText({ name: 'briefing.yaml', bytes: bytes(0xff, 0xfe, 'a', 0) });
    expect(decoded).toMatchObject({ objection: { actual: 'encoding utf-16le' } });
  });
});

describe('a web page', () => {
  const page = (...parts: readonly (string | number)[]) =>
    decodePage({ name: 'page.html', bytes: bytes(...parts) });

  test.each([
    ['what it says', ['<meta charset="windows-1251">', 0xec], 'windows-1251', 'м'],
    [
      'what it says in the old way',
      ['<meta content="text/html; charset=latin1">', 0x93],
      'windows-1252',
      '“',
    ],
    [
      'its XML declaration',
      ['<?xml version="1.0" encoding="ISO-8859-2"?>', 0xb1],
      'iso-8859-2',
      'ą',
    ],
    ['UTF-8, where it says nothing', ['<p>', 'é'], 'utf-8', 'é'],
    ['UTF-8, where it claims to be UTF-16', ['<meta charset="utf-16">', 'é'], 'utf-8', 'é'],
    ['UTF-8, where it names no encoding', ['<meta charset="plain">', 'é'], 'utf-8', 'é'],
    [
      'Windows-1252, where UTF-8 is wrong',
      ['<meta charset="utf-8">', 0x93, 'Go', 0x94],
      'windows-1252',
      '”',
    ],
    ['UTF-8 with bad bytes replaced, where nothing fits', ['é', 0xe9], 'utf-8', '\u{fffd}'],
  ])('is read by %s', (_, parts, encoding, end) => {
    const decoded = page(...parts);
    expect(decoded).toMatchObject({ encoding });
    expect('source' in decoded && decoded.source.endsWith(end)).toBe(true);
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
  for (const input of [bytes(), bytes('a\0'), bytes('é', 0xe9), bytes(0xff, 0xfe, 'a')]) {
    expect(isFatal(objection(input))).toBe(true);
  }
});
