import { isNegated, isSpeech, isSuspended, isThought } from '../language/assertion.ts';
import {
  isInnerOpener,
  isOnePhrase,
  lastWord,
  startsPredicate,
  tensedVerbs,
  verbOfClause,
} from '../language/clauses.ts';
import { isReportingVerb } from '../language/grammar.ts';
import type { Span, Token } from '../types.ts';
import type { Cut, Part } from './propositions.ts';

/** Shortest clause that is worth standing alone, in words. */
const MIN_WORDS = 4;

/**
 * "The minister Ann Field, who has so far refused to sign, …": what follows who or which is told
 * of the name before it. Only where it is certain whose name that is, and where the clause ends.
 */
export function relativeClause(part: Part): readonly Cut[] | undefined {
  const { tokens } = part;
  const at = tokens.findIndex(
    ({ norm }, index) => (norm === 'who' || norm === 'which') && tokens[index - 1]?.text === ',',
  );
  // "who’s" cannot do without its who.
  const shortened = tokens[at + 1]?.text.startsWith('’');
  if (at < 2 || part.lead || shortened || !startsPredicate(tokens, at + 1)) return undefined;
  return aboutSubject(part, at) ?? aboutLastName(part, at);
}

/** The clause behind the subject of the sentence: its verb must come right behind the clause. */
function aboutSubject({ tokens, opening }: Part, at: number): readonly Cut[] | undefined {
  const close = tokens.findIndex(({ text }, index) => index > at && /^[,;:–—]$/u.test(text));
  const from = opening + (tokens[opening]?.norm === 'both' ? 1 : 0);
  const subject = tokens.slice(from, at - 1);
  if (tokens[close]?.text !== ',' || close - at - 1 < MIN_WORDS || !isOneName(subject))
    return undefined;
  const rest = tokens.slice(close + 1);
  const goesOn = startsPredicate(rest, 0) || joinsSecondSubject(rest);
  // "…, who built the bridge, ran the ferry and owned the hall, left": which verb is the main one?
  const another = rest.some(({ text }, index) => text === ',' && startsPredicate(rest, index + 1));
  if (!goesOn || another) return undefined;
  const lead = spanOf(subject);
  return [
    { from: 0, to: tokens.length, hole: { from: at - 1, to: close + 1 } },
    { from: at + 1, to: close, lead, closed: true, unspoken: isSpeech(rest) },
  ];
}

/** Whether a phrase is one name with what belongs to it, and nothing that the clause may be about. */
function isOneName(phrase: readonly Token[]): boolean {
  const belongs = ({ tag, norm }: Token, index: number) =>
    /^(?:DET|PROPN|NOUN|ADJ|NUM)$/u.test(tag) ||
    norm === '’s' ||
    norm === '-' ||
    // "Minister of State Ann Field"; but "Friends of Ann Field" are others than she.
    (norm === 'of' && isTitle(phrase[index - 1]));
  const named = phrase.some(({ tag }) => tag === 'PROPN');
  return named && phrase.every(belongs) && isOnePhrase(phrase) && !isNegated(phrase);
}

const isTitle = (token: Token | undefined) => token?.tag === 'PROPN' && !token.norm.endsWith('s');

/** "…, and Bob Lane met on Monday". */
function joinsSecondSubject(rest: readonly Token[]): boolean {
  return rest[0]?.norm === 'and' && rest[1]?.tag === 'PROPN' && verbOfClause(rest, 1) > 0;
}

/**
 * The clause at the sentence's end, behind a person's name. "Talks in Example, which began on
 * Monday" may tell of the talks, and "the council closed Example Hall, which angered many" of the
 * closing: which is never certain there.
 */
function aboutLastName({ tokens }: Part, at: number): readonly Cut[] | undefined {
  const end = lastWord(tokens);
  const clause = tokens.slice(at + 1, end);
  const main = tokens.slice(0, at - 1);
  const name = nameAtEnd(main);
  const certain = tokens[at]?.norm === 'who' && name && end - at - 1 >= MIN_WORDS;
  if (!certain || isUnclear(clause) || tensedVerbs(main).length !== 1) return undefined;
  if (isSuspended(main) || main.some(isInnerOpener)) return undefined;
  const lead = spanOf(name);
  return [
    {
      from: 0,
      to: tokens.length,
      hole: { from: at - 1, to: end },
      unspoken: isReportingVerb(tokens[at + 1]),
    },
    { from: at + 1, to: end, lead, closed: true },
  ];
}

/** Whether it is open where a clause ends, whom it is about, or whether it comes true. */
function isUnclear(clause: readonly Token[]): boolean {
  return clause.some(
    ({ text, norm }, index) =>
      /^[,;:–—]$/u.test(text) ||
      (index < 2 && NOT_OF_ONE.has(norm)) ||
      (norm === 'and' && verbOfClause(clause, index + 1) > 0),
  );
}

/** Several people are meant, or something that may only happen once the rest has. */
const NOT_OF_ONE: ReadonlySet<string> = new Set(
  'are were have will would can could may might shall should must'.split(' '),
);

/** The person's name that a stretch ends in, where nobody else can be meant. */
function nameAtEnd(main: readonly Token[]): readonly Token[] | undefined {
  let from = main.length;
  while (isNamePart(main[from - 1])) from--;
  const name = main.slice(from);
  if (name.at(-1)?.tag !== 'PROPN' || from === 0) return undefined;
  // "elected the engineer Ann Field"
  let before = from - 1;
  while (/^(?:DET|NOUN|ADJ)$/u.test(main[before]?.tag ?? '')) before--;
  return PLACES_FOR_ONE.some((certain) => certain(main, before)) ? name : undefined;
}

const isNamePart = (token: Token | undefined) =>
  token !== undefined &&
  /^\p{Lu}/u.test(token.text) &&
  (token.tag === 'PROPN' || token.tag === 'NOUN' || token.tag === 'ADJ');

/** What may stand before a name so that nobody else can be meant. */
const PLACES_FOR_ONE: readonly ((main: readonly Token[], before: number) => boolean)[] = [
  // "elected Ann Field, who …"; but "said Ann Field, who …" ends what she said.
  (main, at) => main[at]?.tag === 'VERB' && !isThought(main[at]),
  // "was met by Ann Field, who …"
  (main, at) => PERSONAL.has(main[at]?.norm ?? '') && main[at - 1]?.tag === 'VERB',
  // "the position of Ann Field, who …"; but "the daughter of Ann Field, who …".
  (main, at) => PERSONAL.has(main[at]?.norm ?? '') && ABSTRACT.test(main[at - 1]?.norm ?? ''),
  // "by the minister, Ann Field, who …"
  (main, at) => main[at]?.text === ',' && main.length - at > 2 && !main.slice(0, at).some(isComma),
];

const isComma = ({ text }: Token) => text === ',';

const PERSONAL = new Set(['by', 'with', 'of', 'to', 'against']);

/** Nouns of these endings name no person: "position", "government", "ability". */
const ABSTRACT = /(?:tion|sion|ment|ness|ship|ity|ance|ence)$/u;

const spanOf = (tokens: readonly Token[]): Span => ({
  start: tokens[0]?.start ?? 0,
  end: tokens.at(-1)?.end ?? 0,
});
