import { isFiniteVerb, isPastForm, isReportingVerb } from '../grammar.ts';
import type { Quotation, Span, Token } from '../types.ts';

/** A part of a sentence that states something of its own. */
export interface Proposition extends Span {
  /** The subject, with its auxiliary where that is shared too, when the part lacks its own. */
  readonly lead: Span | null;
  /** Stretches inside the part that are parts of their own. */
  readonly without: readonly Span[];
}

/** Ways in which one sentence states two things. Each splits a part of tokens once, or not. */
type Split = (part: Part) => readonly Part[] | undefined;

interface Part {
  readonly tokens: readonly Token[];
  readonly quoted: readonly boolean[];
  readonly lead: Span | null;
  readonly without: readonly Span[];
}

const SPLITS: readonly Split[] = [relativeClause, coordinatedClause, coordinatedPredicate];

/**
 * Take a sentence apart into the propositions that it makes, each a stretch of the sentence.
 *
 * Only splits that cannot change the meaning are made: nothing is taken out of what someone
 * said, and nothing out of a condition.
 *
 * @returns Two or more parts that together cover the sentence, save the conjunctions between
 *   them; nothing when the sentence makes one.
 */
export function propositionsOf(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): readonly Proposition[] {
  const quoted = tokens.map(({ start }) =>
    quotations.some((quotation) => start > quotation.start && start < quotation.end - 1),
  );
  const parts = split({ tokens, quoted, lead: null, without: [] });
  if (parts.length < 2) return [];
  return parts.map((part) => ({
    start: part.tokens[0]?.start ?? 0,
    end: trimmedEnd(part.tokens),
    lead: part.lead,
    without: part.without,
  }));
}

function split(part: Part): readonly Part[] {
  for (const way of SPLITS) {
    const parts = way(part);
    if (parts) return parts.flatMap(split);
  }
  return [part];
}

/** Shortest part that is worth standing alone, in words. */
const MIN_WORDS = 4;

/** A part of a part. */
function sub(part: Part, from: number, to: number, lead: Span | null = null): Part {
  const tokens = part.tokens.slice(from, to);
  const first = tokens[0]?.start ?? 0;
  const last = tokens.at(-1)?.end ?? 0;
  return {
    tokens,
    quoted: part.quoted.slice(from, to),
    lead: lead ?? (from === 0 ? part.lead : null),
    without: part.without.filter(({ start, end }) => start >= first && end <= last),
  };
}

/**
 * "The minister, who has so far refused to sign, …": what follows who or which is told of the
 * name before it. Only where a name stands there: "talks in Example, which began on Monday" may
 * tell of the talks or of the place.
 */
function relativeClause(part: Part): readonly Part[] | undefined {
  const { tokens, quoted } = part;
  const at = tokens.findIndex(
    ({ norm }, index) =>
      (norm === 'who' || norm === 'which') && tokens[index - 1]?.text === ',' && !quoted[index],
  );
  if (at < 2 || !startsPredicate(tokens, at + 1)) return undefined;
  const name = nameBefore(tokens, at - 1, tokens[at]?.norm === 'who');
  if (!name) return undefined;
  const close = tokens.findIndex(
    ({ text }, index) => index > at && /^[,;:–—]$/u.test(text) && !quoted[index],
  );
  const end = close < 0 ? lastWord(tokens) : close;
  const follows = close >= 0 && tokens[close]?.text === ',';
  if (end - at - 1 < MIN_WORDS) return undefined;
  const clause = sub(part, at + 1, end, name);
  const gap = {
    start: tokens[at - 1]?.start ?? 0,
    end: follows ? (tokens[close]?.end ?? 0) : (tokens[end - 1]?.end ?? 0),
  };
  const main: Part = {
    ...part,
    without: [...part.without, gap],
    quoted,
    tokens: masked(tokens, at - 1, follows ? end + 1 : end),
  };
  return [main, clause];
}

/** Tokens of a clause that was taken out, so that no other split stumbles over them. */
function masked(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  return tokens.map((token, index) =>
    index >= from && index < to ? { ...token, norm: '', lemma: '', tag: 'X' as const } : token,
  );
}

function nameBefore(tokens: readonly Token[], comma: number, person: boolean): Span | undefined {
  let from = comma;
  while (from > 0 && isNamePart(tokens[from - 1])) from--;
  const proper = tokens.slice(from, comma).some(({ tag }) => tag === 'PROPN');
  const before = tokens[from - 1];
  // Behind a preposition only a person is certain to be meant.
  const certain = person || before === undefined || before.tag === 'VERB';
  if (!proper || !certain || from === comma) return undefined;
  return { start: tokens[from]?.start ?? 0, end: tokens[comma - 1]?.end ?? 0 };
}

const isNamePart = (token: Token | undefined) =>
  token !== undefined &&
  /^\p{Lu}/u.test(token.text) &&
  (token.tag === 'PROPN' || token.tag === 'NOUN' || token.tag === 'ADJ');

/** Conjunctions that put two statements side by side, both of them asserted. */
const COORDINATORS = new Set([
  'but',
  'and',
  'while',
  'although',
  'though',
  'whereas',
  'as',
  'after',
]);
/** Those behind which a reporting verb's complement cannot go on. */
const SEPARATORS = new Set(['although', 'though', 'whereas']);

