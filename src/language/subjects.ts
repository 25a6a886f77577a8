import type { Token } from '../types.ts';
import { isFiniteVerb } from './grammar.ts';
import { isInformed } from './phrases.ts';

/** Where the subject of a verb stands, in indices of tokens: `to` is behind its last one. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

const isAdverb = (token: Token | undefined): boolean =>
  token?.tag === 'ADV' || token?.norm === 'not' || token?.norm === 'n’t';

/** Where a verb with its auxiliaries and adverbs begins: "has also said", "’s not saying". */
export function groupStart(tokens: readonly Token[], verb: number): number {
  let from = verb;
  for (let index = verb - 1; index >= 0; index--) {
    const token = tokens[index];
    if (
      token?.tag === 'AUX' ||
      (/^(?:has|have|had|is|are|was|were|be|been|do|does|did|’s|’re|’ve|’d|’ll|’m)$/u.test(
        token?.norm ?? '',
      ) &&
        tokens[index - 1] !== undefined)
    )
      from = index;
    else if (!isAdverb(token)) break;
  }
  return from;
}

/**
 * Find the subject of a verb: the phrase before it, what it shares with the verb before, or what
 * a participle hangs on.
 */
export function subjectOf(tokens: readonly Token[], verb: number): Phrase | undefined {
  const group = skipBack(tokens, groupStart(tokens, verb));
  const before = tokens[group - 1];
  if (!before || group <= 0) return undefined;
  const participle = tokens[verb]?.norm.endsWith('ing') && group === skipBack(tokens, verb);
  if (participle && ADDING.has(tokens[verb]?.lemma ?? '')) return subjectOfMain(tokens, group);
  if (participle) return subjectBefore(tokens, group);
  if (/^(?:and|but|or|then)$/u.test(before.norm)) return subjectBefore(tokens, group - 1);
  if (before.norm === 'to') return subjectBefore(tokens, group - 1);
  if (before.text === ',') return setOff(tokens, group - 1);
  return phraseEndingAt(tokens, group) ?? (group === 1 ? { from: 0, to: 1 } : undefined);
}

/** An index with the adverbs before it left out. */
function skipBack(tokens: readonly Token[], at: number): number {
  let index = at;
  while (index > 0 && isAdverb(tokens[index - 1])) index--;
  return index;
}

/** The subject of the last verb that carries tense before a place. */
function subjectBefore(tokens: readonly Token[], at: number): Phrase | undefined {
  const verb = tokens.findLastIndex(
    (token, index) => index < at && isFiniteVerb(token, tokens[index - 1]),
  );
  return verb > 0 ? subjectOf(tokens, verb) : nameAtHead(tokens);
}

/** Participles that go on for whoever the sentence is about, not for what comes right before. */
const ADDING: ReadonlySet<string> = new Set(['add', 'cite', 'note']);

/** "The mayor said the bridge was shut, adding …": what is added goes on for the main subject. */
function subjectOfMain(tokens: readonly Token[], at: number): Phrase | undefined {
  const verb = tokens.findIndex((token, index) => isFiniteVerb(token, tokens[index - 1]));
  return verb > 0 && verb < at ? subjectOf(tokens, verb) : subjectBefore(tokens, at);
}

/** The name that a sentence begins with, where the tagger saw no verb behind it. */
function nameAtHead(tokens: readonly Token[]): Phrase | undefined {
  const stop = tokens.findIndex(({ tag }) => !/^(?:DET|ADJ|NOUN|PROPN)$/u.test(tag));
  const head = tokens.slice(0, stop < 0 ? tokens.length : stop);
  const to = head.findLastIndex(({ tag }) => tag === 'PROPN') + 1;
  return to > 0 ? { from: 0, to } : undefined;
}

/** "Ann Example, the mayor, said": the phrase before the two commas. */
function setOff(tokens: readonly Token[], close: number): Phrase | undefined {
  const open = tokens.findLastIndex(({ text }, index) => text === ',' && index < close);
  const inner = tokens.slice(open + 1, close);
  if (open < 1) return close > 0 ? subjectBefore(tokens, close) : undefined;
  const head = phraseEndingAt(tokens, open);
  return inner.length < MAX_APPOSITION ? head && { from: head.from, to: close } : head;
}

const MAX_APPOSITION = 16;
const MAX_SUBJECT = 24;

/** The phrase that ends before a place: back to a mark, a verb, or a word that begins a clause. */
function phraseEndingAt(tokens: readonly Token[], to: number): Phrase | undefined {
  if (WORDS_ALONE.test(tokens[to - 1]?.norm ?? '')) return { from: to - 1, to };
  let from = to;
  let index = to - 1;
  while (index >= Math.max(0, to - MAX_SUBJECT)) {
    const next = inPhrase(tokens, index);
    if (next < 0) break;
    from = next;
    index = next - 1;
  }
  while (from < to && (tokens[from]?.tag === 'CCONJ' || tokens[from]?.tag === 'ADV')) from++;
  return from < to ? { from, to } : undefined;
}

/**
 * Where the part of a phrase begins that ends with a token: the token, a remark in parentheses, or
 * a clause with "who". Below zero where the token is no part of a phrase.
 */
function inPhrase(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.text === ')')
    return tokens.findLastIndex(({ text }, index) => index < at && text === '(');
  if (!token || STOPS.test(token.text) || OPENERS.test(token.norm)) return -1;
  if (token.tag === 'VERB' && token.norm.endsWith('ing') && tokens[at - 1]?.text === ',') return -1;
  const isVerb = isFiniteVerb(token, tokens[at - 1]) && !isInformed(tokens, at);
  if (token.tag !== 'SCONJ' && (isNameWord(token, at) || !isVerb)) return at;
  return relativeBefore(tokens, at);
}

/** Inside a sentence, a capital shows a name where the tagger sees a verb: "the Post", "Trump". */
const isNameWord = ({ text }: Token, at: number): boolean => at > 0 && /^\p{Lu}\p{Ll}/u.test(text);

/** Relative and personal pronouns: subjects of one word. */
const WORDS_ALONE = /^(?:who|which|that|i|you|he|she|it|we|they)$/u;
const STOPS = /^[,;:“”—–()]$/u;
const OPENERS =
  /^(?:that|because|while|when|if|whether|as|after|before|since|although|though|but|how|what|why|where|than)$/u;

/** The relative pronoun whose clause a verb stands in: "officials who know the plan". */
function relativeBefore(tokens: readonly Token[], verb: number): number {
  for (let index = verb - 1; index >= Math.max(0, verb - 6); index--) {
    const token = tokens[index];
    if (/^(?:who|which)$/u.test(token?.norm ?? '')) return index;
    if (!token || STOPS.test(token.text)) return -1;
    if (token.tag === 'VERB') return -1;
  }
  return -1;
}
