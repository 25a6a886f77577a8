import { bucketsOf } from './buckets.ts';
import { type EditionFact, inCommon, type KeyedClaim, type KeyedFact } from './edition-facts.ts';
import { REWORDED, wordLikeness, wordsIn } from './near-words.ts';
import { type Candidate, oneToOne } from './one-to-one.ts';
import { byCodeUnits } from './order.ts';
import { sharersOf } from './parts-of-claims.ts';
import { type FiledReport, isCorrected, type ReportPair } from './report-pairs.ts';

/** A fact of the earlier edition → the one of the later edition that continues it. */
export type Continued<B extends EditionFact, A extends EditionFact> = ReadonlyMap<
  KeyedFact<B>,
  KeyedFact<A>
>;

/** What facts are matched within. */
interface Matching<B extends EditionFact, A extends EditionFact> {
  readonly before: readonly KeyedFact<B>[];
  readonly after: readonly KeyedFact<A>[];
  readonly pairs: readonly ReportPair<FiledReport, FiledReport>[];
}

/**
 * Tell which fact of a later edition continues which of an earlier one, one to one.
 *
 * By the claims that state both, most of them first, save that what is said in the same words goes before:
 * whoever followed a link to it finds it again; then by their words, where a report got another
 * name and other bytes at once; then by parts of claims, since a sentence that was told whole may be taken
 * apart when another report tells a part of it; then, in reports that were corrected, by words that are
 * nearly the same: a figure that was corrected is the same fact, said otherwise.
 */
export function continuedFacts<B extends EditionFact, A extends EditionFact>(
  matching: Matching<B, A>,
): Continued<B, A> {
  const continued = new Map<KeyedFact<B>, KeyedFact<A>>();
  for (const candidatesOf of [bySharedClaims, byStatement, byParts, byNearWords]) {
    const left = withoutMatched(matching, continued);
    for (const [before, after] of oneToOne(candidatesOf(left), nameOf))
      continued.set(before, after);
  }
  return continued;
}

function withoutMatched<B extends EditionFact, A extends EditionFact>(
  { before, after, pairs }: Matching<B, A>,
  continued: Continued<B, A>,
): Matching<B, A> & { readonly all: Matching<B, A> } {
  const taken = new Set(continued.values());
  return {
    before: before.filter((fact) => !continued.has(fact)),
    after: after.filter((fact) => !taken.has(fact)),
    pairs,
    all: { before, after, pairs },
  };
}

/** What it says, and every claim: no two facts of an edition have all that in common. */
const nameOf = ({ fact, all }: KeyedFact): string =>
  [fact.statement, ...[...all.keys()].sort(byCodeUnits)].join('\n\n');

// ---------------------------------------------------------------------------------------------
// Ways in which facts are found again

/**
 * Facts that claims state in common. What only stood close to the one does not make it the other: of
 * the claims in common one must have counted in either.
 */
function bySharedClaims<B extends EditionFact, A extends EditionFact>({
  before,
  after,
}: Matching<B, A>): readonly Candidate<KeyedFact<B>, KeyedFact<A>>[] {
  const holding = bucketsOf(after, ({ all }) => all.keys());
  return before.flatMap((earlier) => {
    const met = new Set([...earlier.all.keys()].flatMap((key) => holding.get(key) ?? []));
    return [...met]
      .filter(
        (later) =>
          inCommon(earlier.certain, later.all) > 0 && inCommon(earlier.all, later.certain) > 0,
      )
      .map((later) => ({
        before: earlier,
        after: later,
        likeness: [
          Number(earlier.fact.statement === later.fact.statement),
          inCommon(earlier.certain, later.certain),
          inCommon(earlier.all, later.all),
          Number(earlier.fact.id === later.fact.id),
        ],
      }));
  });
}

function byStatement<B extends EditionFact, A extends EditionFact>({
  before,
  after,
}: Matching<B, A>): readonly Candidate<KeyedFact<B>, KeyedFact<A>>[] {
  const saying = bucketsOf(after, ({ fact }) => [fact.statement]);
  return before.flatMap((earlier) =>
    (saying.get(earlier.fact.statement) ?? []).map((later) => ({
      before: earlier,
      after: later,
      likeness: [Number(earlier.fact.id === later.fact.id)],
    })),
  );
}

function byParts<B extends EditionFact, A extends EditionFact>({
  before,
  after,
}: Matching<B, A>): readonly Candidate<KeyedFact<B>, KeyedFact<A>>[] {
  const within = sharersOf(after);
  return before.flatMap((earlier) =>
    [...within(earlier)].map(([later, letters]) => ({
      before: earlier,
      after: later,
      likeness: [letters],
    })),
  );
}

function byNearWords<B extends EditionFact, A extends EditionFact>(
  matching: Matching<B, A> & { readonly all: Matching<B, A> },
): readonly Candidate<KeyedFact<B>, KeyedFact<A>>[] {
  const { before, after, pairs, all } = matching;
  const corrected = new Set(pairs.filter(isCorrected).map(({ key }) => key));
  const known = { before: keysIn(all.before), after: keysIn(all.after) };
  const changed = (fact: KeyedFact, others: ReadonlySet<string>) =>
    fact.claims
      .filter(({ certain, report, key }) => certain && corrected.has(report) && !others.has(key))
      .map((claim) => ({ report: claim.report, words: wordsIn(claim.exact) }));
  const later = after
    .map((fact) => ({ fact, claims: changed(fact, known.before) }))
    .filter(({ claims }) => claims.length > 0);
  const byReport = bucketsOf(later, ({ claims }) => new Set(claims.map(({ report }) => report)));
  return before.flatMap((earlier) => {
    const gone = changed(earlier, known.after);
    const near = new Set(gone.flatMap(({ report }) => byReport.get(report) ?? []));
    return [...near].flatMap(({ fact, claims }) => {
      const likeness = Math.max(
        ...gone.flatMap((a) =>
          claims.map((b) => (a.report === b.report ? wordLikeness(a.words, b.words) : 0)),
        ),
      );
      return likeness < REWORDED.likeness
        ? []
        : [{ before: earlier, after: fact, likeness: [likeness] }];
    });
  });
}

/** Keys of every claim of some facts. */
export const keysIn = (facts: readonly KeyedFact[]): ReadonlySet<string> =>
  new Set(facts.flatMap(({ claims }) => claims.map(({ key }: KeyedClaim) => key)));