/** "The bridge was closed, but engineers expect …": a clause with a subject of its own. */
function coordinatedClause(part: Part): readonly Part[] | undefined {
  const { tokens, quoted } = part;
  const at = tokens.findIndex(
    ({ norm }, index) =>
      !quoted[index] &&
      COORDINATORS.has(norm) &&
      index > MIN_WORDS &&
      startsClause(tokens, index + 1),
  );
  if (at < 0 || tokens.length - at < MIN_WORDS) return undefined;
  const comma = /^[,;–—]$/u.test(tokens[at - 1]?.text ?? '') ? 1 : 0;
  const left = tokens.slice(0, at - comma);
  const reported = left.some(isReportingVerb) && !SEPARATORS.has(tokens[at]?.norm ?? '');
  const finite = left.filter((token, index) => isFiniteVerb(token, left[index - 1])).length;
  if (reported || finite === 0 || isConditional(left)) return undefined;
  // Without a comma, two nouns side by side look like a new clause; only the simplest case is safe.
  if (comma === 0) {
    const plain = tokens[at]?.norm === 'and' || tokens[at]?.norm === 'but';
    const certain = /^(?:DET|PRON|PROPN)$/u.test(tokens[at + 1]?.tag ?? '');
    const near = startsClause(tokens, at + 1, MAX_PLAIN_SUBJECT);
    if (finite !== 1 || !plain || !certain || !near || left.some(isSubordinator)) return undefined;
  }
  return [sub(part, 0, at - comma), sub(part, at + 1, tokens.length)];
}

/** Longest subject of a clause that no comma announces, in tokens. */
const MAX_PLAIN_SUBJECT = 3;

const isSubordinator = ({ tag, norm }: Token) =>
  tag === 'SCONJ' || norm === 'who' || norm === 'which' || norm === 'that' || norm === 'as';

/** "She gave the order but cautioned that …": a second predicate of the same subject. */
function coordinatedPredicate(part: Part): readonly Part[] | undefined {
  const { tokens, quoted } = part;
  const carriesTense = (index: number) =>
    !quoted[index] && isFiniteVerb(tokens[index], tokens[index - 1]);
  const main = tokens.findIndex((_, index) => carriesTense(index));
  const verb = tokens[main];
  if (main < 1 || !verb || part.lead || isReportingVerb(verb)) return undefined;
  const at = tokens.findIndex(
    ({ norm }, index) =>
      index > main + 2 &&
      !quoted[index] &&
      (norm === 'but' || norm === 'and') &&
      joinsPredicates(tokens, main, index),
  );
  if (at < 0 || tokens.length - at < MIN_WORDS) return undefined;
  const between = tokens.slice(main + 1, at).some((_, index) => {
    const place = main + 1 + index;
    return (
      carriesTense(place) && tokens[place - 1]?.tag !== 'AUX' && tokens[place - 1]?.tag !== 'ADV'
    );
  });
  if (between || isConditional(tokens.slice(0, main))) return undefined;
  const subject = tokens.findIndex(({ tag, text }) => tag !== 'CCONJ' && text !== ',');
  if (subject >= main) return undefined;
  const shared = verb.tag === 'AUX' ? main : main - 1;
  const lead = { start: tokens[subject]?.start ?? 0, end: tokens[shared]?.end ?? 0 };
  const comma = tokens[at - 1]?.text === ',' ? 1 : 0;
  return [sub(part, 0, at - comma), sub(part, at + 1, tokens.length, lead)];
}

/** Whether what follows a conjunction is a verb in the form of the main one. */
function joinsPredicates(tokens: readonly Token[], main: number, conjunction: number): boolean {
  const next = tokens.findIndex(({ tag }, index) => index > conjunction && tag !== 'ADV');
  const verb = tokens[next];
  const mainVerb = tokens[main];
  if (!verb || !mainVerb || next - conjunction > 2) return false;
  if (mainVerb.tag === 'AUX') return PERFECT_OR_PASSIVE.has(mainVerb.norm) && isPastForm(verb);
  return isPastForm(mainVerb) && isPastForm(verb);
}

const PERFECT_OR_PASSIVE = new Set(['was', 'were', 'is', 'are', 'has', 'have', 'had']);

const isConditional = (tokens: readonly Token[]) =>
  tokens.some(({ norm }) => norm === 'if' || norm === 'unless' || norm === 'whether');

/**
 * Whether a subject and its finite verb stand here, with nothing between them that a noun phrase
 * cannot hold.
 *
 * @param longest How many tokens the subject may have.
 */
function startsClause(tokens: readonly Token[], from: number, longest = MAX_SUBJECT): boolean {
  const first = tokens[from];
  if (!first || !SUBJECT_TAGS.has(first.tag)) return false;
  for (let index = from + 1; index < Math.min(tokens.length, from + longest + 1); index++) {
    const token = tokens[index];
    if (isFiniteVerb(token, tokens[index - 1])) return true;
    const nominal = token && (PHRASE_TAGS.has(token.tag) || PHRASE_WORDS.has(token.norm));
    if (!nominal) return false;
  }
  return false;
}

const SUBJECT_TAGS = new Set(['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM']);
const PHRASE_TAGS = new Set(['DET', 'PROPN', 'NOUN', 'ADJ', 'NUM', 'ADV', 'PRON']);
/** Prepositions and marks inside a noun phrase: "the mayor of Example", "Example’s long-time ally". */
const PHRASE_WORDS = new Set(['of', 'in', 'from', 'for', '’s', '’', '-']);
const MAX_SUBJECT = 10;

function startsPredicate(tokens: readonly Token[], from: number): boolean {
  const at = tokens[from]?.tag === 'ADV' ? from + 1 : from;
  return isFiniteVerb(tokens[at], undefined);
}

/** Index behind the last token that is not the stop. */
function lastWord(tokens: readonly Token[]): number {
  return /^[.!?…]$/u.test(tokens.at(-1)?.text ?? '') ? tokens.length - 1 : tokens.length;
}

function trimmedEnd(tokens: readonly Token[]): number {
  const last = tokens.at(-1);
  const stops = /^[,;–—]$/u.test(last?.text ?? '');
  return (stops ? tokens.at(-2)?.end : last?.end) ?? 0;
}
