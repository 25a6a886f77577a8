import { dateRange, fullDate, monthAndYear, weekday } from '../dates.ts';
import type { When } from '../event-times.ts';
import { html } from '../markup.ts';
import { datedTree } from '../trees.ts';
import type { TimelineEntry } from '../types.ts';
import type { Lookup } from './lookup.ts';
import { timelinePicture } from './timeline-picture.ts';

/** The timeline date by date. */
export function daysOf(entries: readonly TimelineEntry[], lookup: Lookup) {
  const contested = datesThatDiffer(lookup);
  const dates = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const label = whenLabel(entry);
    dates.set(label, [...(dates.get(label) ?? []), entry]);
  }
  return [...dates].map(([label, told]) => ({
    date: told[0]?.date,
    label,
    weekday: told.some(isDay) ? weekday(told[0]?.date ?? '') : null,
    events: told.map((entry) => eventOf(entry, lookup, contested)),
  }));
}

/** A date in words, as exact as it is known: "about 16 May 2024", "27–31 May 2024", "February 2022". */
export function whenLabel({ date, until, precision, about }: When): string {
  const label = until ? dateRange(date, until) : WORDS[precision](date);
  return about ? `about ${label}` : label;
}

const WORDS: Readonly<Record<When['precision'], (date: string) => string>> = {
  day: fullDate,
  month: monthAndYear,
  year: (year) => year,
};

const isDay = ({ precision, about, until }: When): boolean =>
  precision === 'day' && !about && until === null;

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

/** Widths of the drawing, in pixels: for a page, and for a telephone. */
const WIDTHS = { broad: 720, narrow: 330 };

/** The timeline drawn, once for each width; nothing where there is too little to draw. */
export function picturesOf(entries: readonly TimelineEntry[], lookup: Lookup) {
  const last = entries.at(-1);
  const [first] = entries;
  if (!first || !last) return [];
  const isShared = ({ claims }: TimelineEntry) =>
    new Set(claims.map((id) => lookup.claim(id)?.report)).size > 1;
  return Object.entries(WIDTHS).flatMap(([name, width]) => {
    const drawn = timelinePicture(entries, {
      id: `timeline-${name}`,
      width,
      isShared,
      title: `${entries.length} dated events, ${whenLabel(first)} to ${whenLabel(last)}`,
      description:
        'A dot an event, above its date, in the order of the list below. Filled: several reports tell it. The axis is broken where no event is dated for some days.',
    });
    return drawn ? [{ name, drawing: html([drawn]) }] : [];
  });
}
