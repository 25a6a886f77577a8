import type { VFileMessage } from 'vfile-message';
import type { Finding, Placing } from '../findings.ts';
import type { ExitName } from '../messages.ts';
import type { Briefing, Changes, EditionRecord } from '../types.ts';

/** What gates look at. */
export interface Evidence {
  /** Everything that the build said, failures too. */
  readonly messages: readonly VFileMessage[];
  /** Null where no briefing could be made. */
  readonly made: {
    readonly briefing: Briefing;
    /** What is new since the last edition; null where there is none. */
    readonly changes: Changes | null;
    readonly placeOf: Placing;
  } | null;
  /** The edition that is shown; null where there is none. */
  readonly last: EditionRecord | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How old the last edition may be, in milliseconds; null: however old. */
  readonly maxAge: number | null;
}

/** Why a gate cannot tell: nothing was made, or there is nothing to hold it against. */
export type Untold = 'no-briefing' | 'no-edition';

/** One thing that is asked of a briefing before it is let through. */
export interface Gate {
  readonly name: string;
  /** What it finds, in a few words. */
  readonly finds: string;
  /** What a check ends with where it is the first that fails. */
  readonly exit: ExitName;
  readonly check: (evidence: Evidence) => readonly Finding[] | Untold;
}
