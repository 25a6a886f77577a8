import { inflateRawSync } from 'node:zlib';

/** The day that ZIP counts from, in local time, which ZIP has: written with it, files are alike everywhere. */
export const zipDate = (): Date => new Date(1980, 0, 1);

/**
 * Read zip files that nobody vouches for. Every size is known, and may be refused, before
 * anything is unpacked; and nothing unpacks to more than the file said it would.
 */

/** A file inside a zip file. */
export interface ZipEntry {
  readonly name: string;
  /** Size once unpacked, as the zip file says; in bytes. */
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  /** Where its own header begins in the zip file. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
/** A comment may follow the end record, of this length at most. */
const MAX_COMMENT = 0xffff;

/**
 * List what a zip file holds, by its directory.
 *
 * @returns Nothing where it has no directory, or one that leads out of it: it is cut off, damaged,
 *   or larger than 4 GB.
 */
export function listZip(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const entry = entryAt(view, at, end);
    if (!entry) return undefined;
    entries.push(entry);
    at += ENTRY_LENGTH + lengthsAt(view, at + 28, 3);
  }
  return entries;
}

const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

function entryAt(view: DataView, at: number, end: number): ZipEntry | undefined {
  if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return undefined;
  const nameAt = at + ENTRY_LENGTH;
  const nameEnd = nameAt + view.getUint16(at + 28, true);
  if (nameEnd > end) return undefined;
  return {
    name: new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset).subarray(nameAt, nameEnd),
    ),
    method: view.getUint16(at + 10, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** Where the record begins that ends the file and leads to its directory. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

const HEADER = 0x04034b50;
const HEADER_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpack one file.
 *
 * @returns Nothing where it is damaged, packed in a way that documents are not, or larger or
 *   smaller than the directory says.
 */
export function unzip(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = viewOf(bytes);
  const { offset, packedSize, size, method } = entry;
  if (offset + HEADER_LENGTH > bytes.length || view.getUint32(offset, true) !== HEADER) {
    return undefined;
  }
  const from = offset + HEADER_LENGTH + lengthsAt(view, offset + 26, 2);
  const packed = bytes.subarray(from, from + packedSize);
  const unpacked = method === STORED ? packed : method === DEFLATED ? inflate(packed, size) : null;
  return unpacked?.length === size ? unpacked : undefined;
}

function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    // One byte more than none: the library takes 0 for no limit given.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array) =>
  new DataView(buffer, byteOffset, length);

/** The sum of lengths that stand one behind the other, of two bytes each. */
function lengthsAt(view: DataView, at: number, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += view.getUint16(at + 2 * index, true);
  return sum;
}
