import { lineOf, type Placed, type Row } from './lines.ts';

/** Rows from an edge of the page that may stand on every page. */
const EDGE_ROWS = 3;
/** Share of the pages that have a running head. Left and right pages may have different ones. */
const REPEATED = 0.4;

/** A number of a page alone, or the address that browsers print. */
const FOLIO = /^(?:page|p\.)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|\/)\s*\d{1,4})?$/iu;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+(?:\s+\d{1,4}\s*\/\s*\d{1,4})?$/iu;
/** The moment of printing, with which browsers begin the line above a page. */
const PRINTED = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}\b/u;
const AROUND = [FOLIO, ADDRESS, PRINTED];

/** The items of lines at the edges of pages that are not part of the text. */
export function furniture(pages: readonly (readonly Row[])[]): ReadonlySet<Placed> {
  const edges = pages.map((rows) => [
    ...new Set([...rows.slice(0, EDGE_ROWS), ...rows.slice(-EDGE_ROWS)]),
  ]);
  const counts = new Map<string, number>();
  for (const rows of edges) {
    for (const key of new Set(rows.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, REPEATED * pages.length);
  const isAround = (row: Row) => {
    const text = lineOf(row).text;
    const isRepeated = (counts.get(keyOf(row)) ?? 0) >= least;
    return isRepeated || AROUND.some((pattern) => pattern.test(text));
  };
  return new Set(edges.flat().filter(isAround).flat());
}

/** The same for lines that differ in their numbers alone and stand in one place. */
function keyOf(row: Row): string {
  const { text, y } = lineOf(row);
  return `${Math.round(y / 10)} ${text.replace(/\d+/gu, '#')}`;
}
