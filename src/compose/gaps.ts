import type { Gap } from '../types.ts';
import type { SectionMaker } from './section.ts';

/** In which order questions stand. */
const QUESTIONS: readonly Gap['question'][] = [
  'who',
  'what',
  'where',
  'when',
  'why',
  'how many',
  'whether',
  'who says so',
  'comment',
];

/** What no report answers, question by question. */
export const gaps: SectionMaker = ({ analysis }) => {
  const open = QUESTIONS.flatMap((question) =>
    analysis.gaps.filter((gap) => gap.question === question),
  );
  return open.length > 0 ? { kind: 'gaps', heading: 'Not reported', gaps: open } : undefined;
};
