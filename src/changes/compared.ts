import { fullDate } from '../dates.ts';
import { countsOf, type ToldGroup } from '../told-changes.ts';
import type { Changes, EditionRecord } from '../types.ts';

/** Two editions that were compared. */
export interface Compared {
  readonly before: EditionRecord;
  readonly after: EditionRecord;
  readonly changes: Changes;
  /** The changes in groups, with the names of reports that the reader is to see. */
  readonly groups: readonly ToldGroup[];
}

/** Which editions are compared, and of what day: "Edition 3, 7 May 2031, against edition 2, 6 May 2031". */
export const headlineOf = ({ before, after }: Compared): string =>
  `Edition ${after.number}, ${dayOf(after)}, against edition ${before.number}, ${dayOf(before)}`;

const dayOf = ({ made }: EditionRecord): string => fullDate(made.slice(0, 10), 'en');

/** All that changed, in one line. */
export function summaryOf({ groups, after }: Compared): string {
  const counts = countsOf(groups);
  return `${counts.charAt(0).toUpperCase()}${counts.slice(1)}; ${after.facts.length} facts from ${after.reports.length} reports now.`;
}
