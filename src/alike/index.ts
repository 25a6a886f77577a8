import type { Objection } from '../types.ts';
import { characters } from './characters.ts';
import { containment } from './containment.ts';
import { contrastGuard } from './contrast-guard.ts';
import { dayGuard } from './day-guard.ts';
import type { Feature, Likeness } from './feature.ts';
import type { Effect, Guard } from './guard.ts';
import { headline } from './headline.ts';
import { lengthRatio } from './length-ratio.ts';
import { longestRun } from './longest-run.ts';
import { modalityDiffers } from './modality-differs.ts';
import { names } from './names.ts';
import { negationDiffers } from './negation-differs.ts';
import { numberGuard } from './number-guard.ts';
import { oneIsSpeech } from './one-is-speech.ts';
import { otherNumber } from './other-number.ts';
import { polarityGuard } from './polarity-guard.ts';
import { position } from './position.ts';
import type { Profile } from './profile.ts';
import { rareWords } from './rare-words.ts';
import { rarestWord } from './rarest-word.ts';
import { sameBeginning } from './same-beginning.ts';
import { sameNumber } from './same-number.ts';
import { sameSpeech } from './same-speech.ts';
import { shorterLength } from './shorter-length.ts';
import { speakerGuard } from './speaker-guard.ts';
import { subsequence } from './subsequence.ts';
import { sameUtterance } from './utterances.ts';
import { wordPairs } from './word-pairs.ts';
import { words } from './words.ts';

export type { Feature, Likeness } from './feature.ts';
export type { Effect, Guard } from './guard.ts';
export { type Profile, profilesOf } from './profile.ts';
export { type CommonTerms, commonTerms, reasonsFor } from './reasons.ts';
export { SAME_UTTERANCE, sameUtterance } from './utterances.ts';

/** In this order in the model's weights; a feature is added at the end, or the model refitted. */
export const FEATURES: readonly Feature[] = [
  characters,
  words,
  containment,
  rarestWord,
  rareWords,
  wordPairs,
  longestRun,
  subsequence,
  lengthRatio,
  shorterLength,
  names,
  sameNumber,
  otherNumber,
  sameSpeech,
  oneIsSpeech,
  headline,
  negationDiffers,
  modalityDiffers,
  position,
  sameBeginning,
];

/**
 * What speaks against taking two claims for the same, the surest first. A new guard is a file and
 * a line here, once it is measured that those it speaks against are wrong more often than others.
 */
export const GUARDS: readonly Guard[] = [
  speakerGuard,
  numberGuard,
  dayGuard,
  contrastGuard,
  polarityGuard,
];

/**
 * Say what speaks against taking two claims for the same. Nothing where both quote the same
 * utterance: then their words differ by what is left out of it; and nothing of a single value where
 * all else agrees.
 *
 * @param effect Only what has this effect. Default: whatever it has.
 */
export function objectionsTo(a: Profile, b: Profile, effect?: Effect): readonly Objection[] {
  if (sameUtterance(a, b)) return [];
  const asked = GUARDS.filter((guard) => effect === undefined || guard.effect === effect);
  return asked.flatMap(({ name, ofValue, against }) => {
    const values = against(a.claim, b.claim);
    return values && !(ofValue && restAgrees(a, b)) ? [{ guard: name, values }] : [];
  });
}

/**
 * Of the shorter claim's content words, figures aside, this share stands in the other where all but
 * a value agrees. Of 47 pairs that would count and have other figures, 2 are so, both right.
 */
const MIN_REST = 0.7;

function restAgrees(a: Profile, b: Profile): boolean {
  const [left, right] = [a, b].map(({ rarity, numbers }) =>
    [...rarity.keys()].filter((stem) => !numbers.has(stem)),
  );
  if (!left?.length || !right?.length) return false;
  const common = left.filter((stem) => right.includes(stem)).length;
  return common >= MIN_REST * Math.min(left.length, right.length);
}

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

/** What the value of a name compares: what is crossed or rooted compares words. */
export const likenessOf = (value: string): Likeness =>
  FEATURES.find(({ name }) => name === value)?.about ?? 'words';

/** A pair's values: those of the features, then their roots and crossings. */
export function valuesOf(a: Profile, b: Profile): readonly number[] {
  const plain = FEATURES.map((feature) => feature.of(a, b));
  const named = (name: string | undefined) => plain[placeOf(name)] ?? 0;
  return [
    ...plain,
    ...ROOTED.map((name) => Math.sqrt(named(name))),
    ...crossings().map(([i, j]) => named(CROSSED[i]) * named(CROSSED[j])),
  ];
}

const placeOf = (name: string | undefined) =>
  FEATURES.findIndex((feature) => feature.name === name);

function crossings(): (readonly [number, number])[] {
  return CROSSED.flatMap((_, i) => CROSSED.slice(i).map((__, offset) => [i, i + offset] as const));
}
