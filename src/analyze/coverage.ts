import { coverageOfFact } from '../cells.ts';
import { statingReports } from '../facts.ts';
import type { Coverage, Divergence, Fact, FactCoverage, Report, Sentence } from '../types.ts';

/** What coverage is counted from. */
interface Counted {
  readonly reports: readonly Report[];
  readonly sentences: ReadonlyMap<string, readonly Sentence[]>;
  readonly facts: readonly Fact[];
  /** A fact's id → its divergences. */
  readonly divergences: ReadonlyMap<string, readonly Divergence[]>;
}

/** Count what each report has, how much of it others state too, and what most have and it has not. */
export function coverageOf({ reports, sentences, facts, divergences }: Counted): Coverage {
  const shared = facts
    .filter((fact) => statingReports(fact).length > 1)
    .map((fact) => coverageOfFact(fact, divergences.get(fact.id) ?? []));
  const alone = countOf(facts.flatMap((fact) => onlyOne(statingReports(fact))));
  const common = shared.filter(({ states }) => states.length * 2 > reports.length);
  const entries = reports.map(({ id }) => {
    const counts = {
      sentences: sentences.get(id)?.length ?? 0,
      shared: shared.filter(({ states }) => states.includes(id)).length,
      alone: alone.get(id) ?? 0,
      missing: common.filter((row) => isSilent(row, id)).map(({ fact }) => fact),
    };
    return [id, counts] as const;
  });
  return { reports: Object.fromEntries(entries), facts: shared };
}

const onlyOne = (ids: readonly string[]): readonly string[] => (ids.length === 1 ? ids : []);

function countOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const isSilent = ({ states, differs, close }: FactCoverage, id: string): boolean =>
  ![...states, ...differs, ...close].includes(id);
