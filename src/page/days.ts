import { bucketsOf } from '../buckets.ts';
import { weekday } from '../dates.ts';
import { isOneDay, whenLabel } from '../event-times.ts';
import { html } from '../markup.ts';
import { datedTree } from '../trees.ts';
import type { TimelineEntry } from '../types.ts';
import type { Lookup } from './lookup.ts';

/** The timeline date by date. */
export function daysOf(entries: readonly TimelineEntry[], lookup: Lookup) {
  const contested = datesThatDiffer(lookup);
  const { locale } = lookup.briefing.house;
  const dates = bucketsOf(entries, (entry) => [whenLabel(entry, locale)]);
  return [...dates].map(([label, told]) => ({
    date: told[0].date,
    label,
    weekday: told.some(isOneDay) ? weekday(told[0].date) : null,
    events: told.map((entry) => eventOf(entry, lookup, contested)),
  }));
}

/** A claim's id → the difference in which it gives one of several days. */
function datesThatDiffer({ analysis }: Lookup): ReadonlyMap<string, string> {
  const dates = analysis.divergences.filter(
    ({ kind, status }) => kind === 'date' && status !== 'wording',
  );
  return new Map(
    dates.flatMap(({ id, sides }) =>
      sides.flatMap(({ claims }) => claims.map((claim) => [claim, id] as const)),
    ),
  );
}

function eventOf(entry: TimelineEntry, lookup: Lookup, contested: ReadonlyMap<string, string>) {
  const { fact, statement, claims } = entry;
  const cited = claims.flatMap((id) => lookup.claim(id) ?? []);
  return {
    fact,
    statement: html(datedTree(entry)),
    cites: lookup.cites(cited, lookup.claim(statement.claim)),
    differs: claims.map((id) => contested.get(id)).find((id) => id !== undefined) ?? null,
  };
}
