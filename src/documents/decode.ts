import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { message, type Place } from '../messages.ts';
import type { RawFile } from './document.ts';

/** The text of a file without its byte order mark, and how its bytes were read as one. */
interface Text {
  readonly source: string;
  /** As the WHATWG names it: `utf-8`. */
  readonly encoding: string;
  /** Whether nothing says that it is in this encoding. */
  readonly guessed?: true;
}

/** A text, or the message that says why there is none. */
export type Decoded = Text | { readonly objection: VFileMessage };

/**
 * Decode a report. UTF-8 and, with a byte order mark, UTF-16 are read strictly: a character that
 * was guessed would be cited as if the report said it. What is neither is read as Windows-1252
 * where every byte makes sense as that, which is said aloud.
 *
 * @returns Nothing but white space is no report, and objected to.
 */
export function decodeReport(file: RawFile): Decoded {
  const decoded = decodeStrictly(file, markedEncoding(file.bytes) ?? 'utf-8');
  const text = 'objection' in decoded ? (windows1252(file) ?? decoded) : decoded;
  const isEmpty = 'source' in text && text.source.trim() === '';
  return isEmpty ? { objection: empty(file.name) } : text;
}

/** Decode a file that must be in UTF-8. */
export function decodeText(file: RawFile): Decoded {
  const marked = markedEncoding(file.bytes);
  if (marked) return { objection: wrongEncoding(file.name, marked) };
  return decodeStrictly(file, 'utf-8');
}

/**
 * Decode a web page as browsers do: by its mark or what it says of its encoding. Where that is
 * nothing, or wrong, as a report; where not even that can be, with each bad byte replaced.
 */
export function decodePage(file: RawFile): Decoded {
  const encoding = markedEncoding(file.bytes) ?? declaredEncoding(file.bytes) ?? 'utf-8';
  const decoded = decodeStrictly(file, encoding);
  if ('source' in decoded) return decoded;
  const text = encoding === 'utf-8' ? windows1252(file) : undefined;
  return text ?? { source: new TextDecoder(encoding).decode(file.bytes), encoding };
}

function decodeStrictly({ name: file, bytes }: RawFile, encoding: string): Decoded {
  let source: string;
  try {
    source = strictDecoderOf(encoding)(bytes);
  } catch {
    return { objection: invalidByte(file, bytes, encoding) };
  }
  const nul = source.indexOf('\0');
  return nul < 0 ? { source, encoding } : { objection: binary(file, placeAt(source, nul)) };
}

const WINDOWS_1252 = 'windows-1252';

/** Gives the text of bytes. Throws where they are none of the encoding. */
function strictDecoderOf(encoding: string): (bytes: Uint8Array) => string {
  // Node 20 takes Windows-1252 for Latin-1: its quotation marks become control characters.
  if (encoding === WINDOWS_1252) return (bytes) => iconv.decode(Buffer.from(bytes), WINDOWS_1252);
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes) => decoder.decode(bytes);
}

// ---------------------------------------------------------------------------------------------
// Which encoding

/** The encoding that a byte order mark tells; that of UTF-8 tells what is taken for granted. */
function markedEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Browsers look no further for it; no page has it later. */
const DECLARED_WITHIN = 4096;
const DECLARATION = /<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w:.-]+)/iu;

/** The encoding that a page says it has, where there is one of that name. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN));
  const [, label] = DECLARATION.exec(head) ?? [];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // A page that could be read until here is not in UTF-16, whatever it says.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

/** A character of two bytes or more in UTF-8: where there is one, the file is UTF-8, damaged. */
const UTF8_CHARACTER = /[\u{c2}-\u{f4}][\u{80}-\u{bf}]/u;

/** Bytes that stand for nothing in Windows-1252. */
const UNUSED = /[\u{81}\u{8d}\u{8f}\u{90}\u{9d}]/u;

/** What the detector calls encodings that differ from Windows-1252 in no letter of English news. */
const WESTERN = [WINDOWS_1252, 'ISO-8859-1'];

/** Read a file as Windows-1252, where every byte makes sense as that. */
function windows1252({ bytes }: RawFile): Text | undefined {
  if (markedEncoding(bytes)) return undefined;
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (UTF8_CHARACTER.test(raw) || UNUSED.test(raw) || raw.includes('\0')) return undefined;
  const [best] = analyse(bytes).filter(({ name }) => !/^(?:ASCII|UTF-)/u.test(name));
  if (best && !WESTERN.includes(best.name)) return undefined;
  return { source: strictDecoderOf(WINDOWS_1252)(bytes), encoding: WINDOWS_1252, guessed: true };
}

// ---------------------------------------------------------------------------------------------
// Messages

/** Say that a text was read in another encoding than UTF-8. */
export function readAs(file: string, { encoding, guessed }: Text): VFileMessage[] {
  if (encoding === 'utf-8') return [];
  const made = message({
    rule: guessed ? 'encoding-guessed' : 'encoding-other',
    file,
    found: `encoding ${encoding}`,
    expected: 'UTF-8',
    advice: 'it was read as that; save it as UTF-8 if letters or marks look wrong',
  });
  return [made];
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

function invalidByte(file: string, bytes: Uint8Array, encoding: string): VFileMessage {
  if (encoding !== 'utf-8') {
    return message({
      rule: 'not-utf8',
      file,
      found: `bytes that are no ${encoding}`,
      expected: `text in ${encoding}, as the file begins`,
      advice: 'the file is damaged or cut off; save it again, as UTF-8',
    });
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const { index, offset } = firstGuess(text, bytes);
  const before = text.slice(0, index).replace(/^\u{feff}/u, '');
  return message({
    rule: 'not-utf8',
    file,
    place: placeAt(before, before.length),
    found: `byte 0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')}`,
    expected: 'UTF-8',
    advice: 'find out the encoding of the file, and save it as UTF-8',
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
    advice: 'save it as plain text, or give it the ending of its format',
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
