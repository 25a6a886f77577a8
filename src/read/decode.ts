import type { VFileMessage } from 'vfile-message';
import { message } from '../messages.ts';
import type { RawFile } from './folder.ts';

/** The text of a file without its byte order mark, or the message that says why there is none. */
export type Decoded = { readonly source: string } | { readonly objection: VFileMessage };

/**
 * Decode a file as UTF-8, strictly: a character that was guessed would be cited as if the report
 * said it.
 */
export function decode({ name: file, bytes }: RawFile): Decoded {
  const utf16 = byteOrderMark(bytes);
  if (utf16) return { objection: wrongEncoding(file, utf16) };
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { objection: invalidByte(file, bytes) };
  }
  const nul = source.indexOf('\0');
  if (nul >= 0) return { objection: binary(file, source.slice(0, nul).split('\n').length) };
  if (source.trim() === '') return { objection: empty(file) };
  return { source };
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

/** Decoding and encoding again changes the bytes first where they were not UTF-8. */
function invalidByte(file: string, bytes: Uint8Array): VFileMessage {
  const again = new TextEncoder().encode(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  );
  let at = 0;
  while (at < bytes.length && bytes[at] === again[at]) at++;
  const before = bytes.subarray(0, at);
  const line = before.filter((byte) => byte === 0x0a).length + 1;
  const column = at - before.lastIndexOf(0x0a);
  return message({
    rule: 'not-utf8',
    file,
    place: { line, column },
    found: `byte 0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`,
    expected: 'UTF-8',
    advice: 'find out the encoding of the file (often Windows-1252) and save it as UTF-8',
  });
}

function binary(file: string, line: number): VFileMessage {
  return message({
    rule: 'not-text',
    file,
    place: { line, column: 1 },
    found: 'zero byte',
    expected: 'a text',
    advice: 'save the report as plain text',
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
