import { longestRun, sharedInOrder } from '../sequences.ts';
import { cosine, sharedPlaces, type Terms } from '../terms.ts';
import type { Profile } from './profile.ts';

/** One way in which two claims may be alike or unlike, as a number near 0–1. */
export interface Feature {
  readonly name: string;
  /** What it tells that the others do not. */
  readonly because: string;
  readonly of: (a: Profile, b: Profile) => number;
}

/** In this order in the model's weights; a feature is added at the end, or the model refitted. */
export const FEATURES: readonly Feature[] = [
  {
    name: 'characters',
    because: 'Best single measure inside one event: forgives inflection and spelling.',
    of: (a, b) => cosine(a.characters, b.characters),
  },
  {
    name: 'words',
    because: 'Whole words are surer than characters where they agree.',
    of: (a, b) => cosine(a.words, b.words),
  },
  {
    name: 'containment',
    because: 'A short claim may be all there in a long one, which cosines hide.',
    of: (a, b) => sum(shared(a.rarity, b.rarity)) / (Math.min(a.rarity.total, b.rarity.total) || 1),
  },
  {
    name: 'rarest-word',
    because: 'One very rare word in common weighs more than many common ones.',
    of: (a, b) => (shared(a.rarity, b.rarity)[0] ?? 0) / 10,
  },
  {
    name: 'rare-words',
    because: 'Three rare words in common are hardly chance.',
    of: (a, b) => sum(shared(a.rarity, b.rarity).slice(0, 3)) / 25,
  },
  {
    name: 'word-pairs',
    because: 'Words that stand side by side in both make a phrase in common.',
    of: (a, b) => cosine(a.pairs, b.pairs),
  },
  {
    name: 'longest-run',
    because: 'A run of identical words is copied, or quoted.',
    of: (a, b) => longestRun(a.stems, b.stems) / 10,
  },
  {
    name: 'subsequence',
    because: 'The same content words in the same order keep the same roles.',
    of: (a, b) => sharedInOrder(a.content, b.content),
  },
  {
    name: 'length-ratio',
    because: 'A claim and one four times as long rarely state the same.',
    of: (a, b) => {
      const [short, long] = [a.content.length, b.content.length].sort((x, y) => x - y);
      return long ? (short ?? 0) / long : 0;
    },
  },
  {
    name: 'shorter-length',
    because: 'What very short claims have in common is easily chance.',
    of: (a, b) => Math.min(a.content.length, b.content.length, 20) / 20,
  },
  {
    name: 'names',
    because: 'Who and where must agree, the more so the rarer the name.',
    of: (a, b) => {
      const common = sum(shared(a.names, b.names));
      return common / (a.names.total + b.names.total - common || 1);
    },
  },
  {
    name: 'same-number',
    because: 'A figure in common is seldom chance.',
    of: (a, b) => Number([...a.numbers].some((number) => b.numbers.has(number))),
  },
  {
    name: 'other-number',
    because: 'Figures of which none agrees may be of different things.',
    of: (a, b) =>
      Number(
        a.numbers.size > 0 &&
          b.numbers.size > 0 &&
          ![...a.numbers].some((number) => b.numbers.has(number)),
      ),
  },
  {
    name: 'same-speech',
    because: 'Two versions of one utterance keep most of its words in order.',
    of: (a, b) => {
      const long = a.speech.length >= MIN_SPEECH && b.speech.length >= MIN_SPEECH;
      const alike = long ? sharedInOrder(a.speech, b.speech) : 0;
      return alike > 0.5 ? alike : 0;
    },
  },
  {
    name: 'one-is-speech',
    because: 'What is quoted here and told there is seldom the same statement.',
    of: (a, b) => Number(a.speech.length >= MIN_SPEECH !== b.speech.length >= MIN_SPEECH),
  },
  {
    name: 'headline',
    because: 'A headline is short, and states what its report goes on to state.',
    of: (a, b) => Number(a.headline || b.headline),
  },
  {
    name: 'negation-differs',
    because: '"Cannot use" and "may use" share all words but one.',
    of: (a, b) => Number(a.negated !== b.negated),
  },
  {
    name: 'modality-differs',
    because: 'What would be is not what is.',
    of: (a, b) => Number(a.modal !== b.modal),
  },
  {
    name: 'position',
    because: 'Reports tell the main things first: first sentences match first sentences.',
    of: (a, b) => Math.abs(a.position - b.position),
  },
  {
    name: 'same-beginning',
    because: 'The first content word is mostly of the subject.',
    of: (a, b) => Number(a.content[0] !== undefined && a.content[0] === b.content[0]),
  },
];

/** Features that are also taken two by two, themselves included: they strengthen one another. */
export const CROSSED: readonly string[] = [
  'characters',
  'words',
  'containment',
  'rare-words',
  'word-pairs',
  'subsequence',
];

/** Features that are also taken as their square root: most pairs are near zero, and differ there. */
export const ROOTED: readonly string[] = ['characters', 'words'];

/** Names of all values of a pair, in the order of `valuesOf`. */
export const VALUE_NAMES: readonly string[] = [
  ...FEATURES.map(({ name }) => name),
  ...ROOTED.map((name) => `√ ${name}`),
  ...crossings().map(([a, b]) => `${CROSSED[a]} × ${CROSSED[b]}`),
];

/** A pair's values: those of the features, then their roots and crossings. */
export function valuesOf(a: Profile, b: Profile): readonly number[] {
  const values = FEATURES.map((feature) => feature.of(a, b));
  for (const place of ROOTED_PLACES) values.push(Math.sqrt(values[place] ?? 0));
  for (const [i, j] of CROSSED_PLACES) values.push((values[i] ?? 0) * (values[j] ?? 0));
  return values;
}

function crossings(): (readonly [number, number])[] {
  return CROSSED.flatMap((_, i) => CROSSED.slice(i).map((__, offset) => [i, i + offset] as const));
}

const placeOf = (name: string | undefined) =>
  FEATURES.findIndex((feature) => feature.name === name);

const ROOTED_PLACES = ROOTED.map(placeOf);
const CROSSED_PLACES = crossings().map(
  ([i, j]) => [placeOf(CROSSED[i]), placeOf(CROSSED[j])] as const,
);

/** Fewer words are quoted by chance, not as one utterance. */
const MIN_SPEECH = 6;

/** Weights of the terms that both have, rarest first. */
const shared = (a: Terms, b: Terms): number[] =>
  sharedPlaces(a, b).map((place) => a.weights[place] ?? 0);

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
