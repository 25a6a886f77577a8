import type { VFileMessage } from 'vfile-message';
import { fold } from '../characters.ts';
import type { Decision, Reference } from '../config/index.ts';
import { inOrder, ownClaims } from '../facts.ts';
import { message } from '../messages.ts';
import type {
  Applied,
  Claim,
  DecisionKind,
  Fact,
  LeftOut,
  Merge,
  Report,
  Sentence,
} from '../types.ts';
import { factNamed, isLack, type Lack, passagesNamed, type Stock } from './find.ts';
import { merge } from './merge.ts';
import { pin } from './pin.ts';
import { reword } from './reword.ts';
import { split } from './split.ts';
import type { Done, Objection, Outcome, Ready, Step } from './step.ts';
import { suppress } from './suppress.ts';

/**
 * The kinds of decisions in the order in which they are applied, whatever their order in the file,
 * and what becomes of the run where one fits nothing. What was taken apart can be merged with
 * something else; what is reworded, pinned and suppressed are facts as they then are.
 */
const KINDS: readonly {
  readonly kind: DecisionKind;
  readonly apply: Step;
  /** Whether the briefing would say what the editor would not have said. */
  readonly mustFit: boolean;
}[] = [
  { kind: 'split', apply: split, mustFit: true },
  { kind: 'merge', apply: merge, mustFit: false },
  { kind: 'reword', apply: reword, mustFit: true },
  { kind: 'pin', apply: pin, mustFit: false },
  { kind: 'suppress', apply: suppress, mustFit: true },
];

export interface Decided {
  /** What was pinned first; then in order of how many reports state it. */
  readonly facts: readonly Fact[];
  /** With the passages of suppressed facts among what was left out. */
  readonly reports: readonly Report[];
  /** In order of their kinds and facts. */
  readonly decisions: readonly Applied[];
  readonly messages: readonly VFileMessage[];
}

/** What the editor said, and where. */
export interface Said {
  readonly decisions: readonly Decision[];
  /** Name of the file, for messages. */
  readonly file: string;
}

/**
 * Apply what the editor decided about facts.
 *
 * @param stock The reports, and their sentences with all claims, in which decisions are looked up.
 * @returns The facts as they are if there are no decisions. A message for each that does not fit.
 */
export function decide(facts: readonly Fact[], stock: Stock, { decisions, file }: Said): Decided {
  const { reports } = stock;
  if (decisions.length === 0) return { facts, reports, decisions: [], messages: [] };
  const order = reports.map(({ id }) => id);
  let state: Outcome = { facts, done: [], objections: [], leftOut: [] };
  const before: Ready[] = [];
  for (const { kind, apply, mustFit } of KINDS) {
    const own = decisions.filter((decision) => decision.kind === kind);
    const found = own.map((each) => readied(each, mustFit, { facts: state.facts, stock }));
    const ready = found.flatMap((each) => each.ready ?? []);
    const next = apply(state.facts, ready, { byPlace: byPlace(order), before });
    before.push(...ready);
    state = {
      facts: [...next.facts].sort(inOrder(order)),
      done: [...state.done, ...next.done],
      objections: [
        ...state.objections,
        ...found.flatMap(({ objections }) => objections),
        ...next.objections,
      ],
      leftOut: [...(state.leftOut ?? []), ...(next.leftOut ?? [])],
    };
  }
  return {
    facts: state.facts.map((fact) => withReasons(fact, state.done)),
    reports: withLeftOut(reports, state.leftOut ?? [], facts),
    decisions: appliedIn(state, file),
    messages: state.objections.map((objection) => messageOf(objection, file)),
  };
}

const byPlace =
  (order: readonly string[]) =>
  (a: Claim, b: Claim): number =>
    order.indexOf(a.report) - order.indexOf(b.report) || a.start - b.start || a.end - b.end;

// ---------------------------------------------------------------------------------------------
// What decisions are about

