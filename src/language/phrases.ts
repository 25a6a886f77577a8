import type { Token } from '../types.ts';
import { isFiniteVerb, isPastForm, isReportingVerb } from './grammar.ts';
import { isComma, isMark, isOpener, takesObject } from './reporting.ts';
import { INFORMED } from './source-words.ts';

/** Where the phrases and clauses of reporting begin and end, in indices of tokens. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Words that say when, where or by what means something was said, and never what. No years and
 * no "last month": an old word must not read as news.
 */
const CIRCUMSTANCE = words(
  'on in at by to during through via a an the monday tuesday wednesday thursday friday saturday sunday today yesterday tonight late early morning afternoon evening night written joint brief news press conference briefing statement email e-mail text message telephone phone call interview hearing reporters journalists condition of anonymity here',
);

/** What begins a circumstance: "on Monday", "Monday", "today". */
const BEGINS_CIRCUMSTANCE = words(
  'on in at by to during through via late early here monday tuesday wednesday thursday friday saturday sunday today yesterday tonight',
);

/** Whether a stretch carries the tense of a clause. */
export const hasFiniteVerb = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((token, index) => isFiniteVerb(token, tokens[from + index - 1]));

/** Where the circumstances that begin here end. */
export function afterCircumstances(tokens: readonly Token[], from: number): number {
  if (!BEGINS_CIRCUMSTANCE.has(tokens[from]?.norm ?? '')) return from;
  const stop = tokens.findIndex(({ norm }, index) => index >= from && !CIRCUMSTANCE.has(norm));
  const end = stop < 0 ? tokens.length : stop;
  // "on Monday the bridge …": a determiner belongs to what follows it.
  return tokens[end - 1]?.tag === 'DET' ? end - 1 : end;
}

/** A phrase without the circumstances at its end: "Mayor Ann Example on Tuesday". */
export function withoutCircumstances(phrase: readonly Token[]): readonly Token[] {
  const at = phrase.findIndex(
    (_, index) => index > 0 && afterCircumstances(phrase, index) === phrase.length,
  );
  return at < 0 ? phrase : phrase.slice(0, at);
}

/** Longest phrase that names a source, in words. */
const MAX_PHRASE = 12;

/** Where a phrase that names a source ends: at a mark, a verb, or a word that begins a clause. */
export function phraseEnd(tokens: readonly Token[], from: number): number {
  const stop = tokens.findIndex(
    (token, index) =>
      index > from &&
      (isMark(token) ||
        token.tag === 'SCONJ' ||
        (isFiniteVerb(token, tokens[index - 1]) && !isInformed(tokens, index)) ||
        index - from >= MAX_PHRASE),
  );
  return stop < 0 ? tokens.length : stop;
}

/** Whether a participle only says how people know: "people briefed on the plan". */
export const isInformed = (tokens: readonly Token[], at: number): boolean =>
  INFORMED.has(tokens[at]?.norm ?? '') &&
  tokens[at - 1]?.tag === 'NOUN' &&
  /^(?:on|in|about|of)$/u.test(tokens[at + 1]?.norm ?? '');

/**
 * Whether a subject and its finite verb stand here, with nothing between them that a noun phrase
 * cannot hold.
 */
export function startsClause(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  if (!first || (!SUBJECT_TAGS.has(first.tag) && first.norm !== 'there')) return false;
  if (RELATIVE.test(first.norm)) return false;
  for (let index = from + 1; index < Math.min(tokens.length, from + MAX_PHRASE); index++) {
    const token = tokens[index];
    if (isFiniteVerb(token, tokens[index - 1])) return true;
    if (!token || isMark(token) || token.tag === 'SCONJ' || token.norm === 'that') return false;
  }
  return false;
}

const SUBJECT_TAGS = new Set(['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM']);

/** Where an anonymity clause behind a comma ends: "speaking on condition of anonymity". */
export function afterAnonymity(tokens: readonly Token[], comma: number): number {
  const next = tokens.findIndex((token, index) => index > comma && isMark(token));
  const end = next < 0 ? tokens.length : next;
  const clause = tokens.slice(comma + 1, end);
  const anonymous =
    clause[0]?.norm === 'speaking' && clause.every(({ norm }) => ANONYMITY.has(norm));
  return isComma(tokens[comma]) && anonymous ? end : comma;
}

