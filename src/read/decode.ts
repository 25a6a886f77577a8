import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { message, type Place } from '../messages.ts';
import type { RawFile } from './folder.ts';

/** The text of a file without its byte order mark, or the message that says why there is none. */
export type Decoded = { readonly source: string } | { readonly objection: VFileMessage };

/** Decode a report; one that holds nothing but white space is none. */
export function decode(file: RawFile): Decoded {
  const decoded = decodeText(file);
  const isEmpty = 'source' in decoded && decoded.source.trim() === '';
  return isEmpty ? { objection: empty(file.name) } : decoded;
}

/**
 * Decode a file as UTF-8, strictly: a character that was guessed would be cited as if the report
 * said it.
 */
export function decodeText({ name: file, bytes }: RawFile): Decoded {
  const utf16 = byteOrderMark(bytes);
  if (utf16) return { objection: wrongEncoding(file, utf16) };
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { objection: invalidByte(file, bytes) };
  }
  const nul = source.indexOf('\0');
  return nul < 0 ? { source } : { objection: binary(file, placeAt(source, nul)) };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 (little-endian)';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 (big-endian)';
  return undefined;
}

function wrongEncoding(file: string, found: string): VFileMessage {
  return message({
    rule: 'not-utf8',
    file,
    found: `encoding ${found}`,
    expected: 'UTF-8',
    advice: 'save the file as UTF-8',
  });
}

function invalidByte(file: string, bytes: Uint8Array): VFileMessage {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const { index, offset } = firstGuess(text, bytes);
  const before = text.slice(0, index).replace(/^\u{feff}/u, '');
  return message({
    rule: 'not-utf8',
    file,
    place: placeAt(before, before.length),
    found: `byte 0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')}`,
    expected: 'UTF-8',
    advice: 'find out the encoding of the file (often Windows-1252) and save it as UTF-8',
  });
}

const REPLACEMENT = '\u{fffd}';

/** The first replacement character that stands for other bytes than its own. */
function firstGuess(text: string, bytes: Uint8Array): { index: number; offset: number } {
  const encoder = new TextEncoder();
  const own = encoder.encode(REPLACEMENT);
  let [last, offset] = [0, 0];
  for (const { index } of text.matchAll(/\u{fffd}/gu)) {
    offset += encoder.encode(text.slice(last, index)).length;
    last = index;
    if (own.some((byte, at) => bytes[offset + at] !== byte)) break;
  }
  return { index: last, offset };
}

/** A place in a text, counted as editors do: in characters, not in bytes. */
function placeAt(text: string, offset: number): Place {
  return location(text).toPoint(offset) ?? { line: 1, column: 1 };
}

function binary(file: string, place: Place): VFileMessage {
  return message({
    rule: 'not-text',
    file,
    place,
    found: 'zero byte',
    expected: 'a text',
    advice: 'save it as plain text; a Word or PDF file cannot be read',
  });
}

function empty(file: string): VFileMessage {
  return message({
    rule: 'empty-report',
    file,
    found: 'file without text',
    expected: 'a report',
    advice: 'remove the file, or save the report into it again',
  });
}
