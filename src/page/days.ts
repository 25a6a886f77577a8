import { fullDate, weekday } from '../dates.ts';
import { html } from '../markup.ts';
import { statementTree } from '../trees.ts';
import type { TimelineEntry } from '../types.ts';
import type { Lookup } from './lookup.ts';

/** The timeline day by day. */
export function daysOf(entries: readonly TimelineEntry[], lookup: Lookup) {
  const days = [...new Set(entries.map(({ date }) => date))];
  return days.map((date) => ({
    date,
    label: fullDate(date),
    weekday: weekday(date),
    events: entries.filter((entry) => entry.date === date).map((entry) => eventOf(entry, lookup)),
  }));
}

function eventOf({ fact, statement, claims }: TimelineEntry, lookup: Lookup) {
  const cited = claims.flatMap((id) => lookup.claim(id) ?? []);
  return {
    fact,
    statement: html(statementTree(statement)),
    cites: lookup.cites(cited, lookup.claim(statement.claim)),
  };
}
