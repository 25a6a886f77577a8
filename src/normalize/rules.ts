import type { Block, Found, LeftOutReason, MappedText, Note } from '../types.ts';

/** A rule about characters: how they are written, never which words they make. */
export interface CharacterRule {
  readonly id: string;
  /** Why reports differ here, and why the reader is better off with one form. */
  readonly because: string;
  /** @param vocabulary The words that the whole report writes in one piece, in lower case. */
  readonly apply: (text: MappedText, vocabulary: ReadonlySet<string>) => MappedText;
  /** Run as tests: what goes in, what comes out, and what else the report says. */
  readonly examples: readonly (readonly [before: string, after: string, elsewhere?: string])[];
}

/** A rule about how a report as a whole is written, which no block tells alone. */
export interface StyleRule {
  readonly id: string;
  /** Why reports differ here, and why the reader is better off with one form. */
  readonly because: string;
  /** The same blocks in the same order, written otherwise. */
  readonly apply: (blocks: readonly Block[]) => readonly Block[];
  /** Run as tests: a headline if there is one, and paragraphs; and all of them afterwards. */
  readonly examples: readonly {
    readonly headline?: string;
    readonly blocks: readonly string[];
    readonly left: readonly string[];
  }[];
}

/** A passage of a block that is not part of what the report says. */
export interface Inset {
  /** Index of the block. */
  readonly block: number;
  /** Index of its first character in the block; 0 at the head. */
  readonly start: number;
  /** How many characters of it are to go; all of them where nothing else stands in it. */
  readonly length: number;
  /** What it says about the report. */
  readonly found: readonly Found[];
}

/** A rule about passages of blocks: what stands before the first sentence, or between two. */
export interface InsetRule {
  readonly id: string;
  readonly reason: LeftOutReason;
  /** Why it stands there, and how it is told from the sentence. */
  readonly because: string;
  /** @param blocks The paragraphs, in order. */
  readonly find: (blocks: readonly string[]) => readonly Inset[];
  /** Run as tests: paragraphs, what is left of them piece by piece, and what was found in what is not. */
  readonly examples: readonly {
    readonly blocks: readonly string[];
    readonly left: readonly string[];
    readonly found?: Readonly<Partial<Record<Found['field'], string>>>;
  }[];
}

/** A rule about blocks: which of them are not part of what the report says. */
export interface BlockRule {
  readonly id: string;
  readonly reason: LeftOutReason;
  /** Kept as a note on the report of this kind. Absent where it is none. */
  readonly note?: Note['kind'];
  /** Why such blocks are in reports, and how they are told from what is reported. */
  readonly because: string;
  /** What such a block says about the report. Absent where it says nothing that is a field. */
  readonly foundIn?: (block: string) => readonly Found[];
  /** The indices of the blocks that are to be left out. */
  readonly find: (blocks: readonly string[]) => readonly number[];
  /** Run as tests: blocks, and the indices of those that the rule must find, no others. */
  readonly examples: readonly {
    readonly blocks: readonly string[];
    readonly found: readonly number[];
  }[];
}