interface Readied {
  /** Absent where anything that it must have is lacking. */
  readonly ready?: Ready;
  readonly objections: readonly Objection[];
}

/** Look up the facts and passages of a decision. */
function readied(decision: Decision, mustFit: boolean, { facts, stock }: Shelf): Readied {
  const object = (at: Reference, lack: Lack) => unfit(decision.kind, mustFit, { at, lack });
  const named = decision.facts.map((at) => ({ at, result: factNamed(at, facts, stock) }));
  const objections = named.flatMap(({ at, result }) => (isLack(result) ? object(at, result) : []));
  const [first, ...more] = named.flatMap(({ result }) => (isLack(result) ? [] : result));
  if (!first || objections.length > 0) return { objections };
  const inside = decision.passages.map((at) => ({ at, ...passageIn(first.fact, at, decision) }));
  const missing = inside.flatMap(({ at, lack }) => (lack ? object(at, lack) : []));
  if (missing.length > 0) return { objections: missing };
  return {
    ready: {
      decision,
      targets: [first, ...more],
      passages: inside.flatMap(({ here }) => here ?? []),
      elsewhere: inside.flatMap(({ elsewhere }) => elsewhere ?? []),
    },
    objections: inside.flatMap(({ at, elsewhere }) => (elsewhere ? [apartAlready(at)] : [])),
  };

  /** A passage of the fact; for what is to leave it, one of another fact does, too. */
  function passageIn(fact: Fact, at: Reference, { kind }: Decision) {
    const here = passagesNamed(at, fact, stock);
    if (isLack(here)) return { lack: here };
    if (here.length > 0) return { here };
    const other = factNamed(at, facts, stock);
    if (isLack(other) && other.lack === 'nothing') return { lack: other };
    if (kind === 'split') return { elsewhere: isLack(other) ? [] : other.claims };
    return { lack: ofOtherFact(at, fact) };
  }
}

/** What references are looked up in. */
interface Shelf {
  readonly facts: readonly Fact[];
  readonly stock: Stock;
}

function unfit(
  kind: DecisionKind,
  mustFit: boolean,
  { at, lack }: { readonly at: Reference; readonly lack: Lack },
): Objection {
  const strict = lack.lack === 'several' ? 'decision-ambiguous' : 'decision-unmatched';
  const { found, expected, advice } = lack;
  return {
    rule: mustFit ? strict : 'decision-unapplied',
    at,
    found: `${kind} of ${found}`,
    expected,
    advice,
  };
}

const apartAlready = (at: Reference): Objection => ({
  rule: 'decision-needless',
  at,
  found: `passage "${at.text}" that is not in the fact`,
  expected: 'a passage of the fact that is split',
  advice: 'take it out of the decision',
});

const ofOtherFact = (at: Reference, { id }: Fact): Lack => ({
  lack: 'nothing',
  found: `passage "${at.text}" that is not in the fact (${id})`,
  expected: 'a passage of the fact whose words are to be replaced',
  advice: 'name one of its passages, or merge the facts',
});

// ---------------------------------------------------------------------------------------------
// What came of them

/** A fact with the editor's word among the reasons of its merges. */
function withReasons(fact: Fact, done: readonly Done[]): Fact {
  const places = new Map(fact.claims.map(({ id }, index) => [id, index]));
  const vouched = done.flatMap(({ decision, vouched: pairs }) =>
    pairs.flatMap(([one, other]): Merge[] => {
      const [a, b] = [one, other].sort((x, y) => (places.get(x) ?? 0) - (places.get(y) ?? 0));
      if (!a || !b || !places.has(a) || !places.has(b)) return [];
      const { because } = decision;
      return [{ a, b, score: 1, reasons: [because ? `the editor: ${because}` : 'the editor'] }];
    }),
  );
  if (vouched.length === 0) return fact;
  const merged = new Map<string, Merge>();
  for (const pair of [...fact.merged, ...vouched]) {
    const [a, b] = [places.get(pair.a) ?? 0, places.get(pair.b) ?? 0].sort((x, y) => x - y);
    const known = merged.get(`${a} ${b}`);
    const reasons = [...new Set([...pair.reasons, ...(known?.reasons ?? [])])].sort();
    merged.set(`${a} ${b}`, { ...pair, reasons: known ? reasons : pair.reasons });
  }
  const rank = ({ a, b }: Merge) =>
    (places.get(a) ?? 0) * fact.claims.length + (places.get(b) ?? 0);
  return { ...fact, merged: [...merged.values()].sort((x, y) => rank(x) - rank(y)) };
}

