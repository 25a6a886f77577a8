import type { Place } from '../messages.ts';
import type { Claim, Entity, Fact, House, Statement } from '../types.ts';

/** A statement and what its citations have been proved to say. */
export interface Evidence {
  readonly fact: Fact;
  readonly statement: Statement;
  /** The statement's text without what stands in brackets that the briefing added. */
  readonly reported: string;
  /** The claim whose words the statement takes. */
  readonly claim: Claim;
  /** The claims that it is held against: that one, or all that state the fact, where its words are
   * the editor's. */
  readonly claims: readonly Claim[];
  /** Whether the editor decided to reword the fact. */
  readonly decided: boolean;
  /** Folded text of the passages of those claims, read from the files. */
  readonly passages: string;
  /** Folded text of the whole reports of those claims, read from the files. */
  readonly report: string;
  /** Folded text of all reports, read from the files. */
  readonly everywhere: string;
  /** How names, dates and units are written. */
  readonly house: House;
  readonly entities: readonly Entity[];
  /** Publication date of each report, ISO 8601, by its id; null where it is not known. */
  readonly published: ReadonlyMap<string, string | null>;
  /** File and place of the passage, or of the editor's words, for messages. */
  readonly file: string;
  readonly place: Place;
}

/** What a check objects to: what stands in the statement, and what the passage would need. */
export interface Objection {
  readonly found: string;
  readonly expected: string;
}

/** Proves one kind of thing in a statement, and names what it cannot prove. */
export type Check = (evidence: Evidence) => readonly Objection[];