const ANONYMITY = words('speaking on the a condition of anonymity anonymously');

const PERFECT = /^(?:has|have)$/u;

/** Where a verb begins, its auxiliary with it: "have said", "has also said". */
export function verbGroupStart(tokens: readonly Token[], verb: number): number {
  let before = verb - 1;
  while (tokens[before]?.tag === 'ADV') before--;
  return PERFECT.test(tokens[before]?.norm ?? '') ? before : verb;
}

/** Whether a verb tells that something was said: "have said", not "may say"; "point out" alone. */
export function isSpeaking(tokens: readonly Token[], verb: number): boolean {
  const token = tokens[verb];
  if (!isReportingVerb(token) || token?.norm.endsWith('ing')) return false;
  if (token?.lemma === 'point' && tokens[verb + 1]?.norm !== 'out') return false;
  return verbGroupStart(tokens, verb) < verb || isFiniteVerb(token, tokens[verb - 1]);
}

/** Where the clause that ends before a verb begins: after a comma or a closing mark, or nowhere. */
export function clauseStart(tokens: readonly Token[], verb: number): number {
  for (let index = verb; index > Math.max(0, verb - MAX_PHRASE); index--) {
    const before = tokens[index - 1];
    if (before?.text === '”' || isComma(before)) return index;
    const other = isFiniteVerb(tokens[index], before) || tokens[index]?.tag === 'SCONJ';
    if (index < verb && other) return -1;
  }
  return -1;
}

/** A place where a sentence's subject may stand. */
export interface SubjectStart {
  readonly from: number;
  /** Whether the sentence begins with it: "But officials said" sets them against others. */
  readonly plain: boolean;
}

/** Places where a sentence's subject may stand: at its head, and behind what introduces it. */
export function subjectStarts(tokens: readonly Token[]): readonly SubjectStart[] {
  const first = tokens.findIndex(
    (token) => token.tag !== 'CCONJ' && token.norm !== 'however' && !isComma(token),
  );
  const verb = tokens.findIndex((token, index) => isFiniteVerb(token, tokens[index - 1]));
  const head = tokens[first];
  const behind = tokens.flatMap((token, index) =>
    index > first && index < verb && isComma(token) ? [{ from: index + 1, plain: false }] : [],
  );
  if (!head || isOpener(head)) return behind;
  if (head.tag !== 'ADP') return [{ from: first, plain: first === 0 }, ...behind];
  // "In Example officials said": the name belongs to the preposition.
  const next = tokens.findIndex(({ tag }, index) => index > first && tag !== 'PROPN');
  const named = next > first + 1 && !isComma(tokens[next]);
  return named ? [{ from: next, plain: false }, ...behind] : behind;
}

/** The comma that closes an apposition before a verb of reporting; else where it would begin. */
export function appositionEnd(tokens: readonly Token[], comma: number): number {
  const close = tokens.findIndex((token, index) => {
    const verb = tokens.findIndex(({ tag }, at) => at > index && tag !== 'ADV' && tag !== 'AUX');
    return index > comma && isComma(token) && isSpeaking(tokens, verb);
  });
  const relative = RELATIVE.test(tokens[comma + 1]?.norm ?? '');
  return close > 0 && (relative || !hasFiniteVerb(tokens, comma, close)) ? close : comma;
}

const RELATIVE = /^(?:who|whose|whom|which|where|what|that)$/u;

/** Where a name ends that begins here, its article with it: "the Example Times". */
export function nameEnd(tokens: readonly Token[], from: number): number {
  const start = tokens[from]?.tag === 'DET' ? from + 1 : from;
  const isJoined = (index: number) =>
    tokens[index]?.text === '-' && index > start && tokens[index + 1]?.tag === 'PROPN';
  const stop = tokens.findIndex(
    ({ tag, norm }, index) =>
      index >= start && (tag !== 'PROPN' || DAYS.has(norm)) && !isJoined(index),
  );
  const end = stop < 0 ? tokens.length : stop;
  return end > start ? end : from;
}

