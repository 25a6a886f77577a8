import {
  endsInThought,
  isNegated,
  isSpeech,
  isSuspended,
  isThought,
  takesClause,
  withoutSayer,
} from '../language/assertion.ts';
import {
  isAdverb,
  isOnePhrase,
  isOpener,
  isUnfinished,
  startsSubject,
  tensedVerbs,
} from '../language/clauses.ts';
import { isPastForm, isReportingVerb } from '../language/grammar.ts';
import type { Token } from '../types.ts';
import type { Cut, Part } from './propositions.ts';

/** Shortest predicate that is worth standing alone, with its conjunction, in tokens. */
const MIN_TOKENS = 4;

/** What the first predicate begins with: where, and how far what both share reaches. */
interface Predicate {
  /** Place of the verb that carries tense. */
  readonly main: number;
  /** Place behind the last token that the second predicate shares. */
  readonly shared: number;
  /** Whether a verb can be the second one in this form. */
  readonly joins: (tokens: readonly Token[], at: number) => boolean;
}

/** "She gave the order but cautioned that …": a second predicate of the same subject. */
export function secondPredicate(part: Part): readonly Cut[] | undefined {
  const { tokens, opening } = part;
  const first = part.lead || isSuspended(tokens) ? undefined : predicateOf(tokens, opening);
  if (!first) return undefined;
  const at = tokens.findIndex(
    ({ norm }, index) =>
      index > first.main + 2 &&
      (norm === 'but' || norm === 'and') &&
      first.joins(tokens, verbBehind(tokens, index)),
  );
  if (at < 0 || tokens.length - at < MIN_TOKENS) return undefined;
  const left = tokens.slice(opening, at);
  const right = tokens.slice(at + 1);
  if (isNegated(left) || isUnfinished(left) || tensedVerbs(left).length !== 1) return undefined;
  if (!standsAlone(right, tokens[at - 1]) || endsInThought(right)) return undefined;
  const lead = { start: tokens[opening]?.start ?? 0, end: tokens[first.shared - 1]?.end ?? 0 };
  const comma = tokens[at - 1]?.text === ',' ? 1 : 0;
  return [
    { from: 0, to: at - comma, unspoken: isSpeech(right) },
    { from: at + 1, to: tokens.length, lead },
  ];
}

/** Place of the verb behind a conjunction, with an adverb between at most. */
const verbBehind = (tokens: readonly Token[], conjunction: number) =>
  isAdverb(tokens[conjunction + 1]) ? conjunction + 2 : conjunction + 1;

/** The first predicate, where it is plain what a second one would share with it. */
function predicateOf(tokens: readonly Token[], opening: number): Predicate | undefined {
  const [main = -1] = tensedVerbs(tokens, opening);
  const verb = tokens[main];
  const subject = tokens.slice(opening, main);
  if (!verb || !isWholeSubject(subject)) return undefined;
  if (verb.tag !== 'AUX')
    return isPastForm(verb) && !isReportingVerb(verb)
      ? { main, shared: main, joins: takesClause(verb) ? isPastWithObject : isPast }
      : undefined;
  return withAuxiliary(tokens, main);
}

/** Whether what stands before the verb is a subject, with what the sentence opens with at most. */
function isWholeSubject(tokens: readonly Token[]): boolean {
  const commas = tokens.filter(({ text }) => text === ',').length;
  const last = tokens.at(-1);
  // "narrowly missed the bridge and hit a house": one adverb, perhaps for one verb.
  if (last === undefined || isAdverb(last) || tokens.some(isOpener)) return false;
  if (!isOnePhrase(tokens)) return false;
  // "the bridge, closed on Monday and opened in May, …" is no statement.
  if (last.text === ',' && commas < 2) return false;
  // "In May, the bridge fell": what comes first ends in a comma, or may be a shortened clause.
  return startsSubject(tokens[0]) || commas > 0;
}

