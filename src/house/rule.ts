import type { Change } from '../edited.ts';
import type { Claim, House, Span, Statement } from '../types.ts';

/** A statement as a rule of house style sees it. */
export interface Seen {
  readonly statement: Statement;
  /** The claim whose words it takes. */
  readonly claim: Claim;
  /** The words of the subject and of the claim, which changes count in. */
  readonly source: string;
  /** Where the claim's own words begin in them. */
  readonly own: number;
  /** Whether a stretch of the source is printed, and stands in no quotation: those are never edited. */
  readonly isFree: (span: Span) => boolean;
  /** Publication date of its report, ISO 8601; null where it is not known. */
  readonly published: string | null;
  readonly setting: HouseSetting;
}

/** What is the same for all statements of a briefing. */
export interface HouseSetting {
  readonly house: House;
  /** Publication date of each report, ISO 8601, by its id; nothing where it is not known. */
  readonly published: ReadonlyMap<string, string>;
  /** The last day of publication, ISO 8601: a date of another year says which. Nothing where none is known. */
  readonly last: string | undefined;
}

/** A rule of house style: how the briefing writes what reports write in several ways. */
export interface HouseRule {
  readonly id: string;
  readonly because: string;
  /**
   * Run as tests: `briefing.yaml`, a sentence of a report of Wednesday, 12 March 2031, and what is
   * printed.
   */
  readonly examples: readonly (readonly [config: string, sentence: string, printed: string])[];
  readonly changes: (seen: Seen) => readonly Change[];
}
