import { certainClaims, statingReports } from '../facts.ts';
import { labelOf } from '../labels.ts';
import type { Fact, Standing } from '../types.ts';
import type { Lookup } from './lookup.ts';
import type { NewsMark } from './news-marks.ts';

/**
 * What the page's script must know and no element of the page says: by which reports and origins a
 * fact is stated, how it stands, and which passages it has.
 *
 * @param marks What became of facts since the last edition, by their ids.
 */
export function factsData(lookup: Lookup, marks: ReadonlyMap<string, NewsMark>) {
  const { briefing } = lookup;
  return {
    reports: Object.fromEntries(briefing.reports.map((report) => [report.number, labelOf(report)])),
    facts: Object.fromEntries(
      briefing.facts.map((fact) => [
        fact.id,
        { ...factData(fact, lookup), news: marks.get(fact.id)?.kind },
      ]),
    ),
  };
}

/** Standings that reports and origins do not tell. */
const TOLD: Readonly<Partial<Record<Standing, string>>> = {
  disputed: 'open',
  superseded: 'updated',
};

function factData(fact: Fact, { report, analysis }: Lookup) {
  return {
    reports: statingReports(fact).flatMap((id) => report(id)?.number ?? []),
    origins: analysis.origins[fact.id]?.length ?? 0,
    // What holds of few facts is said of those alone: `undefined` is not written.
    differs: TOLD[analysis.standing[fact.id] ?? 'single-source'],
    passages: certainClaims(fact).map(({ id }) => id),
    close: fact.uncertain.length > 0 ? fact.uncertain : undefined,
  };
}
