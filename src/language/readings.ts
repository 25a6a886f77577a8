import type { Token } from '../types.ts';
import type { Cue, Sense } from './cues.ts';
import type { Phrase } from './subjects.ts';

/** What the patterns of handing on read, and what they find, in indices of tokens. */

export interface Reading {
  readonly tokens: readonly Token[];
  /** Whether a token stands inside a quotation, where the reporter does not speak. */
  readonly quoted: readonly boolean[];
}

export interface Found extends Sense {
  readonly cue: Phrase;
  readonly source: Phrase | undefined;
  /** Who passes it on: "was quoted by the agency as saying". */
  readonly through?: Phrase | undefined;
  readonly content: readonly Phrase[];
  readonly frame: Cue['frame'];
}

/** A way of handing on, by the word that does it. */
export type Pattern = (reading: Reading, at: number) => Found | undefined;