const DAYS = words('monday tuesday wednesday thursday friday saturday sunday');

/** Where what was said begins, and whether that is certain. */
export interface Complement {
  readonly start: number;
  readonly certain: boolean;
}

/**
 * Where what was said begins: after "that", at a quotation, or at a clause of its own. Nothing
 * where the verb has a mere object, or where it is left open: "reported the decision", "whether".
 *
 * @param told Index behind who was told; behind the verb where nobody was.
 */
export function complementOf(
  tokens: readonly Token[],
  quoted: readonly boolean[],
  verb: number,
  told: number,
): Complement | undefined {
  const at = afterCircumstances(tokens, told);
  if (isThat(tokens, at)) return { start: at + 1, certain: startsClause(tokens, at + 1) };
  if (NOTHING_SAID.test(tokens[told]?.norm ?? '') || isFiniteVerb(tokens[told], tokens[told - 1]))
    return undefined;
  const next = tokens.findIndex(
    (token, index) => index > verb && !quoted[index] && isFiniteVerb(token, tokens[index - 1]),
  );
  const mark = tokens.findIndex(({ text }, index) => text === '“' && index > verb);
  if (mark >= 0 && (next < 0 || mark < next)) return { start: mark, certain: false };
  const later = tokens.findIndex(
    ({ norm }, index) => norm === 'that' && index > told && index <= told + MAX_BETWEEN,
  );
  if (later > 0 && (next < 0 || later < next)) return { start: later + 1, certain: false };
  const open = tokens.slice(verb, Math.max(verb, next)).some(({ norm }) => OPEN.test(norm));
  if (next < 0 || open) return undefined;
  const clause = startsClause(tokens, told);
  if (takesObject(tokens[verb]) && !clause) return undefined;
  const addressed = told === verb + 1 || CERTAIN_SUBJECT.has(tokens[told]?.tag ?? '');
  return { start: told, certain: clause && at === told && addressed };
}

/** As many words at most stand between a verb and its "that". */
const MAX_BETWEEN = 6;

/** "said to be", "said and done"; and questions, which were answered or not. */
const NOTHING_SAID = /^(?:to|and|or|nor)$/u;
const OPEN = /^(?:whether|if)$/u;
/** Behind a name, only these are certain to begin a clause. */
const CERTAIN_SUBJECT = new Set(['DET', 'PRON']);

/** "that the bridge", but not "that was", "that night". */
function isThat(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.norm === 'that' &&
    !isFiniteVerb(next, tokens[at]) &&
    !TIME_NOUN.test(next?.norm ?? '')
  );
}

const TIME_NOUN =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|year|time|summer|winter|spring|autumn)$/u;

/** What may follow the comma behind a clause of reporting without belonging to it, by its shape. */
const GOES_ON = {
  /** "according to officials, and …": more of the sentence, or an apposition to the source? */
  phrase: /^(?:ADP|CCONJ)$/u,
  /** "officials said, a relic": the verb has parted it from the source. */
  clause: /^(?:ADP|DET|NOUN|NUM|PROPN)$/u,
  /** "said officials, …": all but a verb may tell of the source. */
  speaker: /^$/u,
} as const;

/** Whether the sentence ends here, or goes on behind a comma with what was said. */
export function closes(tokens: readonly Token[], at: number, shape: keyof typeof GOES_ON): boolean {
  if (isEnd(tokens, at)) return true;
  const next = tokens[at + 1];
  if (!isComma(tokens[at]) || !next) return false;
  const more = GOES_ON[shape].test(next.tag) && (next.tag === 'CCONJ' || !isOpener(next));
  // "according to a letter, filed on Monday": only without another verb is it the sentence's own.
  const own = shape === 'clause' || !isPastForm(next) || !hasFiniteVerb(tokens, 0, at);
  return more || (own && isFiniteVerb(next, tokens[at]));
}

/** Whether nothing but the sentence's stop comes from here on. */
export const isEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at).every(({ text }) => /^[.!…]$/u.test(text));
