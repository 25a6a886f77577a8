/** Adverbs by which a reporter does not vouch for what a sentence states. */
export const HEARSAY: ReadonlySet<string> = new Set(
  'reportedly allegedly purportedly supposedly'.split(' '),
);

/** Those that say there is a report, which the reporter does not name. */
export const FROM_REPORTS: ReadonlySet<string> = new Set(['reportedly']);

/** What the reports that "reportedly" tells of are called. */
export const UNNAMED_REPORT = 'unnamed report';
