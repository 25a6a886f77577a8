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

function eventOf({ fact: id, claims }: TimelineEntry, lookup: Lookup) {
  const fact = lookup.fact(id);
  return {
    fact: id,
    statement: html(fact ? statementTree(fact.statement) : []),
    cites: lookup.cites(
      claims.flatMap((claim) => lookup.claim(claim) ?? []),
      undefined,
    ),
  };
}
