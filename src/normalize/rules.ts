import type { LeftOutReason, MappedText } from '../types.ts';

/** A rule about characters: how they are written, never which words they make. */
export interface CharacterRule {
  readonly id: string;
  /** Why reports differ here, and why the reader is better off with one form. */
  readonly because: string;
  readonly apply: (text: MappedText) => MappedText;
  /** Run as tests: what goes in, and what comes out. */
  readonly examples: readonly (readonly [before: string, after: string])[];
}

/** A rule about blocks: which of them are not part of what the report says. */
export interface BlockRule {
  readonly id: string;
  readonly reason: LeftOutReason;
  /** Why such blocks are in reports, and how they are told from what is reported. */
  readonly because: string;
  /** The indices of the blocks that are to be left out. */
  readonly find: (blocks: readonly string[]) => readonly number[];
  /** Run as tests: blocks, and the indices of those that the rule must find, no others. */
  readonly examples: readonly {
    readonly blocks: readonly string[];
    readonly found: readonly number[];
  }[];
}
