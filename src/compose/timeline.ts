import type { SectionMaker } from './section.ts';

/** Dated facts in order of their days. */
export const timeline: SectionMaker = ({ analysis }) =>
  analysis.timeline.length > 0
    ? { kind: 'timeline', heading: 'Timeline', entries: analysis.timeline }
    : undefined;
