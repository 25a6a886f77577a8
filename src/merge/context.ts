import type { Likeness } from '../alike/index.ts';
import type { Claim } from '../types.ts';
import { type Matrix, NO_ROW, type Row, valueAt } from './matrix.ts';

/**
 * What the other pairs of an event say about a pair. Two claims that are somewhat alike state one
 * fact if neither is like anything else there; they hardly do if one of them has a better match in
 * the other's report.
 */
export interface ContextValue {
  readonly name: string;
  readonly about: Likeness;
  /** What it tells that the pair alone does not. */
  readonly because: string;
  readonly of: (pair: Seen) => number;
}

/** A pair by the places of its claims, with its probability so far. */
export interface Placed {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** A pair among all others. */
interface Seen extends Placed {
  readonly event: Surroundings;
  /** By how much its log-odds exceed those of the next best match of either claim. */
  readonly leads: readonly [number, number];
  /** What claims of third reports say: how far one is shared, and how far one is only one's. */
  readonly thirds: { readonly shared: number; readonly rival: number };
}

/** What the other pairs say of one, in the order of `CONTEXT`. */
export function contextOf(pair: Placed, event: Surroundings): readonly number[] {
  const seen = { ...pair, event, leads: leads(pair, event), thirds: thirds(pair, event) };
  return CONTEXT.map(({ of }) => of(seen));
}

/** In this order in the model's weights. */
export const CONTEXT: readonly ContextValue[] = [
  {
    name: 'alone',
    about: 'words',
    because: 'What the pair says for itself counts first.',
    of: ({ score }) => odds(score),
  },
  {
    name: 'better than one',
    about: 'context',
    because:
      'A report tells a fact once: the best match of either claim is likelier the right one.',
    of: ({ leads: [one, other] }) => Math.max(one, other),
  },
  {
    name: 'better than both',
    about: 'context',
    because: 'A match that is the best from both sides is hardly chance.',
    of: ({ leads: [one, other] }) => Math.min(one, other),
  },
  {
    name: 'best of both',
    about: 'context',
    because: 'Whether it is, however narrowly.',
    of: ({ leads: [one, other] }) => Number(one >= 0 && other >= 0),
  },
  {
    name: 'third report',
    about: 'context',
    because: 'What both share with a claim of a third report, they are likely to share.',
    of: ({ thirds: { shared } }) => odds(shared),
  },
  {
    name: 'third report against',
    about: 'context',
    because: 'What only one of them shares with a third report speaks against the other.',
    of: ({ thirds: { rival } }) => rival,
  },
  {
    name: 'partners',
    about: 'context',
    because: 'What is like many claims is the topic of the event, not one fact.',
    of: ({ a, b, event: { partners } }) => (partners[a] ?? 0) + (partners[b] ?? 0),
  },
  {
    name: 'partners differ',
    about: 'context',
    because: 'One is like many, the other is not: hardly the same.',
    of: ({ a, b, event: { partners } }) => Math.abs((partners[a] ?? 0) - (partners[b] ?? 0)),
  },
  {
    name: 'reports',
    about: 'context',
    because: 'Of more reports, more state the same.',
    of: ({ event: { reports } }) => Math.min(reports, MANY_REPORTS),
  },
  {
    name: 'alone, of many',
    about: 'words',
    because: 'Words of a large event are rarer, and their weight is another.',
    of: ({ score, event: { reports } }) => (reports > 3 ? odds(score) : 0),
  },
  {
    name: 'before',
    about: 'context',
    because: 'Reports share agency copy: where what stands before agrees, so does this.',
    of: (pair) => odds(best(pair, BEFORE)),
  },
  {
    name: 'behind',
    about: 'context',
    because: 'The same of what stands behind.',
    of: (pair) => odds(best(pair, BEHIND)),
  },
  {
    name: 'beside',
    about: 'context',
    because: 'A neighbor that matches may be what one of them really states.',
    of: (pair) => odds(best(pair, BESIDE)),
  },
];

/** The events learnt from have three to eight reports; of more nothing is known. */
const MANY_REPORTS = 8;

/** Below this a probability is none: so small, they are noise. */
export const FLOOR = 0.01;

/** A pair that is likelier is a partner. */
const PARTNER = 0.3;

/** Probabilities of a third claim that are so far apart speak against a pair. */
const FAR = 0.3;

/** Log-odds of a probability, within bounds. */
function odds(probability: number): number {
  const bounded = Math.min(Math.max(probability, FLOOR), 1 - FLOOR);
  return Math.log(bounded / (1 - bounded));
}

// ---------------------------------------------------------------------------------------------
// What stands around

/** Scores of an event, looked up from all sides. */
export interface Surroundings {
  readonly matrix: Matrix;
  readonly reports: number;
  /** Number of each claim's report. */
  readonly reportOf: Int32Array;
  /** For each claim, the likely claims of other reports. */
  readonly likely: readonly Row[];
  /** For each claim, what of each report it is most like: a report's number → the two best. */
  readonly matches: readonly ReadonlyMap<number, Best>[];
  /** For each claim, log of how many partners it has, and itself. */
  readonly partners: readonly number[];
}

interface Best {
  readonly place: number;
  readonly score: number;
  /** Score of the second best. */
  readonly next: number;
}

/** Look at the scores of an event from all sides. */
export function surroundingsOf(claims: readonly Claim[], matrix: Matrix): Surroundings {
  const numbers = new Map([...new Set(claims.map(({ report }) => report))].map((id, n) => [id, n]));
  const reportOf = Int32Array.from(claims, ({ report }) => numbers.get(report) ?? 0);
  const likely = matrix.rows.map((row, a) => likelyOf(row, (b) => reportOf[a] !== reportOf[b]));
  return {
    matrix,
    reports: numbers.size,
    reportOf,
    likely,
    matches: likely.map((row) => matchesOf(row, reportOf)),
    partners: likely.map(({ values }) =>
      Math.log1p(values.reduce((sum, value) => sum + Number(value > PARTNER), 0)),
    ),
  };
}

function likelyOf({ columns, values }: Row, isOther: (place: number) => boolean): Row {
  const kept = [...columns.keys()].filter(
    (at) => (values[at] ?? 0) >= FLOOR && isOther(columns[at] ?? 0),
  );
  return {
    columns: Int32Array.from(kept, (at) => columns[at] ?? 0),
    values: Float64Array.from(kept, (at) => values[at] ?? 0),
  };
}

function matchesOf({ columns, values }: Row, reportOf: Int32Array): Map<number, Best> {
  const best = new Map<number, Best>();
  for (const [at, place] of columns.entries()) {
    const report = reportOf[place] ?? 0;
    const score = values[at] ?? 0;
    const known = best.get(report);
    if (!known) best.set(report, { place, score, next: 0 });
    else if (score > known.score) best.set(report, { place, score, next: known.score });
    else if (score > known.next) best.set(report, { ...known, next: score });
  }
  return best;
}

function leads({ a, b, score }: Placed, event: Surroundings): readonly [number, number] {
  const rival = (from: number, to: number) => {
    const match = event.matches[from]?.get(event.reportOf[to] ?? 0);
    if (!match) return 0;
    return match.place === to ? match.next : match.score;
  };
  return [odds(score) - odds(rival(a, b)), odds(score) - odds(rival(b, a))];
}

function thirds({ a, b }: Placed, { likely, reportOf }: Surroundings): Seen['thirds'] {
  const [left = NO_ROW, right = NO_ROW] = [likely[a], likely[b]];
  let [shared, rival, i, j] = [0, 0, 0, 0];
  while (i < left.columns.length || j < right.columns.length) {
    const [c, d] = [left.columns[i] ?? Infinity, right.columns[j] ?? Infinity];
    const third = reportOf[Math.min(c, d)];
    const one = c <= d ? (left.values[i++] ?? 0) : 0;
    const other = d <= c ? (right.values[j++] ?? 0) : 0;
    if (third === reportOf[a] || third === reportOf[b]) continue;
    shared = Math.max(shared, Math.min(one, other));
    if (Math.abs(one - other) > FAR) rival = Math.max(rival, one, other);
  }
  return { shared, rival };
}

type Step = readonly [number, number];
const BEFORE: readonly Step[] = [
  [-1, -1],
  [-1, -2],
  [-2, -1],
];
const BEHIND: readonly Step[] = [
  [1, 1],
  [1, 2],
  [2, 1],
];
const BESIDE: readonly Step[] = [
  [0, -1],
  [0, 1],
  [-1, 0],
  [1, 0],
];

/** The likeliest of the pairs so many claims away, in the same reports. */
function best({ a, b, event: { matrix, reportOf } }: Seen, steps: readonly Step[]): number {
  return Math.max(
    ...steps.map(([right, down]) => {
      const [c, d] = [a + right, b + down];
      const same = reportOf[c] === reportOf[a] && reportOf[d] === reportOf[b];
      return same ? (valueAt(matrix, c, d) ?? 0) : 0;
    }),
  );
}