/** "has been closed", "was closed": the auxiliaries are shared whole, or nothing is. */
function withAuxiliary(tokens: readonly Token[], main: number): Predicate | undefined {
  let shared = main + 1;
  while (tokens[shared]?.tag === 'AUX') shared++;
  const verb = tokens[shared];
  if (!verb || !isPastForm(verb) || isThought(verb)) return undefined;
  if (!tokens.slice(main, shared).every(({ norm }) => SHARED_AUXILIARIES.has(norm)))
    return undefined;
  const perfect = PERFECT.has(tokens[shared - 1]?.norm ?? '');
  return { main, shared, joins: perfect ? isParticiple : isPassive };
}

const PERFECT = new Set(['has', 'have', 'had']);
const SHARED_AUXILIARIES = new Set(['was', 'were', 'is', 'are', 'has', 'have', 'had', 'been']);

const isPast = (tokens: readonly Token[], at: number) => {
  const verb = tokens[at];
  if (!verb || !isPastForm(verb) || PARTICIPLES.has(verb.norm)) return false;
  // "left ten people dead and wounded by the fall"
  return hasObject(tokens, at) || !(OBJECT_TAKERS.has(verb.lemma) || tokens[at + 1]?.norm === 'by');
};

/** "found the bridge unsafe and closed to cars": without an object, it may be the object’s state. */
const isPastWithObject = (tokens: readonly Token[], at: number) =>
  isPast(tokens, at) && hasObject(tokens, at);

const hasObject = (tokens: readonly Token[], at: number) =>
  /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/u.test(tokens[at + 1]?.tag ?? '');

const isParticiple = (tokens: readonly Token[], at: number) => {
  const verb = tokens[at];
  return (
    verb !== undefined &&
    isPastForm(verb) &&
    (verb.norm.endsWith('ed') || PARTICIPLES.has(verb.norm))
  );
};

/**
 * Whether a verb is passive without an auxiliary of its own. "He was born in May and raised in
 * June" says that he was raised; "he was born in May and appeared in June" has the same form.
 */
const isPassive = (tokens: readonly Token[], at: number) => {
  const verb = tokens[at];
  if (!verb || !isPastForm(verb) || hasObject(tokens, at)) return false;
  const agent = verb.norm.endsWith('ed') && tokens[at + 1]?.norm === 'by';
  const certain = PARTICIPLES.has(verb.norm) || OBJECT_TAKERS.has(verb.lemma);
  return agent || certain || EITHER_WAY.has(verb.lemma);
};

/** Participles that cannot be past tenses. */
const PARTICIPLES: ReadonlySet<string> = new Set(
  'taken given seen known shown driven written broken chosen spoken stolen sworn torn beaten eaten fallen forgotten frozen hidden ridden risen shaken thrown withdrawn drawn grown blown flown gone done begun'.split(
    ' ',
  ),
);

/** Verbs that hardly ever go without an object: without one they are passive. */
const OBJECT_TAKERS: ReadonlySet<string> = new Set(
  'arrest bury capture charge confiscate convict damage delay deport destroy detain discharge dismiss elect evacuate exchange extradite fine hospitalize identify indict injure inspect interrogate jail kidnap kill list name question raise release remove rescue restore rush seize sentence shutter sue suspend transfer transport treat wound'.split(
    ' ',
  ),
);

/** "The bridge was closed", "the bridge closed": verbs that state the same thing both ways. */
const EITHER_WAY: ReadonlySet<string> = new Set('close open reopen sink'.split(' '));

/** Whether a predicate is complete, and not a noun with a participle: "police and armed men". */
function standsAlone(right: readonly Token[], before: Token | undefined): boolean {
  const verb = right.findIndex((token) => !isAdverb(token));
  const nominal = right[verb + 1]?.tag === 'NOUN' && before?.text !== ',';
  if (nominal) return false;
  if (takesClause(right[verb])) return true;
  const rest = withoutSayer(right.slice(verb + 1));
  const end = rest.findIndex(isOpener);
  return tensedVerbs(end < 0 ? rest : rest.slice(0, end)).length === 0;
}
