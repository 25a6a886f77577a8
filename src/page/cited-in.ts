import type { FactRow } from './fact-row.ts';

/** A paragraph by its number, and the fact that it tells, by whose id it is linked to. */
interface Place {
  readonly number: number;
  readonly fact: string;
}

/** Paragraphs one after another; where it is one alone, there is no last. */
export interface Run {
  readonly first: Place;
  readonly last: Place | null;
}

/**
 * The paragraphs that cite a report, those that follow one another taken together: a report that
 * states forty facts alone is cited in forty.
 *
 * @param rows Those that facts are told in.
 */
export function citedIn(report: number, rows: readonly FactRow[]): readonly Run[] {
  const places = rows.flatMap((row): Place[] =>
    row.paragraph !== null && citesOf(row).includes(report)
      ? [{ number: row.paragraph, fact: row.id }]
      : [],
  );
  const runs: [Place, ...Place[]][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.number === place.number - 1) run.push(place);
    else runs.push([place]);
  }
  return runs.flatMap((run): Run[] => {
    const last = run.at(-1);
    // Two are no shorter as a run than one by one.
    if (run.length < 3 || !last) return run.map((first) => ({ first, last: null }));
    return [{ first: run[0], last }];
  });
}

/** Numbers of the reports that a row cites, wherever in it. */
const citesOf = ({ said, before, close, compare }: FactRow): readonly number[] =>
  [...said, ...(before ? [before] : []), ...close, ...compare].flatMap(({ cites }) =>
    cites.map(({ number }) => number),
  );