/**
 * The reports with what is printed no more. Where words of it were left out before (a paragraph
 * that is said twice), they are not shown there either.
 */
function withLeftOut(
  reports: readonly Report[],
  leftOut: readonly LeftOut[],
  facts: readonly Fact[],
): readonly Report[] {
  if (leftOut.length === 0) return reports;
  const hidden = facts
    .flatMap(ownClaims)
    .filter(({ report, start, end }) =>
      leftOut.some((gone) => gone.report === report && gone.start === start && gone.end === end),
    )
    .map(({ exact }) => fold(exact));
  const shown = ({ text }: LeftOut) => !hidden.some((words) => fold(text).includes(words));
  return reports.map((report) => ({
    ...report,
    leftOut: [
      ...report.leftOut.map((each) => (shown(each) ? each : { ...each, text: '' })),
      ...leftOut.filter((each) => each.report === report.id),
    ],
  }));
}

/** The decisions that were applied, with the facts that they came to in the end. */
function appliedIn({ facts, done }: Outcome, file: string): readonly Applied[] {
  const order = KINDS.map(({ kind }) => kind);
  const rank = ({ kind, facts: ids }: Applied) =>
    order.indexOf(kind) * (facts.length + 1) + facts.findIndex(({ id }) => id === ids[0]);
  return done
    .map(({ decision, facts: [first, ...more] }): Applied => {
      const ids = more.map((fact) => finalId(fact, facts));
      return {
        kind: decision.kind,
        facts: [finalId(first, facts), ...ids],
        because: decision.because,
        said: { file, ...decision.place },
      };
    })
    .sort((a, b) => rank(a) - rank(b) || compare(keyOf(a), keyOf(b)));
}

/** Id of the fact that holds the first claim of another in the end; its own where none does. */
function finalId(fact: Fact, facts: readonly Fact[]): string {
  const [first = fact.claims[0]] = ownClaims(fact);
  const holds = (each: Fact) => ownClaims(each).some(({ id }) => id === first.id);
  return facts.find(holds)?.id ?? fact.id;
}

const keyOf = ({ facts, because }: Applied): string => `${facts.join(' ')} ${because ?? ''}`;

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const messageOf = ({ rule, at, found, expected, advice }: Objection, file: string): VFileMessage =>
  message({ rule, file, place: at.place, found, expected, advice });

/**
 * The sentences without those of which nothing is told since the editor suppressed it: whom they
 * name is not to be listed either.
 */
export function stillTold(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  reports: readonly Report[],
  facts: readonly Fact[],
): ReadonlyMap<string, readonly Sentence[]> {
  const claims = facts.flatMap((fact) => fact.claims);
  const touches =
    ({ whole }: Sentence) =>
    (other: LeftOut | Claim) =>
      other.report === whole.report && other.start < whole.end && other.end > whole.start;
  const hidden = reports.flatMap(({ leftOut }) =>
    leftOut.filter(({ reason }) => reason === 'editor'),
  );
  if (hidden.length === 0) return sentences;
  const isTold = (each: Sentence) => !hidden.some(touches(each)) || claims.some(touches(each));
  return new Map([...sentences].map(([id, own]) => [id, own.filter(isTold)]));
}
