import { bucketsOf } from './buckets.ts';

/** What tells a report of one edition from others. */
export interface FiledReport {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
}

/** A report in two editions. */
export interface ReportPair<B extends FiledReport, A extends FiledReport> {
  /** One name for it in both editions, which depends on files alone. */
  readonly key: string;
  /** Null where it was added. */
  readonly before: B | null;
  /** Null where it was removed. */
  readonly after: A | null;
}

/**
 * Tell which reports of two editions are the same: those that have the same bytes, of whatever name;
 * then those that have the same name. Ids are not asked: they may shift when files come or go.
 *
 * @returns Those of the later edition in its order, then those that were removed.
 */
export function pairReports<B extends FiledReport, A extends FiledReport>(
  before: readonly B[],
  after: readonly A[],
): readonly ReportPair<B, A>[] {
  const byBytes = bucketsOf(before, ({ sha256 }) => [sha256]);
  const byFile = bucketsOf(before, ({ file }) => [file]);
  const same = new Map<A, B>();
  const taken = new Set<B>();
  const pair = (report: A, candidates: readonly B[]) => {
    const free = same.has(report) ? [] : candidates.filter((earlier) => !taken.has(earlier));
    const earlier = free.find(({ file }) => file === report.file) ?? free[0];
    if (!earlier) return;
    same.set(report, earlier);
    taken.add(earlier);
  };
  for (const report of after) pair(report, byBytes.get(report.sha256) ?? []);
  for (const report of after) pair(report, byFile.get(report.file) ?? []);
  return [
    ...after.map((report) => {
      const earlier = same.get(report) ?? null;
      return { key: keyOf(earlier, report), before: earlier, after: report };
    }),
    ...before
      .filter((report) => !taken.has(report))
      .map((report) => ({ key: keyOf(null, report), before: report, after: null })),
  ];
}

/** The bytes, where both have them; the name, where both have that; else both, which nobody shares. */
function keyOf(before: FiledReport | null, { file, sha256 }: FiledReport): string {
  if (before === null) return `${file}\n${sha256}`;
  return before.sha256 === sha256 ? sha256 : file;
}

/** Whether a report is in both editions, with other bytes. */
export const isCorrected = ({ before, after }: ReportPair<FiledReport, FiledReport>): boolean =>
  before !== null && after !== null && before.sha256 !== after.sha256;
