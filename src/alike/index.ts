import type { Objection } from '../types.ts';
import { amounts } from './amounts.ts';
import { assertions } from './assertions.ts';
import { bothHeadlines } from './both-headlines.ts';
import { characters } from './characters.ts';
import { containment } from './containment.ts';
import { contrastGuard } from './contrast-guard.ts';
import { dayGuard } from './day-guard.ts';
import { days } from './days.ts';
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
import { oneQuotes } from './one-quotes.ts';
import { otherNumber } from './other-number.ts';
import { polarityGuard } from './polarity-guard.ts';
import { position } from './position.ts';
import type { Profile } from './profile.ts';
import { rareWords } from './rare-words.ts';
import { rarestWord } from './rarest-word.ts';
import { sameBeginning } from './same-beginning.ts';
import { sameNumber } from './same-number.ts';
import { sameSpeech } from './same-speech.ts';
import { SAME_WORDS, sameWords } from './same-words.ts';
import { shorterLength } from './shorter-length.ts';
import { speakerGuard } from './speaker-guard.ts';
import { speakers } from './speakers.ts';
import { standingAlone } from './standing-alone.ts';
import { subsequence } from './subsequence.ts';
import { SAME_UTTERANCE, sameUtterance } from './utterances.ts';
import { wordPairs } from './word-pairs.ts';
import { words } from './words.ts';

export type { Feature, Likeness } from './feature.ts';
export type { Effect, Guard } from './guard.ts';
export { type Profile, profilesOf } from './profile.ts';
export { type CommonTerms, commonTerms, reasonsFor } from './reasons.ts';
export { sameUtterance } from './utterances.ts';

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
  ...speakers,
  ...days,
  ...amounts,
  ...assertions,
  standingAlone,
  bothHeadlines,
  oneQuotes,
];

/** How likely two claims are the same at least, seen on their face; 0 where that says nothing. */
export function onItsFace(a: Profile, b: Profile): number {
  if (sameWords(a, b)) return SAME_WORDS;
  return sameUtterance(a, b) ? SAME_UTTERANCE : 0;
}

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

function restAgrees({ wording: a }: Profile, { wording: b }: Profile): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  if (left.size === 0 || right.size === 0) return false;
  const common = [...left].filter((stem) => right.has(stem)).length;
  return common >= MIN_REST * Math.min(left.size, right.size);
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
