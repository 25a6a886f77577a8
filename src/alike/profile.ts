import { certainDay } from '../certain-dates.ts';
import { fold } from '../characters.ts';
import { IDLE_STEMS } from '../language/stop-words.ts';
import { stems, words } from '../language/words.ts';
import { statedText } from '../statement.ts';
import { bagsOf, rareTerms, type Terms, unitTerms } from '../terms.ts';
import type { Claim } from '../types.ts';

/** What is compared of a claim. Computed once, for many comparisons. */
export interface Profile {
  readonly claim: Claim;
  /** Character 3- to 5-grams. */
  readonly characters: Terms;
  /** Stems of content words. */
  readonly words: Terms;
  /** Pairs of neighboring content words. */
  readonly pairs: Terms;
  /** All stems in order, each as the number that it has in the event. */
  readonly stems: Int32Array;
  /** Stems of content words in order, numbered likewise. */
  readonly content: Int32Array;
  /** Those of them that are no figures. */
  readonly wording: Int32Array;
  /** Content stems by their rarity in the event. */
  readonly rarity: Terms;
  /** Words of the names in it by their rarity among the names of the event. */
  readonly names: Terms;
  readonly numbers: ReadonlySet<string>;
  /** Stems of what is quoted as speech, in order, numbered likewise. */
  readonly speech: Int32Array;
  /** Whether that is so much that it is an utterance; a few words are quoted by chance. */
  readonly speaks: boolean;
  /** Last word of who says so first; empty where nobody does. */
  readonly speaker: string;
  /** Days that it names for certain, ISO 8601. */
  readonly days: ReadonlySet<string>;
  /** Figures with their units: `12 people killed`. */
  readonly amounts: ReadonlySet<string>;
  /** The units of them. */
  readonly units: ReadonlySet<string>;
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
 * So many characters of a claim are compared. The longest of 8,651 claims of real reports has 641;
 * what is longer than this is a list or a table that lost its ends of lines, and comparing two takes
 * time by the product of their lengths.
 */
const COMPARED = 1000;

/**
 * Profile the claims of an event together: what is rare depends on all of them.
 *
 * @param positions Place of each claim's sentence in its report, 0–1.
 */
export function profilesOf(
  claims: readonly Claim[],
  positions: readonly number[],
): readonly Profile[] {
  const texts = claims.map((claim) => statedText(claim).slice(0, COMPARED));
  const all = texts.map((text) => stems(text));
  const content = all.map((list) => list.filter((stem) => !IDLE_STEMS.has(stem)));
  const numbered = numbering();
  const characters = unitTerms(bagsOf(lazily(texts, grams)));
  const bags = bagsOf(content);
  const [vectors, rarity] = [unitTerms(bags), rareTerms(bags)];
  const pairs = unitTerms(bagsOf(lazily(content, neighbors)));
  const names = rareTerms(bagsOf(claims.map((claim) => claim.names.flatMap(words))));
  return claims.map((claim, index): Profile => {
    const own = all[index] ?? [];
    const spoken = numbered(stems(speechOf(claim).slice(0, COMPARED)));
    return {
      claim,
      characters: characters[index] ?? NOTHING,
      words: vectors[index] ?? NOTHING,
      pairs: pairs[index] ?? NOTHING,
      stems: numbered(own),
      content: numbered(content[index] ?? []),
      wording: numbered((content[index] ?? []).filter((stem) => !isFigure(stem))),
      rarity: rarity[index] ?? NOTHING,
      names: names[index] ?? NOTHING,
      numbers: new Set(own.filter(isFigure)),
      speech: spoken,
      speaks: spoken.length >= MIN_SPEECH,
      speaker:
        words(claim.attribution[0]?.written ?? claim.attribution[0]?.name ?? '').at(-1) ?? '',
      days: new Set(claim.times.flatMap((time) => certainDay(time) ?? [])),
      amounts: new Set(claim.quantities.map(({ value, unit }) => `${value} ${unit}`)),
      units: new Set(claim.quantities.map(({ unit }) => unit)),
      negated: own.filter((stem) => NEGATIONS.has(stem) || stem.endsWith("n't")).length % 2 === 1,
      modal: own.some((stem) => MODALS.has(stem)),
      headline: claim.kind === 'headline',
      position: positions[index] ?? 0,
    };
  });
}

const isFigure = (stem: string): boolean => /^\d/u.test(stem);

const NOTHING: Terms = {
  numbers: new Int32Array(),
  weights: new Float64Array(),
  total: 0,
  spelling: [],
};

/** One at a time: the character runs of all claims together take more memory than all else. */
function* lazily<T, U>(list: readonly T[], make: (item: T) => U): Generator<U> {
  for (const item of list) yield make(item);
}

/** Number what comes, the same with the same number: numbers are compared faster than words. */
function numbering(): (list: readonly string[]) => Int32Array {
  const numbers = new Map<string, number>();
  return (list) =>
    Int32Array.from(list, (item) => {
      const number = numbers.get(item) ?? numbers.size;
      numbers.set(item, number);
      return number;
    });
}

const speechOf = ({ quotations }: Claim): string =>
  quotations
    .filter(({ speech }) => speech)
    .map(({ text }) => text)
    .join(' ');

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
