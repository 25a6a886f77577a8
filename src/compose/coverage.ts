import type { SectionMaker } from './section.ts';

/** How much of the briefing each report carries. */
export const coverage: SectionMaker = ({ reports }) =>
  reports.length > 0 ? { kind: 'coverage', heading: 'Coverage' } : undefined;
