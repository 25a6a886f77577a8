import { fold } from '../characters.ts';
import { STOP_STEMS } from '../language/stop-words.ts';
import { stems, words } from '../language/words.ts';
import { statedText } from '../statement.ts';
import type { Claim } from '../types.ts';
import { type Counts, count, rarity, type Vector, weigh } from '../vectors.ts';

/** What is compared of a claim. Computed once, for many comparisons. */
export interface Profile {
  readonly claim: Claim;
  /** Character 3- to 5-grams. */
  readonly characters: Vector;
  /** Stems of content words. */
  readonly words: Vector;
  /** Pairs of neighboring content words. */
  readonly pairs: Vector;
  /** All stems in order. */
  readonly stems: readonly string[];
  /** Stems of content words in order. */
  readonly content: readonly string[];
  /** Content stem → rarity in the event. */
  readonly rarity: ReadonlyMap<string, number>;
  /** Words of the names in it → rarity among the names of the event. */
  readonly names: ReadonlyMap<string, number>;
  readonly numbers: ReadonlySet<string>;
  /** Stems of what is quoted as speech. */
  readonly speech: readonly string[];
  /** Whether that is so much that it is an utterance; a few words are quoted by chance. */
  readonly speaks: boolean;
  readonly negated: boolean;
  readonly modal: boolean;
  readonly headline: boolean;
  /** Place of its sentence in the report, 0 (first) to 1 (last). */
  readonly position: number;
}

const NEGATIONS: ReadonlySet<string> = new Set(
  stems(
    "not no never none nobody without neither nor refuse deny prohibit ban forbid oppose reject block prevent bar cannot n't lift reverse overturn scrap revoke withdraw",
  ),
);

const MODALS: ReadonlySet<string> = new Set(stems('would could should may might must will'));

/** Words from which what is quoted is an utterance. */
const MIN_SPEECH = 6;

/** Shortest and longest run of characters that is compared. */
const GRAMS = { min: 3, max: 5 } as const;

/**
 * Profile the claims of an event together: what is rare depends on all of them.
 *
 * @param positions Place of each claim's sentence in its report, 0–1.
 */
export function profilesOf(
  claims: readonly Claim[],
  positions: readonly number[],
): readonly Profile[] {
  const texts = claims.map(statedText);
  const all = texts.map((text) => stems(text));
  const content = all.map((list) => list.filter((stem) => !STOP_STEMS.has(stem)));
  const characters = vectors(texts.map((text) => count(grams(text))));
  const bags = content.map((list) => count(list));
  const wordRarity = rarity(bags);
  const pairs = vectors(content.map((list) => count(neighbors(list))));
  const names = claims.map((claim) => count(claim.names.flatMap(words)));
  const nameRarity = rarity(names);
  return claims.map((claim, index): Profile => {
    const own = all[index] ?? [];
    const spoken = speechOf(claim);
    return {
      claim,
      characters: characters[index] ?? EMPTY,
      words: weigh(bags[index] ?? EMPTY, wordRarity),
      pairs: pairs[index] ?? EMPTY,
      stems: own,
      content: content[index] ?? [],
      rarity: pick(bags[index] ?? EMPTY, wordRarity),
      names: pick(names[index] ?? EMPTY, nameRarity),
      numbers: new Set(own.filter((stem) => /^\d/u.test(stem))),
      speech: spoken,
      speaks: spoken.length >= MIN_SPEECH,
      negated: own.filter((stem) => NEGATIONS.has(stem) || stem.endsWith("n't")).length % 2 === 1,
      modal: own.some((stem) => MODALS.has(stem)),
      headline: claim.kind === 'headline',
      position: positions[index] ?? 0,
    };
  });
}

function speechOf({ quotations }: Claim): readonly string[] {
  const speech = quotations.filter((quotation) => quotation.speech);
  return stems(speech.map(({ text }) => text).join(' '));
}

const EMPTY: Counts = new Map();

function vectors(counts: readonly Counts[]): Vector[] {
  const weights = rarity(counts);
  return counts.map((terms) => weigh(terms, weights));
}

/** Runs of characters of a text in lower case, words parted by one space. */
function* grams(text: string): Generator<string> {
  const plain = ` ${fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  for (let size = GRAMS.min; size <= GRAMS.max; size++) {
    for (let at = 0; at + size <= plain.length; at++) yield plain.slice(at, at + size);
  }
}

function neighbors(list: readonly string[]): string[] {
  return list.slice(1).map((stem, index) => `${list[index]} ${stem}`);
}

function pick(counts: Counts, weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map(Array.from(counts.keys(), (term) => [term, weights.get(term) ?? 0]));
}
