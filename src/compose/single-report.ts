import { isSpeech, statingReports } from '../facts.ts';
import { labelOf } from '../labels.ts';
import type { Fact } from '../types.ts';
import type { SectionMaker } from './section.ts';

/** What one report alone states, by report, in the report's order, what the editor pinned first. */
export const singleReport: SectionMaker = ({ facts, reports }) => {
  const alone = facts.filter((fact) => statingReports(fact).length === 1 && !isSpeech(fact));
  const groups = reports.flatMap((report) => {
    const own = alone.filter((fact) => statingReports(fact).includes(report.id));
    const inOrder = [...own].sort(
      (a, b) => pinOf(a) - pinOf(b) || a.claims[0].start - b.claims[0].start,
    );
    return own.length > 0 ? [{ heading: labelOf(report), facts: inOrder.map(({ id }) => id) }] : [];
  });
  return groups.length > 0
    ? { kind: 'single-report', heading: 'Reported by one report only', groups }
    : undefined;
};

const pinOf = ({ pinned }: Fact): number => pinned ?? Number.MAX_SAFE_INTEGER;
