import type { KeyedClaim, KeyedFact } from '../edition-facts.ts';
import { areSameWords, wordLikeness, wordsIn } from '../near-words.ts';
import { byCodeUnits } from '../order.ts';
import type { FactChange, Quoted, RecordedFact, Reworded } from '../types.ts';
import type { Comparison } from './comparison.ts';

type Fact = KeyedFact<RecordedFact>;

/**
 * What happened to the facts: those of the later edition in its order, then what is gone. What a fact
 * shares with those that it was told with, or is told with now, is neither gained nor lost.
 */
export function changedFacts(comparison: Comparison): readonly FactChange[] {
  const closeTo = closeBy(comparison);
  const { before, after, continued, joined } = comparison;
  const told = new Map([...continued].map(([earlier, later]) => [later, earlier]));
  const gone = before.filter((fact) => !continued.has(fact) && !joined.has(fact));
  return [
    ...after.flatMap((later) => {
      const earlier = told.get(later);
      const close = closeTo.get(later) ?? [];
      const change = earlier ? changeOf(earlier, later, comparison) : addition(later, comparison);
      return isAnything({ ...change, close }) ? [{ ...change, close }] : [];
    }),
    ...gone.map((fact) => loss(fact, comparison)),
  ];
}

/** What has no earlier or later state. */
const NOTHING = {
  restated: null,
  gained: [],
  lost: [],
  withdrawn: [],
  corrected: [],
  reworded: [],
  close: [],
  standing: null,
  joined: [],
  parted: [],
} as const;

function addition(later: Fact, comparison: Comparison): FactChange {
  const joined = joinedTo(later, comparison);
  return {
    kind: 'added',
    fact: later.fact.id,
    statement: later.fact.statement,
    ...NOTHING,
    gained: named(without(stating([later]), stating(joined)), comparison),
    joined: idsOf(joined),
    parted: idsOf(comparison.parted.get(later) ?? []),
  };
}

function loss(earlier: Fact, comparison: Comparison): FactChange {
  const reports = stating([earlier]);
  return {
    kind: 'gone',
    fact: earlier.fact.id,
    statement: earlier.fact.statement,
    ...NOTHING,
    lost: named(reports, comparison),
    withdrawn: named(
      reports.filter((report) => tookBack(report, [earlier], comparison)),
      comparison,
    ),
  };
}

function changeOf(earlier: Fact, later: Fact, comparison: Comparison): FactChange {
  const joined = joinedTo(later, comparison);
  const parted = [...comparison.parted].flatMap(([fact, of]) => (of.includes(earlier) ? fact : []));
  const [was, is] = [stating([earlier]), stating([later])];
  const withJoined = stating([earlier, ...joined]);
  const withParted = stating([later, ...parted]);
  const lost = without(was, withParted);
  const backs = (report: string) => tookBack(report, [earlier], comparison);
  const changes = (report: string) => goneIn(report, [earlier], comparison).length > 0;
  return {
    ...NOTHING,
    kind: 'changed',
    fact: later.fact.id,
    statement: later.fact.statement,
    restated: areSameWords(earlier.fact.statement, later.fact.statement)
      ? null
      : earlier.fact.statement,
    gained: named(without(is, withJoined), comparison),
    lost: named(lost, comparison),
    withdrawn: named(lost.filter(backs), comparison),
    corrected: named(is.filter(changes), comparison),
    reworded: is
      .filter(changes)
      .flatMap((report) => rewordedIn(report, [earlier, later], comparison)),
    standing: otherStanding(earlier, later),
    joined: idsOf(joined),
  };
}

const without = (reports: readonly string[], others: readonly string[]): readonly string[] =>
  reports.filter((report) => !others.includes(report));

const otherStanding = (
  { fact: { standing: before } }: Fact,
  { fact: { standing: after } }: Fact,
): FactChange['standing'] => (before === after ? null : { before, after });

/** Facts of the earlier edition that are told with one of the later. */
const joinedTo = (later: Fact, { joined }: Comparison): readonly Fact[] =>
  [...joined].flatMap(([fact, into]) => (into === later ? fact : []));

const idsOf = (facts: readonly Fact[]): readonly string[] =>
  facts.map(({ fact }) => fact.id).sort(byCodeUnits);

const isAnything = ({ kind, restated, standing, ...lists }: FactChange): boolean =>
  kind !== 'changed' ||
  restated !== null ||
  standing !== null ||
  [lists.gained, lists.lost, lists.corrected, lists.joined, lists.close].some(
    (list) => list.length > 0,
  );

/** Keys of the reports that state a fact. */
const stating = (facts: readonly Fact[]): readonly string[] => [
  ...new Set(facts.flatMap(({ claims }) => claims.filter(isCertain).map(({ report }) => report))),
];

const isCertain = ({ certain }: KeyedClaim): boolean => certain;

/** Whether a report was corrected, and no longer has any of the passages that stated some facts. */
function tookBack(report: string, facts: readonly Fact[], comparison: Comparison): boolean {
  const own = certainIn(report, facts);
  return own.length > 0 && goneIn(report, facts, comparison).length === own.length;
}

/** Passages that stated some facts, and that a report no longer has since it was corrected. */
const goneIn = (
  report: string,
  facts: readonly Fact[],
  { corrected, kept }: Comparison,
): readonly KeyedClaim[] =>
  corrected.has(report) ? certainIn(report, facts).filter(({ key }) => !kept.has(key)) : [];

const certainIn = (report: string, facts: readonly Fact[]): readonly KeyedClaim[] =>
  facts.flatMap(({ claims }) => claims.filter((claim) => claim.certain && claim.report === report));

/** What a corrected report says instead of what stated a fact: of several passages, the most alike. */
function rewordedIn(
  report: string,
  [earlier, later]: readonly [Fact, Fact],
  comparison: Comparison,
): readonly Reworded[] {
  const { files, known } = comparison;
  const fresh = certainIn(report, [later]).filter(({ key }) => !known.has(key));
  const pairs = goneIn(report, [earlier], comparison).flatMap(({ exact: before }) =>
    fresh.map(({ exact: after }) => ({
      file: files.get(report) ?? '',
      before,
      after,
      likeness: wordLikeness(wordsIn(before), wordsIn(after)),
    })),
  );
  const [best] = pairs
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || byCodeUnits(a.before, b.before));
  if (!best) return [];
  const { file, before, after } = best;
  return [{ file, before, after }];
}

/**
 * A fact of the later edition → what reports that came or were corrected say close to it, where that
 * counts as stating no fact, and was not said before. What is close to several is told with the first by
 * its words, in whatever order they stand.
 */
function closeBy({ after, known, fresh, files }: Comparison): ReadonlyMap<Fact, readonly Quoted[]> {
  const told = new Set(
    after.flatMap(({ claims }) => claims.filter(isCertain).map(({ key }) => key)),
  );
  const byWords = [...after].sort((a, b) => byCodeUnits(a.fact.statement, b.fact.statement));
  return new Map(
    byWords.map((fact) => {
      const news = fact.claims.filter(
        ({ key, report }) => fresh.has(report) && !known.has(key) && !told.has(key),
      );
      for (const { key } of news) told.add(key);
      return [fact, news.map(({ report, exact }) => ({ file: files.get(report) ?? '', exact }))];
    }),
  );
}

/** Files of reports by their keys: as they are called now, else as they were. */
const named = (reports: readonly string[], { files }: Comparison): readonly string[] =>
  reports.flatMap((key) => files.get(key) ?? []).sort(byCodeUnits);
