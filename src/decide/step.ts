import type { Decision, Reference } from '../config/index.ts';
import type { RuleName } from '../messages.ts';
import type { Claim, Fact, LeftOut, NonEmpty } from '../types.ts';

/** What the editor names: a fact, and the passages of it that were named, or all that state it. */
export interface Target {
  readonly fact: Fact;
  readonly claims: readonly Claim[];
}

/** A decision whose facts and passages were found. */
export interface Ready {
  readonly decision: Decision;
  readonly targets: NonEmpty<Target>;
  /** Passages of the first fact. */
  readonly passages: readonly Claim[];
  /** Passages that are to leave it, and are in other facts already. */
  readonly elsewhere: readonly Claim[];
}

/** What speaks against a decision; what becomes of the run, its rule says. */
export interface Objection {
  readonly rule: RuleName;
  readonly at: Pick<Reference, 'place'>;
  readonly found: string;
  readonly expected: string;
  readonly advice: string;
}

/** A decision that was applied. */
export interface Done {
  readonly decision: Decision;
  /** The facts that it made or changed, as they then were. */
  readonly facts: NonEmpty<Fact>;
  /** Ids of claims of which the editor says that they state one fact. */
  readonly vouched: readonly (readonly [a: string, b: string])[];
}

export interface Outcome {
  readonly facts: readonly Fact[];
  readonly done: readonly Done[];
  readonly objections: readonly Objection[];
  /** What is printed no more. */
  readonly leftOut?: readonly LeftOut[];
}

/** What a step has beside the facts. */
export interface Setting {
  /** Order of claims by report and place. */
  readonly byPlace: (a: Claim, b: Claim) => number;
  /** Decisions of the steps before. */
  readonly before: readonly Ready[];
}

/** Applies all decisions of one kind. What it gives does not depend on their order. */
export type Step = (facts: readonly Fact[], ready: readonly Ready[], setting: Setting) => Outcome;
