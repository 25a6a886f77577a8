import type { Token } from '../types.ts';
import { isFiniteVerb, isPastForm } from './grammar.ts';

/**
 * Where clauses and predicates begin: what can be told from parts of speech and a few words. All
 * of it errs to one side: what is not certainly a clause is none.
 */

const SUBJECT_TAGS = new Set(['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM']);
const PHRASE_TAGS = new Set(['DET', 'PROPN', 'NOUN', 'ADJ', 'NUM', 'ADV', 'PRON']);
/** Prepositions and marks inside a noun phrase: "the mayor of Example", "Example’s long-time ally". */
const PHRASE_WORDS = new Set(['of', 'in', 'from', 'for', '’s', '’', '-']);
/** Longest subject, in tokens. */
const MAX_SUBJECT = 10;

/** Words that open a clause inside another one: "that the bridge fell", "the man who left". */
const INNER = 'that who whom whose which what when where why how whether because if unless';
/** Words that open one, or stand before a mere noun: "before the bridge fell", "before Monday". */
const OUTER =
  'whatever whoever whenever wherever before after until till once since while as although though whereas lest than';

const INNER_OPENERS: ReadonlySet<string> = new Set(INNER.split(' '));
const OPENERS: ReadonlySet<string> = new Set(`${INNER} ${OUTER}`.split(' '));

/** Whether a token may open a clause inside another one. */
export const isOpener = (token: Token | undefined): boolean =>
  token !== undefined && OPENERS.has(token.norm);

/** Whether a token opens a clause inside another one, and can hardly do anything else. */
export const isInnerOpener = (token: Token): boolean => INNER_OPENERS.has(token.norm);

/** Whether a token may begin to tell what a thing yet to come waits for. */
export const isTimeOpener = ({ norm }: Token): boolean => TIME_OPENERS.has(norm);

const TIME_OPENERS = new Set(['when', 'whenever', 'before', 'after', 'until', 'till', 'once']);

/** Whether a token is an adverb, negation among them. */
export const isAdverb = (token: Token | undefined): boolean =>
  token?.tag === 'ADV' || token?.norm === 'not' || token?.norm === 'n’t';

/** The last token before a place that is no adverb: "has already closed", "were not closed". */
function before(tokens: readonly Token[], at: number): Token | undefined {
  let index = at - 1;
  while (index > 0 && isAdverb(tokens[index])) index--;
  return tokens[index];
}

/** Whether the verb at a place carries the tense of a clause. */
export function carriesTense(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag !== 'VERB' && token?.tag !== 'AUX') return false;
  const last = tokens[at - 1];
  if (last?.tag === 'AUX' && token.tag === 'AUX') return false;
  return isFiniteVerb(token, last?.text === '-' ? last : before(tokens, at));
}

/** The places of all verbs that carry tense. */
export function tensedVerbs(tokens: readonly Token[], from = 0): readonly number[] {
  const found: number[] = [];
  for (let index = from; index < tokens.length; index++)
    if (carriesTense(tokens, index)) found.push(index);
  return found;
}

/**
 * Find the verb of the clause that begins at a place: a subject, nothing that a noun phrase cannot
 * hold, and a verb that carries tense.
 *
 * @param longest How many tokens the subject may have.
 * @returns The place of the verb; -1 where no such clause begins.
 */
export function verbOfClause(
  tokens: readonly Token[],
  from: number,
  longest = MAX_SUBJECT,
): number {
  if (!startsSubject(tokens[from])) return -1;
  for (let index = from + 1; index < Math.min(tokens.length, from + longest + 1); index++) {
    const token = tokens[index];
    if (carriesTense(tokens, index)) return index;
    const hole = token?.text === '';
    const nominal = token && (PHRASE_TAGS.has(token.tag) || PHRASE_WORDS.has(token.norm));
    if (!(nominal || hole) || isOpener(token)) return -1;
  }
  return -1;
}

/** Whether a token can be the first one of a subject. */
export const startsSubject = (token: Token | undefined): boolean =>
  token !== undefined && !isOpener(token) && SUBJECT_TAGS.has(token.tag);

/** Words that cannot end a noun phrase: behind them "closed" is what kind, not what happened. */
const BEFORE_NOUN: ReadonlySet<string> = new Set(
  'the a an its their his our your my every both such'.split(' '),
);

/**
 * Whether a stretch before a verb is one noun phrase and no more. In "the mayor doubts the bridge
 * is safe" a verb that was taken for a noun hides the clause that counts.
 */
export function isOnePhrase(tokens: readonly Token[]): boolean {
  if (BEFORE_NOUN.has(tokens.at(-1)?.norm ?? '')) return false;
  return tokens.every((token, index) => {
    const last = tokens[index - 1];
    if (last?.tag === 'PRON' && PERSONAL.has(last.norm)) return isAdverb(token);
    const plural = last?.tag === 'NOUN' && last.norm !== last.lemma;
    if (token.tag === 'PROPN') return !plural;
    return token.tag !== 'DET' || !/^(?:NOUN|PROPN|ADJ|NUM|VERB)$/u.test(last?.tag ?? '');
  });
}

const PERSONAL = new Set(['i', 'you', 'he', 'she', 'it', 'we', 'they']);

/** Whether a verb that carries tense stands here, perhaps behind adverbs. */
export function startsPredicate(tokens: readonly Token[], from: number): boolean {
  const at = tokens.findIndex((token, index) => index >= from && !isAdverb(token));
  return isFiniteVerb(tokens[at], undefined);
}

/**
 * Whether a verb may as well be a participle that shortens a relative clause: "the ferry built in
 * 1911". Before an object it is none.
 */
export function mayBeParticiple(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at];
  if (!verb || !isPastForm(verb) || ONLY_PAST.has(verb.norm)) return false;
  return !INTRANSITIVE.has(verb.lemma) && !OBJECT_TAGS.has(tokens[at + 1]?.tag ?? '');
}

/** Past tenses that cannot be participles. */
const ONLY_PAST: ReadonlySet<string> = new Set(
  'ate began became blew broke came chose drank drew drove fell flew forgot froze gave grew knew ran rang rode rose sang sank saw shook spoke stole swam swore threw took tore went withdrew wore wrote'.split(
    ' ',
  ),
);
/** Verbs that no passive is made of, and so no participle that shortens a clause. */
const INTRANSITIVE: ReadonlySet<string> = new Set(
  'appear arrive collapse depart die disappear emerge flee happen laugh occur persist remain resign sleep stay wait'.split(
    ' ',
  ),
);
const OBJECT_TAGS = new Set(['DET', 'PRON', 'PROPN']);

/**
 * Whether a stretch of a sentence begins something that may go on behind it: an aside, a list. A
 * stop of a sentence is none.
 */
export function isUnfinished(tokens: readonly Token[]): boolean {
  const count = (mark: string) => tokens.filter(({ text }) => text === mark).length;
  return tokens.some(({ text }) => /^[—–:;]$/u.test(text)) || count('(') !== count(')');
}

/** Index behind the last token that is not the stop. */
export function lastWord(tokens: readonly Token[]): number {
  return /^[.!?…]$/u.test(tokens.at(-1)?.text ?? '') ? tokens.length - 1 : tokens.length;
}
