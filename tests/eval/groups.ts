import {
  objectionsTo,
  type Profile,
  profilesOf,
  VALUE_NAMES,
  valuesOf,
} from '../../src/alike/index.ts';
import { candidatePairs } from '../../src/merge/candidates.ts';
import { groupClaims } from '../../src/merge/group.ts';
import { type Model, probability } from '../../src/merge/score.ts';
import { type Unit, unitsOf } from '../../src/merge/units.ts';
import { type Fitted, train } from './logistic.ts';
import { type Event, pairKey } from './same-fact.ts';

/** Two claims of an event, by their places, and what the annotation says of their sentences. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly values: readonly number[];
  /** 1: state a common fact. 0: do not. -1: doubtful, or of one report; not learnt from. */
  readonly label: number;
}

/** An annotated event, its claims compared. */
export interface Case {
  readonly event: Event;
  readonly units: readonly (Unit & { readonly id: string })[];
  readonly profiles: readonly Profile[];
  readonly pairs: readonly Pair[];
}

/** Compare the claims of an event. */
export function caseOf(event: Event): Case {
  const units = event.reports.flatMap(({ sentences, ids }) =>
    unitsOf([sentences]).map((unit) => ({ ...unit, id: ids[unit.claim.sentence] ?? '' })),
  );
  const profiles = profilesOf(
    units.map(({ claim }) => claim),
    units.map(({ position }) => position),
  );
  const claims = units.map(({ claim }) => claim);
  const pairs = candidatePairs(claims, profiles).flatMap(({ a, b }): Pair[] => {
    const [left, right] = [profiles[a], profiles[b]];
    const [unit, other] = [units[a], units[b]];
    if (!left || !right || !unit || !other || unit.id === other.id) return [];
    const key = pairKey(unit.id, other.id);
    const open = unit.claim.report === other.claim.report || event.doubtful.has(key);
    const linked = event.links.has(key);
    return [{ a, b, values: valuesOf(left, right), label: linked ? 1 : open ? -1 : 0 }];
  });
  return { event, units, profiles, pairs: bestOfEach(pairs, units) };
}

/**
 * The annotation links sentences. Where sentences were taken apart, at least one pair of parts
 * states the common fact; the likeliest is learnt as such, and nothing is learnt from the rest.
 */
function bestOfEach(
  pairs: readonly Pair[],
  units: readonly { readonly id: string }[],
): readonly Pair[] {
  const best = new Map<string, Pair>();
  const keyOf = ({ a, b }: Pair) => pairKey(units[a]?.id ?? '', units[b]?.id ?? '');
  const likeness = ({ values }: Pair) => (values[0] ?? 0) + (values[1] ?? 0);
  for (const pair of pairs) {
    const known = best.get(keyOf(pair));
    if (!known || likeness(pair) > likeness(known)) best.set(keyOf(pair), pair);
  }
  return pairs.map((pair) =>
    pair.label === 1 && best.get(keyOf(pair)) !== pair ? { ...pair, label: -1 } : pair,
  );
}

// ---------------------------------------------------------------------------------------------
// Measuring

/** A case whose pairs were scored by a model that never saw it. */
export interface Scored {
  readonly left: Case;
  readonly scores: (a: number, b: number) => number;
}

export function scoreCase(left: Case, model: Fitted): Scored {
  const size = left.units.length;
  const known = new Map(
    left.pairs.map(({ a, b, values }) => [a * size + b, probability(model, values)]),
  );
  return { left, scores: (a, b) => known.get(Math.min(a, b) * size + Math.max(a, b)) ?? 0 };
}

/** Folds of the cross-validation; an event is wholly in one. */
export const FOLDS = 5;

/** Score every case by a model that was fitted on the others. */
export const crossValidate = (cases: readonly Case[]): readonly Scored[] =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitWeights(cases.filter((__, index) => index % FOLDS !== fold));
    return cases
      .filter((__, index) => index % FOLDS === fold)
      .map((left) => scoreCase(left, model));
  }).flat();

export const fitWeights = (cases: readonly Case[]): Fitted =>
  train(
    cases.flatMap(({ pairs }) => pairs.filter(({ label }) => label >= 0)),
    VALUE_NAMES,
  );

export type Thresholds = Pick<Model, 'threshold' | 'adopted'>;

const groupsOf = ({ left: { units, profiles }, scores }: Scored, at: Thresholds) =>
  groupClaims({ claims: units.map(({ claim }) => claim), profiles, scores }, at);

/** Precision, recall and F1 of the pairs of sentences brought together, all events as one. */
export function linkScores(scored: readonly Scored[], at: Thresholds) {
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const one of scored) {
    const links = linksOf(one, at);
    const { links: gold, doubtful } = one.left.event;
    right += links.filter((link) => gold.has(link)).length;
    found += links.filter((link) => gold.has(link) || !doubtful.has(link)).length;
    wanted += gold.size;
  }
  const precision = right / (found || 1);
  const recall = right / wanted;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

function linksOf(scored: Scored, at: Thresholds): string[] {
  const { units } = scored.left;
  const links = groupsOf(scored, at).flatMap(({ own, guests }) => {
    const ids = [...new Set([...own, ...guests].map((place) => units[place]?.id ?? ''))];
    return ids.flatMap((a) =>
      ids.filter((b) => a.charAt(0) < b.charAt(0)).map((b) => pairKey(a, b)),
    );
  });
  return [...new Set(links)];
}

/**
 * Find the lowest score from which enough claims of a group state what its statement states, those
 * aside that a guard speaks against. The statement is taken to be the claim that is likeliest to
 * agree with the others.
 *
 * @param precision Share of the claims that must be right.
 */
export function certainty(scored: readonly Scored[], at: Thresholds, precision: number) {
  const claims = scored
    .flatMap((one) => claimsBesideStatement(one, at))
    .sort((a, b) => b.score - a.score);
  const wanted = claims.filter((claim) => claim.right).length;
  let right = 0;
  let best = { from: 1, precision: 1, recall: 0 };
  for (const [index, claim] of claims.filter(({ guarded }) => !guarded).entries()) {
    right += Number(claim.right);
    const reached = right / (index + 1);
    if (reached >= precision) {
      best = { from: claim.score, precision: reached, recall: right / wanted };
    }
  }
  return best;
}

/** Every claim of a group but the statement's: its score with that, and whether it is right. */
function claimsBesideStatement(scored: Scored, at: Thresholds) {
  const { left, scores } = scored;
  const { links, doubtful } = left.event;
  return groupsOf(scored, at).flatMap(({ own, guests }) => {
    const agreement = (place: number) => own.reduce((sum, other) => sum + scores(place, other), 0);
    const statement = own.reduce((best, next) => (agreement(next) > agreement(best) ? next : best));
    return [...own, ...guests].flatMap((place) => {
      const [one, other] = [left.units[statement], left.units[place]];
      if (!one || !other || one.claim.report === other.claim.report) return [];
      const key = pairKey(one.id, other.id);
      if (doubtful.has(key) && !links.has(key)) return [];
      const [words, own] = [left.profiles[statement], left.profiles[place]];
      const guarded = words && own ? objectionsTo(words, own).length > 0 : false;
      return [{ score: scores(statement, place), right: links.has(key), guarded }];
    });
  });
}
