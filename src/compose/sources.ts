import type { SectionMaker } from './section.ts';

/** Every report with what is known of it, and what was left out of it. */
export const sources: SectionMaker = ({ reports }) =>
  reports.length > 0 ? { kind: 'sources', heading: 'Sources' } : undefined;
