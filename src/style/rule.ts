import type { RuleName } from '../messages.ts';
import type { Claim, Fact } from '../types.ts';

/** What the briefing prints of a fact, as a rule of style sees it. */
export interface Printed {
  readonly fact: Fact;
  /** The statement without what it quotes: whoever is quoted may choose their words. */
  readonly text: string;
  /** The claims that it cites. */
  readonly claims: readonly Claim[];
  /** Whether the words are the editor's. */
  readonly isEditors: boolean;
}

/** What a rule objects to, and what it would have instead. */
export interface Objection {
  readonly found: string;
  readonly expected: string;
  readonly advice: string;
}

/** A rule of house style. It says so, and changes nothing: the words are the reports'. */
export interface StyleRule {
  readonly name: Extract<
    RuleName,
    | 'likelihood-word'
    | 'likelihood-confidence'
    | 'accusation-unattributed'
    | 'superlative-unreported'
  >;
  readonly because: string;
  /** Statements that it objects to, and that it lets pass; run as tests. */
  readonly examples: { readonly objects: readonly string[]; readonly passes: readonly string[] };
  readonly objection: (printed: Printed) => Objection | undefined;
}
