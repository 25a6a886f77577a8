import type { VFileMessage } from 'vfile-message';
import type { GateResult } from '../gates/index.ts';
import type { ExitName } from '../messages.ts';
import type { EditionRecord } from '../types.ts';

/** What a check came to. */
export interface Verdict {
  /** Name of the briefing among many; null where it was checked alone. */
  readonly name: string | null;
  /** The folder of the reports, and the one of the editions, as the user named them. */
  readonly folder: string;
  readonly out: string;
  /** Names of what lies in the folder of the reports: other files are not its. */
  readonly there: readonly string[];
  /** The edition that the briefing was held against; null where there is none. */
  readonly since: Pick<EditionRecord, 'number' | 'made'> | null;
  /** What the command ends with. */
  readonly exit: ExitName;
  readonly gates: readonly GateResult[];
  /** Everything that the build said, failures too. */
  readonly messages: readonly VFileMessage[];
}

/** What a check of many briefings came to. */
export interface Verdicts {
  /** The folder of all, and the one that all are published to, as the user named them. */
  readonly folder: string;
  readonly out: string;
  /** What the command ends with: of what fails, what comes first in the table of exit codes. */
  readonly exit: ExitName;
  /** In the order of their names. */
  readonly briefings: readonly Verdict[];
  /** What is said of the folder of all. */
  readonly messages: readonly VFileMessage[];
}
