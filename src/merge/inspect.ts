import {
  type CommonTerms,
  commonTerms,
  type Likeness,
  likenessOf,
  objectionsTo,
  type Profile,
  sameUtterance,
} from '../alike/index.ts';
import { stems, words } from '../language/words.ts';
import { longestRun } from '../sequences.ts';
import { statedText } from '../statement.ts';
import type { Objection } from '../types.ts';
import type { Compared } from './compare.ts';
import { CONTEXT } from './context.ts';
import { READING } from './evidence.ts';
import type { Contribution, Scoring } from './score.ts';

/** What is found of two claims that are held against each other. */
export interface Comparison {
  /** That both state one fact, 0–1. */
  readonly probability: number;
  /** Whether they quote the same utterance: then nothing else is asked. */
  readonly utterance: boolean;
  /** The rarest of what both have, words as the first one writes them. */
  readonly common: CommonTerms;
  /** Length of the longest run of words that both have. */
  readonly run: number;
  /** What made the probability, the strongest first; null where its model tells no more. */
  readonly grounds: readonly Ground[] | null;
  /** Every guard that speaks against taking them for the same. */
  readonly objections: readonly Objection[];
  /** Those of them that keep the two from ever coming together. */
  readonly keptApart: readonly Objection[];
}

/** What the likeness of two claims in one respect adds to the log odds that they are one fact. */
export interface Ground {
  readonly likeness: Likeness;
  /** Against the average pair: above 0 it speaks for it, below 0 against. */
  readonly logOdds: number;
  readonly values: readonly Contribution[];
}

/** Looks at any two claims that were compared, by their ids; nothing where they were not. */
export type Inspect = (a: string, b: string) => Comparison | undefined;

/** Make what looks at the claims of an event in pairs, as they were compared. */
export function inspector(compared: Compared, scoring: Scoring) {
  const { claims, profiles, scores, alone } = compared;
  const contributionsOf = scoring.grounds?.({ ...compared, matrix: alone });
  const places = new Map(claims.map(({ id }, place) => [id, place]));
  const placesOf = (a: string, b: string) => [places.get(a) ?? -1, places.get(b) ?? -1] as const;
  const inspect: Inspect = (a, b) => {
    const [i, j] = placesOf(a, b);
    const [left, right] = [profiles[i], profiles[j]];
    if (!left || !right) return undefined;
    const contributions = contributionsOf?.(i, j);
    return {
      probability: scores(i, j),
      utterance: sameUtterance(left, right),
      common: written(left, commonTerms(left, right)),
      run: longestRun(left.stems, right.stems),
      grounds: contributions ? grounds(contributions) : null,
      objections: objectionsTo(left, right),
      keptApart: objectionsTo(left, right, 'apart'),
    };
  };
  return { inspect, likelihood: (a: string, b: string) => scores(...placesOf(a, b)) };
}

/** Terms with words in place of stems. */
function written({ claim }: Profile, { words: terms, ...rest }: CommonTerms): CommonTerms {
  const all = words(statedText(claim));
  return {
    ...rest,
    words: terms.map((term) => all.find((word) => stems(word)[0] === term) ?? term),
  };
}

function aboutOf(name: string): Likeness {
  if (name === READING) return 'reading';
  return CONTEXT.find((value) => value.name === name)?.about ?? likenessOf(name);
}

/** Contributions by what they compare: that of one value alone means little beside its like. */
function grounds(contributions: readonly Contribution[]): readonly Ground[] {
  const kinds = [...new Set(contributions.map(({ name }) => aboutOf(name)))];
  return kinds
    .map((likeness): Ground => {
      const values = contributions.filter(({ name }) => aboutOf(name) === likeness);
      return { likeness, values, logOdds: values.reduce((sum, { logOdds }) => sum + logOdds, 0) };
    })
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}
