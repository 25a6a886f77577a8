import type { VFileMessage } from 'vfile-message';
import type { Stretch } from '../layout/index.ts';
import type { Found } from '../types.ts';

/** A file of the briefing's folder, not yet understood. */
export interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * How the text of a document is read: as plain text, as Markdown, as a web page whose report has
 * to be found in it, as mark-up that is all report (Word, mail), or by the stretches that a layout
 * was taken apart into (PDF).
 */
export type Form = 'text' | 'markdown' | 'page' | 'rich' | 'stretches';

/** The text of a file that reports are read from. */
export interface Content {
  /** The text that every offset counts in, without a byte order mark. */
  readonly source: string;
  readonly form: Form;
  /** Encoding of the text, as the WHATWG names it: `utf-8`. */
  readonly encoding: string;
  /** What of the file the text is: `text of the mail`; null where it is the file itself. */
  readonly part: string | null;
  /** What the file says about the report outside of its text, best first. */
  readonly found: readonly Found[];
  /** The stretches of the text, in order; only where its form is made of them. */
  readonly stretches?: readonly Stretch[];
}

/** A file whose text is known. */
export interface Document extends Content {
  readonly name: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

/** What opening a file gives: its text, or the messages that say why there is none. */
export interface Opened<T extends Content = Content> {
  readonly content: T | null;
  readonly messages: readonly VFileMessage[];
}

/** One format of files: a row of the table in `index.ts`. */
export interface FileFormat {
  /** For messages: `Word file`. */
  readonly name: string;
  /** Endings of its files' names, in lower case with the point. */
  readonly endings: readonly string[];
  /** More bytes than this are refused. */
  readonly maxBytes: number;
  /**
   * Whether a file's first bytes, read as Latin-1, show this format whatever its name says; null
   * where only the name tells it.
   */
  readonly isShownBy: RegExp | null;
}
