import type { Token } from '../types.ts';
import { isAdverb } from './clauses.ts';
import { isPastForm } from './grammar.ts';

/**
 * The phrases of a sentence, side by side, told from parts of speech: no tree, and no more than can
 * be seen from one end to the other.
 */

/**
 * `noun`: a noun phrase without what follows it. `verb`: a verb with its auxiliaries, and the
 * infinitive that it governs. `preposition`, `joint` ("and"), `mark` (comma, semicolon, dash):
 * one token. `opener`: a word that begins a clause inside another one. `bracket`: what stands in
 * brackets, with them.
 */
export type ChunkKind =
  | 'noun'
  | 'verb'
  | 'preposition'
  | 'joint'
  | 'mark'
  | 'opener'
  | 'adverb'
  | 'bracket'
  | 'other';

/** A stretch of tokens, the end not in it. */
export interface Chunk {
  readonly kind: ChunkKind;
  readonly from: number;
  readonly to: number;
}

/** Take a sentence apart into phrases that together cover it. */
export function chunksOf(tokens: readonly Token[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let from = 0; from < tokens.length; ) {
    const chunk = chunkAt(tokens, from);
    chunks.push(chunk);
    from = Math.max(from + 1, chunk.to);
  }
  return chunks;
}

/** Ways in which a phrase begins, the surest first: each gives where it ends, or nothing. */
const PHRASES: readonly {
  readonly kind: ChunkKind;
  readonly endOf: (tokens: readonly Token[], from: number) => number | undefined;
}[] = [
  { kind: 'bracket', endOf: bracketEnd },
  { kind: 'preposition', endOf: (tokens, at) => (isPair(tokens, at) ? at + 2 : undefined) },
  { kind: 'opener', endOf: (tokens, at) => one(at, OPENERS.has(tokens[at]?.norm ?? '')) },
  { kind: 'joint', endOf: jointEnd },
  { kind: 'mark', endOf: (tokens, at) => one(at, /^[,;:–—-]$/u.test(tokens[at]?.text ?? '')) },
  { kind: 'preposition', endOf: (tokens, at) => one(at, tokens[at]?.norm === 'including') },
  { kind: 'verb', endOf: verbEnd },
  { kind: 'noun', endOf: nounEnd },
  { kind: 'preposition', endOf: prepositionEnd },
  { kind: 'adverb', endOf: (tokens, at) => one(at, isAdverb(tokens[at])) },
];

function chunkAt(tokens: readonly Token[], from: number): Chunk {
  for (const { kind, endOf } of PHRASES) {
    const to = endOf(tokens, from);
    if (to !== undefined) return { kind, from, to };
  }
  return { kind: 'other', from, to: from + 1 };
}

const one = (at: number, fits: boolean) => (fits ? at + 1 : undefined);

const OPENERS: ReadonlySet<string> = new Set(
  'who whom which that whose where when while although though whereas because since if unless until whether'.split(
    ' ',
  ),
);

function bracketEnd(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from]?.text !== '(') return undefined;
  let depth = 0;
  const close = tokens.findIndex(({ text }, index) => {
    if (index >= from && text === '(') depth++;
    if (index >= from && text === ')') depth--;
    return index > from && depth === 0;
  });
  return close < 0 ? tokens.length : close + 1;
}

/** "and", "or", "as well as"; "&" joins the words of one name. */
function jointEnd(tokens: readonly Token[], from: number): number | undefined {
  const three = tokens.slice(from, from + 3).map(({ norm }) => norm);
  if (three.join(' ') === 'as well as') return from + 3;
  return one(from, /^(?:and|or|but|nor)$/u.test(three[0] ?? ''));
}

const isPair = (tokens: readonly Token[], at: number) =>
  PAIRS.has(`${tokens[at]?.norm} ${tokens[at + 1]?.norm}`);

/** Two words that are one preposition. */
const PAIRS = new Set(['such as', 'due to', 'because of', 'out of', 'according to', 'next to']);

/** A preposition, of one word or two. */
function prepositionEnd(tokens: readonly Token[], from: number): number | undefined {
  const fits = tokens[from]?.tag === 'ADP' || tokens[from]?.tag === 'SCONJ';
  return one(from, fits || tokens[from]?.norm === 'as');
}

/** A verb with the auxiliaries and adverbs before it, on to the last infinitive: "began to sell". */
function verbEnd(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  while (isAdverb(tokens[at])) at++;
  if (tokens[at]?.norm === 'to') at++;
  if (!isVerb(tokens[at])) return undefined;
  at++;
  while (at < tokens.length && isOfGroup(tokens, at)) at++;
  return at;
}

const isVerb = (token: Token | undefined) => token?.tag === 'VERB' || token?.tag === 'AUX';

/** Whether a token goes on a verb group: another verb, or what leads to one. */
function isOfGroup(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.tag === 'AUX') return true;
  if (token.tag === 'VERB') return !isVerb(tokens[at - 1]) || tokens[at - 1]?.tag === 'AUX';
  const leads = isAdverb(token) || token.norm === 'to';
  const next = tokens.findIndex((other, index) => index > at && !isAdverb(other));
  const verb = tokens[next]?.norm === 'to' ? tokens[next + 1] : tokens[next];
  return leads && isVerb(verb) && (token.norm === 'to' || tokens[at - 1]?.tag === 'AUX');
}

/** Determiners, adjectives, nouns, names and numbers; possessives and hyphens between them. */
function nounEnd(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  while (at < tokens.length && isOfNoun(tokens, at, from)) at++;
  return at > from ? at : undefined;
}

const NOMINAL: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'X']);

function isOfNoun(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  const [last, next] = [tokens[at - 1], tokens[at + 1]];
  if (!token) return false;
  if (token.norm === 'such' && next?.norm === 'as') return false;
  const opens = token.tag === 'DET' || (token.tag === 'PRON' && !/self$|selves$/u.test(token.norm));
  // A determiner begins a phrase of its own: "gave the town a bridge"; "all the", "Harlow’s" do not.
  if (opens && at > from) return last?.tag === 'DET';
  if (NOMINAL.has(token.tag) || isYearMark(tokens, at)) return true;
  if (token.tag === 'ADV' && next?.tag === 'ADJ') return true;
  if (/^(?:’s|'s|’|'|\$|€|£|%|&|\/|["“”])$/u.test(token.text))
    return at > from || /^[$€£"“]$/u.test(token.text);
  return (at > from || last?.tag === 'DET') && isBetween(tokens, at);
}

/** What stands between the words of a phrase: "one-time", "animated film", "relatively old". */
function isBetween(tokens: readonly Token[], at: number): boolean {
  const [last, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !next) return false;
  if (token.text === '-' || last?.text === '-') return true;
  const leads = NOMINAL.has(next.tag) && next.tag !== 'PRON' && next.tag !== 'DET';
  const kind = token.tag === 'VERB' && (isPastForm(token) || token.norm.endsWith('ing'));
  const open = !/^(?:NOUN|PROPN|PRON)$/u.test(last?.tag ?? '') || PREPOSED.has(last?.norm ?? '');
  return (
    open &&
    ((kind && (leads || next.text === '-')) ||
      (token.tag === 'ADV' && (leads || next.tag === 'VERB')))
  );
}

const PREPOSED = new Set('its their his her our my your'.split(' '));

/** The comma of "May 3, 2019". */
const isYearMark = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === ',' &&
  tokens[at - 1]?.tag === 'NUM' &&
  tokens[at - 2]?.tag === 'PROPN' &&
  /^\d{4}$/u.test(tokens[at + 1]?.text ?? '');
