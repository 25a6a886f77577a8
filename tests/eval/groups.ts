import { onItsFace, type Profile, profilesOf } from '../../src/alike/index.ts';
import { candidatePairs, pairsIn } from '../../src/merge/candidates.ts';
import { CONTEXT, contextOf, surroundingsOf } from '../../src/merge/context.ts';
import { evidenceOf, WORDS, WORDS_AND_READING } from '../../src/merge/evidence.ts';
import { type Matrix, matrixOf, valueAt } from '../../src/merge/matrix.ts';
import { isReviewed } from '../../src/merge/review.ts';
import { type Logistic, type Model, probability, type Read } from '../../src/merge/score.ts';
import type { Unit } from '../../src/merge/units.ts';
import { train } from './logistic.ts';
import { openLeftOut } from './readings.ts';
import { type Event, pairKey, unitsIn } from './same-fact.ts';

/** Two claims of an event, by their places, and what the annotation says of their sentences. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  /** Evidence, and behind it, once all are scored, what the others say. */
  readonly values: readonly number[];
  /** How likely they are the same at least, whatever the values say. */
  readonly least: number;
  /** 1: state a common fact. 0: do not. -1: doubtful, or of one report; not learnt from. */
  readonly label: number;
}

/** An annotated event, its claims compared. */
export interface Case {
  readonly event: Event;
  readonly units: readonly (Unit & { readonly id: string })[];
  readonly profiles: readonly Profile[];
  readonly pairs: readonly Pair[];
  /** What is known of a pair by itself, by name. */
  readonly names: readonly string[];
}

/**
 * Compare the claims of an event.
 *
 * @param read Lets a model read them that never saw the event. Default: none reads.
 */
export async function caseOf(event: Event, read?: Read): Promise<Case> {
  const units = unitsIn(event);
  const profiles = profilesOf(
    units.map(({ claim }) => claim),
    units.map(({ position }) => position),
  );
  const claims = units.map(({ claim }) => claim);
  const candidates = pairsIn(candidatePairs(claims, profiles));
  const readings = await read?.(profiles, candidates);
  const pairs = candidates.flatMap(({ a, b }, at): Pair[] => {
    const [left, right] = [profiles[a], profiles[b]];
    const [unit, other] = [units[a], units[b]];
    if (!left || !right || !unit || !other || unit.id === other.id) return [];
    const key = pairKey(unit.id, other.id);
    const open = unit.claim.report === other.claim.report || event.doubtful.has(key);
    const linked = event.links.has(key);
    const label = linked ? 1 : open ? -1 : 0;
    const values = evidenceOf(left, right, readings?.[at]);
    return [{ a, b, values, least: onItsFace(left, right), label }];
  });
  const names = read ? WORDS_AND_READING : WORDS;
  return { event, units, profiles, names, pairs: bestOfEach(pairs, units) };
}

/**
 * Compare the claims of all events.
 *
 * @param models Folder of models that let each event be read by one that never saw it. Default: none
 *   reads.
 */
export async function casesOf(events: readonly Event[], models?: string): Promise<readonly Case[]> {
  const leftOut = models === undefined ? undefined : await openLeftOut(models);
  try {
    const cases: Case[] = [];
    // One by one: a model reads one event at a time.
    for (const [place, event] of events.entries()) {
      cases.push(await caseOf(event, leftOut?.readerFor(place)));
    }
    return cases;
  } finally {
    await leftOut?.close();
  }
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
// Cross-validation

/** A case whose pairs were scored by a model that never saw it. */
export interface Scored {
  readonly left: Case;
  readonly matrix: Matrix;
}

/** Score the pairs of a case, each by itself. */
const scoreAlone = (left: Case, model: Logistic): Scored => ({
  left,
  matrix: matrixOfPairs(left, ({ values, least }) => Math.max(least, probability(model, values))),
});

/** Add to the values of each pair what the scores of all others say. */
function inContext({ left, matrix }: Scored): Case {
  const event = surroundingsOf(
    left.units.map(({ claim }) => claim),
    matrix,
  );
  const pairs = left.pairs.map((pair): Pair => {
    const score = valueAt(matrix, pair.a, pair.b) ?? 0;
    if (!isReviewed(score)) return { ...pair, label: -1 };
    return { ...pair, values: [...pair.values, ...contextOf({ ...pair, score }, event)] };
  });
  return { ...left, pairs };
}

/** Score the pairs of a case again, whose values have what the others say. */
function scoreTogether(alone: Scored, left: Case, model: Logistic): Scored {
  const matrix = matrixOfPairs(left, ({ a, b, values, least }) => {
    const score = valueAt(alone.matrix, a, b) ?? 0;
    return isReviewed(score) ? Math.max(least, probability(model, values)) : score;
  });
  return { left, matrix };
}

const matrixOfPairs = ({ units, pairs }: Case, score: (pair: Pair) => number): Matrix =>
  matrixOf(units.length, {
    a: pairs.map(({ a }) => a),
    b: pairs.map(({ b }) => b),
    values: pairs.map(score),
  });

/** Folds of the cross-validation; an event is wholly in one. */
export const FOLDS = 5;

/**
 * Score every case by models that were fitted on the others.
 *
 * @returns The scores of pairs each by itself, those after the review, and the cases with the
 *   values of their context.
 */
export function crossValidate(cases: readonly Case[]) {
  const alone = leftOut(cases, weighAlone, scoreAlone);
  const around = alone.map(inContext);
  const before = new Map(alone.map((one) => [one.left.event, one]));
  const scored = leftOut(around, weighTogether, (left, model) => {
    const one = before.get(left.event);
    return one ? scoreTogether(one, left, model) : scoreAlone(left, model);
  });
  return { alone, scored, around };
}

/** Weights that were fitted on all cases. */
export const modelOf = (
  cases: readonly Case[],
  around: readonly Case[],
): Pick<Model, 'alone' | 'together'> => ({
  alone: weighAlone(cases),
  together: weighTogether(around),
});

function leftOut<T>(
  cases: readonly Case[],
  learn: (cases: readonly Case[]) => Logistic,
  score: (left: Case, model: Logistic) => T,
): readonly T[] {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    learn(cases.filter((__, index) => index % FOLDS !== fold)),
  );
  return cases.flatMap((left, index) => {
    const model = models[index % FOLDS];
    return model ? [score(left, model)] : [];
  });
}

const weighAlone = (cases: readonly Case[]) => weigh(cases, namesOf(cases));

const weighTogether = (cases: readonly Case[]) =>
  weigh(cases, [...namesOf(cases), ...CONTEXT.map(({ name }) => name)]);

const namesOf = ([first]: readonly Case[]): readonly string[] => first?.names ?? [];

const weigh = (cases: readonly Case[], names: readonly string[]): Logistic =>
  train(
    cases.flatMap(({ pairs }) => pairs.filter(({ label }) => label >= 0)),
    names,
  );
