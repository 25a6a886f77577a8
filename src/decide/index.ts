import type { VFileMessage } from 'vfile-message';
import type { Decision, Reference } from '../config/index.ts';
import { inOrder } from '../facts.ts';
import { message } from '../messages.ts';
import type { Applied, Claim, DecisionKind, Fact, Report } from '../types.ts';
import { appliedIn } from './applied.ts';
import { factNamed, isLack, type Lack, passagesNamed, type Stock } from './find.ts';
import { withLeftOut } from './ledger.ts';
import { merge } from './merge.ts';
import { pin } from './pin.ts';
import { withReasons } from './reasons.ts';
import { reword } from './reword.ts';
import { split } from './split.ts';
import type { Objection, Outcome, Ready, Step, Target } from './step.ts';
import { suppress } from './suppress.ts';

export { stillTold } from './ledger.ts';

/**
 * The kinds of decisions in the order in which they are applied, whatever their order in the file.
 * What was taken apart can be merged with something else; what is reworded, pinned and suppressed
 * are facts as they then are.
 */
const STEPS: readonly (readonly [kind: DecisionKind, apply: Step])[] = [
  ['split', split],
  ['merge', merge],
  ['reword', reword],
  ['pin', pin],
  ['suppress', suppress],
];

/**
 * Decisions that must fit: without them the briefing would print what the editor would not have
 * printed. Without a merge facts are told apart, without a pin in another place: nothing is untrue.
 */
const MUST_FIT: ReadonlySet<DecisionKind> = new Set(['split', 'reword', 'suppress']);

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
  for (const [kind, apply] of STEPS) {
    const own = decisions.filter((decision) => decision.kind === kind);
    const found = own.map((each) => readied(each, { facts: state.facts, stock }));
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
    decisions: appliedIn(
      state,
      STEPS.map(([kind]) => kind),
      file,
    ),
    messages: [...state.objections]
      .sort((a, b) => a.at.place.line - b.at.place.line || a.at.place.column - b.at.place.column)
      .map((objection) => messageOf(objection, file)),
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
function readied(decision: Decision, shelf: Shelf): Readied {
  const { kind } = decision;
  const named = decision.facts.map((at) => ({ at, result: printable(at, kind, shelf) }));
  const missing = named.flatMap(({ at, result }) =>
    isLack(result) ? unfit(kind, at, result) : [],
  );
  const [first, ...more] = named.flatMap(({ result }) => (isLack(result) ? [] : result));
  if (!first || missing.length > 0) return { objections: missing };
  const inside = decision.passages.map((at) => ({ at, ...passageIn(first.fact, at, kind, shelf) }));
  const objections = inside.flatMap(({ at, lack }) => (lack ? unfit(kind, at, lack) : []));
  if (objections.length > 0) return { objections };
  return {
    ready: {
      decision,
      targets: [first, ...more],
      passages: inside.flatMap(({ here }) => here ?? []),
      elsewhere: inside.flatMap(({ elsewhere }) => elsewhere ?? []),
    },
    objections: inside.flatMap(({ at, elsewhere }) => (elsewhere ? apartAlready(at) : [])),
  };
}

/** A fact that is named; to be put first or reworded, a sentence must state it. */
function printable(at: Reference, kind: DecisionKind, { facts, stock }: Shelf): Target | Lack {
  const target = factNamed(at, facts, stock);
  const isShown = kind === 'pin' || kind === 'reword';
  if (!isShown || isLack(target)) return target;
  return target.fact.claims.every((claim) => claim.kind === 'headline')
    ? { lack: 'nothing', ...HEADLINE }
    : target;
}

const HEADLINE = {
  found: 'headline that no sentence of a report states',
  expected: 'a passage that states a fact',
  advice: 'name the sentence in which a report tells it',
};

interface Inside {
  /** Passages of the fact. */
  readonly here?: readonly Claim[];
  /** Passages of other facts, where they are to leave this one. */
  readonly elsewhere?: readonly Claim[];
  readonly lack?: Lack;
}

function passageIn(fact: Fact, at: Reference, kind: DecisionKind, { facts, stock }: Shelf): Inside {
  const here = passagesNamed(at, fact, stock);
  if (isLack(here)) return { lack: here };
  if (here.length > 0) return { here };
  const other = factNamed(at, facts, stock);
  if (isLack(other) && other.lack === 'nothing') return { lack: other };
  if (kind === 'split') return { elsewhere: isLack(other) ? [] : other.claims };
  return { lack: ofOtherFact(at, fact) };
}

/** What references are looked up in. */
interface Shelf {
  readonly facts: readonly Fact[];
  readonly stock: Stock;
}

function unfit(kind: DecisionKind, at: Reference, lack: Lack): Objection {
  const strict = lack.lack === 'several' ? 'decision-ambiguous' : 'decision-unmatched';
  const { found, expected, advice } = lack;
  return {
    rule: MUST_FIT.has(kind) ? strict : 'decision-unapplied',
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

const messageOf = ({ rule, at, found, expected, advice }: Objection, file: string): VFileMessage =>
  message({ rule, file, place: at.place, found, expected, advice });
