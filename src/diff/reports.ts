import { isCorrected, type ReportPair } from '../report-pairs.ts';
import type { RecordedReport, ReportChange } from '../types.ts';

/** What happened to the reports: those of the later edition in its order, then what was removed. */
export const changedReports = (
  pairs: readonly ReportPair<RecordedReport, RecordedReport>[],
): readonly ReportChange[] => pairs.flatMap((pair) => changeOf(pair) ?? []);

function changeOf(pair: ReportPair<RecordedReport, RecordedReport>): ReportChange | undefined {
  const { before, after } = pair;
  if (after === null) {
    return before
      ? { kind: 'removed', file: before.file, was: null, outlet: before.outlet }
      : undefined;
  }
  const { file, outlet } = after;
  if (before === null) return { kind: 'added', file, was: null, outlet };
  if (isCorrected(pair)) return { kind: 'corrected', file, was: null, outlet };
  return before.file === file ? undefined : { kind: 'renamed', file, was: before.file, outlet };
}
