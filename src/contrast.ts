import { diffArrays } from 'diff';
import { stemmer } from 'stemmer';
import { SPELLED } from './language/numerals.ts';
import { areOpposites, isNegation, isReserve } from './language/opposites.ts';
import { WEEKDAYS } from './language/weekdays.ts';
import { statedText } from './statement.ts';
import type { Claim, DivergenceKind, Span } from './types.ts';

/** The one place where two statements of nearly the same words exclude each other. */
export interface Contrast {
  readonly kind: Extract<DivergenceKind, 'number' | 'date' | 'place' | 'stance'>;
  /** The words of either claim there, with a few around them. */
  readonly values: readonly [string, string];
}

/** Of the shorter statement's words so many must stand in the other, in order. */
const MIN_SHARED = 0.7;
/** Fewer words in common are no frame that a difference could stand in. */
const MIN_COMMON = 3;
/** Longest stretch of words that may stand in for another, on either side. */
const LONGEST = 3;

/**
 * Find where two claims say the same of different things, or the opposite: "… with 41 people on
 * board" and "… with 43 people on board".
 *
 * Told by alignment: where all around is alike, words that exclude each other do so. Nothing is
 * found in claims that are worded differently.
 */
export function contrastOf(a: Claim, b: Claim): Contrast | undefined {
  const [left, right] = [wordsOf(statedText(a)), wordsOf(statedText(b))];
  const hunks = align(left, right);
  const common = left.length - hunks.reduce((sum, { from }) => sum + from.length, 0);
  const shorter = Math.min(left.length, right.length);
  if (common < MIN_COMMON || common < MIN_SHARED * shorter) return undefined;
  const yet = [a, b].some((claim) => YET.test(statedText(claim)));
  for (const hunk of hunks) {
    const kind = KINDS.find(({ excludes }) => excludes(hunk))?.kind;
    if (kind && !(kind === 'stance' && yet))
      return { kind, values: [around(a, left, hunk.left), around(b, right, hunk.right)] };
  }
  return undefined;
}

/** Denies without a "not". */
const YET = /\b(?:yet to|fail(?:s|ed)? to)\b/iu;

interface Word {
  readonly text: string;
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

/** Words of one side that stand in the place of those of the other. */
interface Hunk {
  readonly from: readonly Word[];
  readonly to: readonly Word[];
  /** The word before, which both have. */
  readonly before: Word | undefined;
  /** Where they stand among the words of their sides. */
  readonly left: Span;
  readonly right: Span;
}

/** Ways in which what stands in one place excludes what stands there in the other, in order. */
const KINDS: readonly {
  readonly kind: Contrast['kind'];
  readonly excludes: (hunk: Hunk) => boolean;
}[] = [
  { kind: 'number', excludes: areOtherNumbers },
  { kind: 'date', excludes: areOtherDays },
  { kind: 'place', excludes: areOtherPlaces },
  { kind: 'stance', excludes: areOpposed },
];

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,:-][\p{L}\p{M}\p{N}]+)*/gu;

const wordsOf = (text: string): readonly Word[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    text: word,
    norm: word.toLowerCase().replaceAll('’', "'"),
    start: index,
    end: index + word.length,
  }));

/** Where two lists of words differ. Forms of one word count as the same. */
function align(left: readonly Word[], right: readonly Word[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let at: readonly [number, number] = [0, 0];
  let open = at;
  const close = () => {
    const [one, other] = [
      { start: open[0], end: at[0] },
      { start: open[1], end: at[1] },
    ];
    const [from, to] = [left.slice(one.start, one.end), right.slice(other.start, other.end)];
    if (from.length + to.length > 0)
      hunks.push({ from, to, before: left[one.start - 1], left: one, right: other });
  };
  const stems = (words: readonly Word[]) => words.map(({ norm }) => stemmer(norm));
  for (const { added, removed, count } of diffArrays(stems(left), stems(right))) {
    const same = !added && !removed;
    if (same) close();
    at = [at[0] + (added ? 0 : count), at[1] + (removed ? 0 : count)];
    if (same) open = at;
  }
  close();
  return hunks;
}

/** Words with one before and two behind, as they are written. */
function around(claim: Claim, all: readonly Word[], { start, end }: Span): string {
  const [first, last] = [all[Math.max(0, start - 1)], all[Math.min(all.length, end + 2) - 1]];
  return statedText(claim).slice(first?.start, last?.end);
}

const isShort = ({ from, to }: Hunk) =>
  from.length > 0 && to.length > 0 && from.length <= LONGEST && to.length <= LONGEST;

/** Two plain numbers, each the one word that stands there: a hedge would need to be weighed. */
function areOtherNumbers({ from: [a, ...more], to: [b, ...others] }: Hunk): boolean {
  if (!a || !b || more.length > 0 || others.length > 0) return false;
  const [one, other] = [figureOf(a), figureOf(b)];
  return one !== undefined && other !== undefined && one !== other;
}

function figureOf({ norm }: Word): number | undefined {
  if (Object.hasOwn(SPELLED, norm)) return SPELLED[norm];
  return /^\d+$/u.test(norm) ? Number(norm) : undefined;
}

function areOtherDays({ from: [a, ...more], to: [b, ...others] }: Hunk): boolean {
  if (!a || !b || more.length > 0 || others.length > 0) return false;
  return WEEKDAYS.includes(a.norm) && WEEKDAYS.includes(b.norm) && a.norm !== b.norm;
}

/** Names behind "in" and the like. Of other names nobody knows whether they mean the same. */
function areOtherPlaces(hunk: Hunk): boolean {
  const { from, to, before } = hunk;
  const named = [...from, ...to].every(({ text }) => /^\p{Lu}\p{Ll}{2}/u.test(text));
  return isShort(hunk) && named && PLACING.test(before?.norm ?? '') && !sounds(from, to);
}

const PLACING = /^(?:in|at|near|from)$/u;

/** Spellings of one name share their first letter. */
const sounds = ([a]: readonly Word[], [b]: readonly Word[]) => a?.norm[0] === b?.norm[0];

/** A "not" or a "may" on one side alone, or a word and its opposite. */
function areOpposed({ from, to }: Hunk): boolean {
  const turned = [from, to].map((words) => words.filter(({ norm }) => turnsRound(norm)).length);
  const rest = [...from, ...to].filter(({ norm }) => !turnsRound(norm));
  if (turned.join() === '1,0' || turned.join() === '0,1')
    return rest.every(({ norm }) => FILLER.test(norm));
  const [a, b] = [from[0]?.norm ?? '', to[0]?.norm ?? ''];
  return from.length === 1 && to.length === 1 && areOpposites(a, b);
}

const turnsRound = (word: string): boolean => isNegation(word) || isReserve(word);

/** What a "not" brings along or takes the place of. */
const FILLER =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|do|does|did|a|an|the|any)$/u;
