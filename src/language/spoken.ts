import { INVISIBLE, SINGLE_QUOTES } from '../characters.ts';
import { SPELLED } from './numerals.ts';

/**
 * What newsrooms write in two ways where they heard the same: pattern → the one form that both are
 * compared in. In order; apostrophes are straight, letters small.
 */
const FORMS: readonly (readonly [RegExp, string])[] = [
  // What the newsroom put in is not spoken.
  [/\[[^[\]]{0,80}\]|\([^()]{0,80}\)/gu, ' '],
  // Marks that stand apart.
  [/(?<=\p{L}) ?' ?(?=(?:m|s|t|re|ve|ll|d)\b)/gu, "'"],
  [/is(?=(?:e|ed|es|ing|ation|ations)\b)/gu, 'iz'],
  [/\b(?:uh|um|er|ah)\b/gu, ' '],
  [/\bcan't\b/gu, 'can not'],
  [/\bcannot\b/gu, 'can not'],
  [/\bwon't\b/gu, 'will not'],
  [/n't\b/gu, ' not'],
  [/'m\b/gu, ' am'],
  [/'re\b/gu, ' are'],
  [/'ve\b/gu, ' have'],
  [/'ll\b/gu, ' will'],
  [/\b(it|that|there|he|she|what|who|here|where|how)'s\b/gu, '$1 is'],
  [/\blet's\b/gu, 'let us'],
  [/\bgonna\b/gu, 'going to'],
  [/\bwanna\b/gu, 'want to'],
  [/\bgotta\b/gu, 'got to'],
  [/%/gu, ' percent'],
  [/\bper cent\b/gu, 'percent'],
  [/\bo\.?k\.?(?=\s|$)/gu, 'okay'],
  [/\bgen\./gu, 'general'],
  [/\bgov\./gu, 'governor'],
  [/\bsen\./gu, 'senator'],
  [/\brep\./gu, 'representative'],
  [/\bno one\b/gu, 'nobody'],
  [/(?<=\p{L})['.](?=\p{L}|\s|$)/gu, ''],
  [/(?<=\p{L})[-‐‑](?=\p{L})/gu, ''],
];

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,:]\p{N}+)*/gu;

/** The words of speech as they were spoken, so far as writing tells: spelling makes no difference. */
export function spokenWords(text: string): readonly string[] {
  const plain = FORMS.reduce(
    (so, [pattern, form]) => so.replace(pattern, form),
    text.normalize('NFC').replace(INVISIBLE, '').replace(SINGLE_QUOTES, "'").toLowerCase(),
  );
  return (plain.match(WORD) ?? []).map((word) => String(SPELLED[word] ?? word));
}
