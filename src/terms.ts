import { byCodeUnits } from './order.ts';

/**
 * Weighted terms of passages as numbers, for many comparisons. Within one event everything shares
 * the topic, so a term counts by its rarity among the passages at hand, not in the language.
 */

/**
 * The weighted terms of one passage. Numbers run from the rarest term to the commonest, those of one
 * rarity in order of their letters: what two passages share is met rarest first, and no sum depends
 * on the order of the passages.
 */
export interface Terms {
  /** Ascending; without terms that no other passage has, as nothing can be compared with them. */
  readonly numbers: Int32Array;
  /** Of each of them. */
  readonly weights: Float64Array;
  /** Sum of the weights of all terms of the passage, those of no other passage included. */
  readonly total: number;
  /** Number → term. */
  readonly spelling: readonly string[];
}

/** Terms counted in each of the passages that are compared with one another. */
export interface Bags {
  readonly bags: readonly Bag[];
  /** By the numbers in the bags. */
  readonly terms: readonly CountedTerm[];
}

/** Numbers of the terms of a passage, in order of their first places, and how often each comes. */
interface Bag {
  readonly numbers: Int32Array;
  readonly times: Int32Array;
}

interface CountedTerm {
  readonly spelling: string;
  /** Passages that have it. */
  readonly passages: number;
}

/** Count the terms of passages, each listed as often as it comes. */
export function bagsOf(passages: Iterable<Iterable<string>>): Bags {
  const known = new Map<string, number>();
  const having: number[] = [];
  const bags: Bag[] = [];
  for (const passage of passages) {
    const bag = bagOf(passage, known);
    for (const number of bag.numbers) having[number] = (having[number] ?? 0) + 1;
    bags.push(bag);
  }
  const terms = Array.from(known, ([spelling, number]): CountedTerm => {
    return { spelling, passages: having[number] ?? 0 };
  });
  return { bags, terms };
}

/** @param known Gets the terms that are new, numbered on. */
function bagOf(passage: Iterable<string>, known: Map<string, number>): Bag {
  const all: number[] = [];
  for (const term of passage) {
    const number = known.get(term);
    if (number === undefined) known.set(term, known.size);
    all.push(number ?? known.size - 1);
  }
  const times = new Map<number, number>();
  for (const number of all) times.set(number, (times.get(number) ?? 0) + 1);
  return { numbers: Int32Array.from(times.keys()), times: Int32Array.from(times.values()) };
}

/** Weigh terms by log frequency and rarity, each passage's to unit length. */
export function unitTerms(bags: Bags): readonly Terms[] {
  return weighed(bags, ({ times }, rarities) => {
    const raw = rarities.map((rarity, at) => (1 + Math.log(times[at] ?? 1)) * rarity);
    const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    return raw.map((weight) => weight / length);
  });
}

/** Weigh terms by rarity alone: log(1 + passages / those that have the term), `IMAGINED` included. */
export function rareTerms(bags: Bags): readonly Terms[] {
  return weighed(bags, (_, rarities) => rarities);
}

/** Cosine of two passages whose terms are of unit length, 0–1. */
export function cosine(a: Terms, b: Terms): number {
  const [left, right] = [a.numbers, b.numbers];
  let sum = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const step = (left[i] ?? 0) - (right[j] ?? 0);
    if (step === 0) sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
    // Steps that are sums and no branches take a third less time.
    i += Number(step <= 0);
    j += Number(step >= 0);
  }
  return sum;
}

/** Places in the first passage of the terms that both have, rarest first. */
export function sharedPlaces(a: Terms, b: Terms): number[] {
  const [left, right] = [a.numbers, b.numbers];
  const places: number[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const step = (left[i] ?? 0) - (right[j] ?? 0);
    if (step === 0) places.push(i);
    i += Number(step <= 0);
    j += Number(step >= 0);
  }
  return places;
}

/** Weights, in the first passage, of the terms that both have, those of the rarest first. */
export const commonWeights = (a: Terms, b: Terms): readonly number[] =>
  sharedPlaces(a, b).map((place) => a.weights[place] ?? 0);

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Whether two passages have a term in common. */
export const haveCommonTerm = (a: Terms, b: Terms): boolean => sharedPlaces(a, b).length > 0;

/** Gives the weights of a passage's terms, in their order. */
type Weighing = (bag: Bag, rarities: Float64Array) => Float64Array;

function weighed({ bags, terms }: Bags, weigh: Weighing): readonly Terms[] {
  const number = bags.length + IMAGINED;
  const rarity = Float64Array.from(terms, ({ passages }) => Math.log(1 + number / passages));
  const shared = [...terms.keys()].filter((term) => (terms[term]?.passages ?? 0) > 1);
  shared.sort((a, b) => rarestFirst(terms[a], terms[b]));
  const ranks = new Int32Array(terms.length).fill(LONE);
  for (const [rank, term] of shared.entries()) ranks[term] = rank;
  const spelling = shared.map((term) => terms[term]?.spelling ?? '');
  const weightOf = new Float64Array(shared.length);
  return bags.map((bag) => {
    const weights = weigh(
      bag,
      Float64Array.from(bag.numbers, (term) => rarity[term] ?? 0),
    );
    const numbers = bag.numbers.map((term) => ranks[term] ?? LONE).filter((rank) => rank !== LONE);
    bag.numbers.forEach((term, at) => {
      const rank = ranks[term] ?? LONE;
      if (rank !== LONE) weightOf[rank] = weights[at] ?? 0;
    });
    numbers.sort();
    return {
      numbers,
      weights: Float64Array.from(numbers, (rank) => weightOf[rank] ?? 0),
      total: weights.reduce((sum, weight) => sum + weight, 0),
      spelling,
    };
  });
}

/**
 * So many passages are imagined beside those at hand, without any of their terms: in a handful of
 * passages what two of them have is not common yet.
 */
const IMAGINED = 100;

/** Rank of a term that only one passage has. */
const LONE = -1;

function rarestFirst(a: CountedTerm | undefined, b: CountedTerm | undefined): number {
  if (!a || !b) return 0;
  return a.passages - b.passages || byCodeUnits(a.spelling, b.spelling);
}
