import type { Tense } from '../language/tense.ts';
import type { Time, TimeMod, TimeType, Token } from '../types.ts';

/** What the named groups of a pattern caught. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** What surrounds an expression. */
export interface Context {
  /** Publication date (ISO 8601) that relative times count from; null where it is not known. */
  readonly published: string | null;
  readonly words: string;
  readonly before: string;
  readonly after: string;
  readonly tokens: readonly Token[];
  /** Index of the expression's first token. */
  readonly first: number;
  /** Index of the first token behind the expression. */
  readonly next: number;
  readonly tense: Tense;
  /** What was found before it, in order. */
  readonly found: readonly Time[];
  /** The time that its last words are on their own: "9 a.m. Tuesday" ends with a day. */
  readonly atEnd: (words: string) => Time | undefined;
}

/** What an expression means. */
export interface Reading {
  readonly value: string;
  readonly type: TimeType;
  /** Whether the words allow no other value. */
  readonly certain: boolean;
  readonly mod?: TimeMod | undefined;
}

/** One way to write a time. Of those that match at a place, the longest is taken. */
export interface TimeRule {
  readonly id: string;
  /**
   * Words, in lower case, of which one at least stands in every expression; `00` is any number of two
   * digits. Where a claim has none of them, the pattern is not tried.
   */
  readonly cues: readonly string[];
  readonly pattern: RegExp;
  /**
   * The expression's meaning. Nothing where it is no time after all: then its place is taken all
   * the same, and no shorter expression is looked for in it.
   */
  readonly read: (groups: Groups, context: Context) => Reading | undefined;
  /**
   * Run as tests: a sentence of a report of Wednesday, 12 March 2031, and every time that is found
   * in it, with its value. `~` stands before a value that may be another.
   */
  readonly examples: readonly (readonly [string, Readonly<Record<string, string>>])[];
}
