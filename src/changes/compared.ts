import { fullDate } from '../dates.ts';
import { countsOf, type ToldGroup } from '../told-changes.ts';
import type { Changes, EditionRecord } from '../types.ts';
import { capitalized, plural } from '../wording.ts';

/** Two editions that were compared. */
export interface Compared {
  readonly before: EditionRecord;
  readonly after: EditionRecord;
  readonly changes: Changes;
  /** The changes in groups, with the names of reports that the reader is to see. */
  readonly groups: readonly ToldGroup[];
}

/** Which editions are compared, and of what day: "Edition 3, made 7 May 2031, against edition 2, made 6 May 2031". */
export const headlineOf = ({ before, after }: Compared): string =>
  `Edition ${after.number}, made ${dayOf(after)}, against edition ${before.number}, made ${dayOf(before)}`;

const dayOf = ({ made }: EditionRecord): string => fullDate(made.slice(0, 10), 'en');

/** All that changed, in one line. */
export const summaryOf = ({ groups, after }: Compared): string =>
  `${capitalized(countsOf(groups))}; ${extentOf(after)} now.`;

/** "31 facts from 3 reports". */
export const extentOf = ({ facts, reports }: EditionRecord): string =>
  `${facts.length} ${plural(facts.length, 'fact', 'facts')} from ${reports.length} ${plural(reports.length, 'report', 'reports')}`;
