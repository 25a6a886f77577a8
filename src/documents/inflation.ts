import { inflateSync } from 'node:zlib';

/** All that the pages and fonts of a PDF unpack to: a book has a tenth of it. */
const MAX_UNPACKED = 200_000_000;

/** How a stream begins: the end of what is said about it, and where its bytes start. */
const STREAM = />>\s*stream\r?\n/gu;

/** What is said about a stream is this long at most. */
const DICTIONARY = 2000;

const FLATE = /\/(?:FlateDecode|Fl)\b/gu;

/**
 * Whether the streams of a PDF unpack to more than any report needs: the library would unpack them
 * whatever size they come to. Pictures are not unpacked by whoever wants the text alone.
 */
export function isInflated(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  let left = MAX_UNPACKED;
  for (const { 0: head, index } of raw.matchAll(STREAM)) {
    const before = raw.slice(Math.max(0, index - DICTIONARY), index);
    const about = before.slice(Math.max(0, before.lastIndexOf(' obj')));
    const packings = about.match(FLATE)?.length ?? 0;
    if (packings === 0 || /\/Subtype\s*\/Image\b/u.test(about)) continue;
    // Nobody packs twice but to hide what comes out.
    if (packings > 1) return true;
    const size = unpackedSize(bytes.subarray(index + head.length), left);
    if (size === undefined) return true;
    left -= size;
  }
  return false;
}

/** What bytes unpack to; nothing where it is more than may be, 0 where they are damaged. */
function unpackedSize(packed: Uint8Array, most: number): number | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE' ? undefined : 0;
  }
}
