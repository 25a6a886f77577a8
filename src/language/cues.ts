import { tableOf } from '../tables.ts';
import type { Strength, Token } from '../types.ts';
import { CUE_CLASSES, CUE_PREPOSITIONS, type Frame } from './cue-verbs.ts';
import { isFiniteVerb } from './grammar.ts';

/** Whether a verb hands on what somebody says, told from its table and from what follows it. */

type Frames = ReadonlyMap<Frame, Sense>;

/** How surely a verb hands something on, and whether it was uttered. */
export interface Sense {
  readonly strength: Strength;
  readonly spoken: boolean;
}

const VERBS: ReadonlyMap<string, Frames> = framesByVerb();

/** Where a verb is in several classes, the first that fits counts. */
function framesByVerb(): ReadonlyMap<string, Frames> {
  const found = new Map<string, Map<Frame, Sense>>();
  for (const { verbs, frames, strength, spoken } of CUE_CLASSES) {
    for (const verb of verbs.split(' ')) {
      const known = found.get(verb) ?? new Map<Frame, Sense>();
      for (const frame of frames) if (!known.has(frame)) known.set(frame, { strength, spoken });
      found.set(verb, known);
    }
  }
  return found;
}

const isAdverb = (token: Token | undefined): boolean =>
  token?.tag === 'ADV' || token?.norm === 'not' || token?.norm === 'n’t';

/** What a verb hands on is: where it begins, how surely it is handed on. */
export interface Cue extends Sense {
  readonly frame: Frame | 'preposition';
  /** Index behind the verb and the preposition or particle that belongs to it. */
  readonly to: number;
}

/**
 * Read what a verb hands on by what stands behind it.
 *
 * @param behind Whether what is handed on stands before the verb: "…, officials said".
 */
export function cueAt(tokens: readonly Token[], verb: number, behind: boolean): Cue | undefined {
  const lemma = tokens[verb]?.lemma ?? '';
  const frames = VERBS.get(lemma);
  const clause = frames?.get('clause');
  if (behind && clause) return { ...clause, frame: 'clause', to: verb + 1 };
  const at = skipAdverbs(tokens, verb + 1);
  const next = tokens[at];
  if (PREPOSITIONS.get(lemma)?.has(next?.norm ?? '')) {
    const sense = PREPOSITION_SENSES[next?.norm ?? ''] ?? frames?.get('infinitive') ?? clause;
    return { ...(sense ?? HANDED_ON), frame: 'preposition', to: at + 1 };
  }
  const shape = shapeBehind(tokens, at);
  // "Blamed for the flood": a participle, of what it is done to.
  if (shape === 'object' && next?.norm === 'for' && tokens[verb]?.norm !== lemma) return undefined;
  const sense = frames?.get(shape);
  if (sense) return { ...sense, frame: shape, to: verb + 1 };
  // "called the plan “a failure”": only a verb that takes clauses has one there.
  const object = shape === 'infinitive' || isBareClause(next) ? undefined : frames?.get('object');
  return object && { ...object, frame: 'object', to: verb + 1 };
}

const PREPOSITIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(CUE_PREPOSITIONS).map(([verb, words]) => [verb, new Set(words.split(' '))]),
);

const HANDED_ON: Sense = { strength: 'attributed', spoken: true };

/** What somebody calls, pleads or pushes for is wanted, whatever the verb. */
const PREPOSITION_SENSES: Readonly<Record<string, Sense>> = tableOf({
  for: { strength: 'hoped', spoken: true },
});

function skipAdverbs(tokens: readonly Token[], from: number): number {
  const stop = tokens.findIndex((token, index) => index >= from && !isAdverb(token));
  return stop < 0 ? tokens.length : stop;
}

/** What stands behind a verb: a clause, an infinitive, or anything else. */
function shapeBehind(tokens: readonly Token[], at: number): Frame {
  const next = tokens[at];
  if (next?.norm === 'to' || hasInfinitive(tokens, at)) return 'infinitive';
  if (opensClause(next) || (/^[.?!]$/u.test(next?.text ?? '') && at < SHORT)) return 'clause';
  return hasClause(tokens, at) ? 'clause' : 'object';
}

/** A sentence of so few words that ends in its verb tells who said the one before it. */
const SHORT = 7;

const isBareClause = (next: Token | undefined): boolean => !next || CLAUSE_WORDS.has(next.norm);

const opensClause = (next: Token | undefined): boolean =>
  !next || CLAUSE_MARKS.test(next.text) || CLAUSE_WORDS.has(next.norm);

const CLAUSE_MARKS = /^[:“]$/u;
const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  'that whether if how why what when where who'.split(' '),
);

/** "asked the council to close", "urged them not to leave": who is meant to stands between. */
function hasInfinitive(tokens: readonly Token[], at: number): boolean {
  const to = tokens.findIndex(({ norm }, index) => index > at && norm === 'to');
  if (to < 0 || to - at > MAX_ADDRESSEE || tokens[to + 1]?.tag !== 'VERB') return false;
  return tokens
    .slice(at, to)
    .every(({ tag }) => /^(?:DET|PRON|NOUN|PROPN|ADJ|PART|ADV)$/u.test(tag));
}

/** Longest phrase for who is asked, in words. */
const MAX_ADDRESSEE = 5;

/** Whether a clause stands here, perhaps behind who is told and when: "told me on Monday that". */
function hasClause(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || /^[;.”?!]$/u.test(token.text)) return false;
    if (token.text === '“' || token.norm === 'that' || token.norm === 'whether') return true;
    if (index > at && isFiniteVerb(token, tokens[index - 1])) return true;
    if (
      /^(?:who|which|when|while|as|because|after|before|since|although|though|and|but|or)$/u.test(
        token.norm,
      )
    )
      return false;
  }
  return false;
}
