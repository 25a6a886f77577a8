import {
  endsInThought,
  isNegated,
  isNeutral,
  isSpeech,
  isSuspended,
  isThought,
  takesClause,
} from '../language/assertion.ts';
import {
  isAdverb,
  isInnerOpener,
  isOnePhrase,
  isOpener,
  isTimeOpener,
  isUnfinished,
  mayBeParticiple,
  startsSubject,
  tensedVerbs,
  verbOfClause,
} from '../language/clauses.ts';
import { CALENDAR } from '../language/source-words.ts';
import { isPastTense, isStatedBehind } from '../language/subordinators.ts';
import { tableOf } from '../tables.ts';
import type { Token } from '../types.ts';
import type { Cut, Part } from './propositions.ts';

/** Shortest clause that is worth standing alone, in tokens. */
const MIN_TOKENS = 4;
/** Longest subject of a clause that no comma announces, in tokens. */
const MAX_PLAIN_SUBJECT = 3;

interface Joint {
  readonly conjunction: Token;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  /** Place of the verb of the right clause, in it. */
  readonly verb: number;
}

/** Words that put two clauses side by side, both of them stated, and what each of them asks. */
const CONJUNCTIONS: Readonly<Record<string, (joint: Joint) => boolean>> = tableOf({
  and: ({ right, verb }) => isPointed(right, verb) || !mayBeParticiple(right, verb),
  but: () => true,
  ...Object.fromEntries(
    ['although', 'though', 'whereas', 'while', 'after', 'as'].map((word) => [
      word,
      ({ left, right, verb }: Joint) => isStatedBehind(word, { clause: right, verb, main: left }),
    ]),
  ),
});

/** Those behind which what someone says cannot go on. */
const SEPARATORS = new Set(['although', 'though', 'whereas']);
/** Those that need no comma. */
const PLAIN = new Set(['and', 'but']);

/** "The bridge was closed, but engineers expect …": a clause with a subject of its own. */
export function coordinatedClause(part: Part): readonly Cut[] | undefined {
  const { tokens, opening } = part;
  if (part.lead || isSuspended(tokens)) return undefined;
  for (const [at, conjunction] of tokens.entries()) {
    if (at <= MIN_TOKENS || !Object.hasOwn(CONJUNCTIONS, conjunction.norm)) continue;
    const verb = verbOfClause(tokens, at + 1);
    if (verb < 0) continue;
    const comma = /^[,;]$/u.test(tokens[at - 1]?.text ?? '') ? 1 : 0;
    const from = SEPARATORS.has(conjunction.norm) ? behindPlace(tokens, opening) : opening;
    const left = tokens.slice(from, at - comma);
    const right = tokens.slice(at + 1);
    const joint = { conjunction, left, right, verb: verb - at - 1 };
    const safe = comma === 1 ? isSafe(joint) : isSafe(joint) && isSafeWithoutComma(joint);
    if (!safe || !CONJUNCTIONS[conjunction.norm]?.(joint)) continue;
    return [
      { from: 0, to: at - comma, unspoken: isSpeech(right) },
      { from: at + 1, to: tokens.length },
    ];
  }
  return undefined;
}

/**
 * Where a sentence goes on behind the place that it begins with: "In Harlow, …". Behind "although"
 * another story begins, which is not told of that place; of a time it might be.
 */
function behindPlace(tokens: readonly Token[], from: number): number {
  const comma = tokens.findIndex(({ text }, index) => index > from && text === ',');
  const [preposition, ...names] = tokens.slice(from, Math.max(from, comma));
  const isPlace =
    /^(?:in|at)$/u.test(preposition?.norm ?? '') &&
    names.length > 0 &&
    names.every(({ text, tag }) => tag === 'PROPN' && !CALENDAR.test(text));
  return isPlace ? comma + 1 : from;
}

/** Whether the left side is one plain statement, and the right one whole and of its own. */
function isSafe({ conjunction, left, right, verb }: Joint): boolean {
  const [main = -1] = tensedVerbs(left);
  const subject = left.slice(0, main);
  const plain = startsSubject(left[0]) && !subject.some(({ text }) => text === ',');
  if (main < 1 || !plain || !isOnePhrase(subject) || subject.some(isOpener)) return false;
  if (isUnfinished(left) || left.some(({ norm }) => norm === 'according')) return false;
  if (right.length < MIN_TOKENS || isCutShort(right, verb) || endsInThought(right)) return false;
  // "opens in May, and …, until the money comes": what is to come may hang on the end for both.
  if (!isPastTense(left[main]) && right.some(isTimeOpener)) return false;
  if (SEPARATORS.has(conjunction.norm) && isNeutral(left[main])) return !isNegated(left);
  return !holdsThought(left) && !left.some(isInnerOpener) && statements(left).length === 1;
}

/** Whether someone says or thinks something here; "wants to leave" can hold no clause. */
const holdsThought = (tokens: readonly Token[]) =>
  tokens.some((token, index) => isThought(token) && tokens[index + 1]?.norm !== 'to');

/** Whether a subject is a pronoun or a name: no participle makes either of them better known. */
const isPointed = (right: readonly Token[], verb: number) =>
  right[0]?.tag === 'PRON' || right.slice(0, verb).every(({ tag }) => tag === 'PROPN');

/** Without a comma, two nouns side by side look like a new clause; only the simplest is certain. */
function isSafeWithoutComma({ conjunction, left, right, verb }: Joint): boolean {
  return (
    PLAIN.has(conjunction.norm) &&
    /^(?:DET|PRON|PROPN)$/u.test(right[0]?.tag ?? '') &&
    verb <= MAX_PLAIN_SUBJECT &&
    !mayBeParticiple(right, verb) &&
    tensedVerbs(left).length === 1 &&
    // "…, but the roads between Harlow and Wend are open"
    !left.some((token) => token.text === ',' || token.norm === 'between' || isOpener(token)) &&
    !left.some(takesClause)
  );
}

/** Verbs that carry tense, save second ones of the same subject: "came and left" is one. */
const statements = (tokens: readonly Token[]) =>
  tensedVerbs(tokens).filter((at) => !PLAIN.has(tokens[at - 1]?.norm ?? ''));

/** "…, but the ferry was not": a clause that leaves its verb to the one before. */
function isCutShort(right: readonly Token[], verb: number): boolean {
  const rest = right.slice(verb + 1);
  const end = rest.findIndex(({ text }) => /^[,;.!?]$/u.test(text));
  const words = rest.slice(0, end < 0 ? rest.length : end);
  const auxiliary = right[verb]?.tag === 'AUX' || /^d(?:o|oes|id)$/u.test(right[verb]?.norm ?? '');
  return auxiliary && words.every((token) => isAdverb(token) || PROFORMS.has(token.norm));
}

const PROFORMS = new Set(['too', 'either', 'so', 'as', 'well']);
