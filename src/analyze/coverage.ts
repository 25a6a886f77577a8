import { statingReports } from '../facts.ts';
import type { Coverage, Fact, Report, Sentence } from '../types.ts';

/** Count what each report has, and how much of it others state too. */
export function coverageOf(
  reports: readonly Report[],
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  facts: readonly Fact[],
): Coverage {
  const entries = reports.map(({ id }) => {
    const own = facts.filter((fact) => statingReports(fact).includes(id));
    const shared = own.filter((fact) => statingReports(fact).length > 1).length;
    const counts = {
      sentences: sentences.get(id)?.length ?? 0,
      shared,
      alone: own.length - shared,
    };
    return [id, counts] as const;
  });
  return { reports: Object.fromEntries(entries) };
}
