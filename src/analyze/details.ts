import { certainClaims, statedBy } from '../facts.ts';
import { IDLE_STEMS } from '../language/stop-words.ts';
import { opensClause } from '../language/subordinators.ts';
import { stems } from '../language/words.ts';
import { isEditors, unmarked } from '../rewording.ts';
import type { Claim, Detail, Fact, Span } from '../types.ts';

/** A stretch with fewer words of its own is a name, a title or a time, which others may imply. */
const MIN_WORDS = 3;

/** Of a stretch's words so many must stand in a report that has what it says. */
const MIN_SHARE = 0.2;

/** Words that begin with the same letters are forms of one: "decide", "decision". */
const ROOT = 5;

/**
 * Find what a statement says beyond what all who state the fact do: stretches between marks and
 * conjunctions of which other reports have hardly a word. Such a stretch must not be cited to
 * them.
 *
 * Words alone tell it, so what another report says in wholly other words is taken for missing
 * there: that understates who supports a stretch, and never overstates it. Where no stretch has
 * words of all reports, words tell nothing, and nothing is found.
 *
 * @returns In order, neighbors with the same support as one.
 */
export function detailsOf(fact: Fact): readonly Detail[] {
  const certain = certainClaims(fact);
  const own = statedBy(fact);
  // Words that the editor chose are no report's own.
  const isOwn = ({ report }: Claim) => report === own.report && !isEditors(fact.statement);
  const others = rootsByReport(certain.filter((claim) => !isOwn(claim)));
  if (others.size === 0) return [];
  const { text } = fact.statement;
  const rated = stretchesOf(text).map((stretch) => {
    const roots = rootsOf(unmarked(text.slice(stretch.start, stretch.end)));
    const missing = [...others].flatMap(([report, words]) =>
      roots.length > 0 && shareOf(roots, words) < MIN_SHARE ? [report] : [],
    );
    return { ...stretch, missing: roots.length < MIN_WORDS ? [] : missing, words: roots.length };
  });
  const common = rated.some(({ missing, words }) => missing.length === 0 && words > 0);
  if (!common) return [];
  return joined(rated).flatMap(({ start, end, missing }) => {
    const [first, ...more] = certain.filter(({ report }) => !missing.includes(report));
    if (missing.length === 0 || !first) return [];
    return [{ start, end, claims: [first.id, ...more.map(({ id }) => id)] as const }];
  });
}

interface Rated extends Span {
  /** Reports that have hardly a word of it. */
  readonly missing: readonly string[];
}

/** Neighboring stretches that the same reports lack, as one. */
function joined(rated: readonly Rated[]): readonly Rated[] {
  const all: Rated[] = [];
  for (const next of rated) {
    const last = all.at(-1);
    if (last && last.missing.join() === next.missing.join())
      all[all.length - 1] = { ...last, end: next.end };
    else all.push(next);
  }
  return all;
}

/** Roots of the words of the sentences in which each report states the fact. */
function rootsByReport(claims: readonly Claim[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const { report, context } of claims) {
    const known = all.get(report) ?? new Set();
    for (const root of rootsOf(context.exact)) known.add(root);
    all.set(report, known);
  }
  return all;
}

const shareOf = (roots: readonly string[], words: ReadonlySet<string>): number =>
  roots.filter((root) => words.has(root)).length / roots.length;

const rootsOf = (text: string): readonly string[] => [
  ...new Set(
    stems(text)
      .filter((stem) => !IDLE_STEMS.has(stem))
      .map((stem) => stem.slice(0, ROOT)),
  ),
];

/** Marks, but not inside figures, and words. */
const PART = /[“”]|[,;:—–)](?=\s|$)|\(|\p{L}+/gu;

/**
 * Cut a text into stretches that cover it: behind marks, and before words that open a clause.
 * Quotations stay whole.
 */
function stretchesOf(text: string): readonly Span[] {
  const cuts: number[] = [];
  let quoted = false;
  for (const { 0: part, index } of text.matchAll(PART)) {
    if (part === '“' || part === '”') quoted = part === '“';
    else if (!quoted && /^[,;:—–)]$/u.test(part)) cuts.push(index + 1);
    else if (!quoted && index > 0 && (part === '(' || opensClause(part))) cuts.push(index);
  }
  const ends = [...new Set([...cuts, text.length])];
  return ends.map((end, place) => ({ start: ends[place - 1] ?? 0, end }));
}
