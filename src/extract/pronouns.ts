import { isFiniteVerb, isReportingVerb } from '../language/grammar.ts';
import { isProper, isTitle } from '../language/proper-names.ts';
import { DOERS, NO_DOERS, UNNAMED } from '../language/source-words.ts';
import type { Pronoun, Token } from '../types.ts';
import type { Cast } from './cast.ts';

/** A sentence as pronouns are read in it. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly isQuoted: (token: Token) => boolean;
  /** The person who says it, where it was told who that is. */
  readonly speaker: string | undefined;
  /** Whether it belongs to the text that runs on; a heading does not. */
  readonly runsOn: boolean;
}

/** The one person whom the sentences before told of. */
interface Focus {
  readonly name: string;
  /** Whether they were only named as saying something: whom "he" means is then told by a "said". */
  readonly spoke: boolean;
  /** Sentences since that neither named nor meant them. */
  readonly age: number;
}

/**
 * Tell whom "he", "she", "his" and "her" mean, where that is certain: the sentence before names or
 * means one person, and nobody else, named or not, comes between; or they say what is said, and the
 * speaker is the last one who was named. A wrong name in a briefing is worse than a pronoun: what
 * is not certain is left alone.
 *
 * @param lines The sentences of a report in order.
 * @returns For each sentence its first pronoun, where it is certain whom it means.
 */
export function pronounsOf(lines: readonly Line[], cast: Cast): readonly (Pronoun | undefined)[] {
  let focus: Focus | undefined;
  let last: string | undefined;
  return lines.map((line) => {
    if (!line.runsOn) {
      focus = undefined;
      last = undefined;
      return undefined;
    }
    const read = readingOf(line, cast);
    const { pronoun } = read;
    const speaker = read.says && line.speaker === last ? last : undefined;
    const meant = (focus && mayMean(focus, read) ? focus.name : undefined) ?? speaker;
    // "He answered Amsel": Amsel is not he.
    const name = pronoun && meant !== undefined && !read.people.has(meant) ? meant : undefined;
    focus = focusAfter(focus, read, name);
    last = lastAfter(last, read, name);
    return pronoun && name !== undefined
      ? { start: pronoun.start, end: pronoun.end, text: pronoun.text, name }
      : undefined;
  });
}

/** Whom a sentence names and means. */
interface Reading {
  readonly pronoun: Token | undefined;
  /** Whether the pronoun says something. */
  readonly says: boolean;
  readonly people: ReadonlySet<string>;
  /** Whether somebody else is in it, without a name or with an unknown one. */
  readonly others: boolean;
  /** Whether one of the others has a name. */
  readonly strangers: boolean;
  /** Whether the people in it are only named as saying something. */
  readonly spoke: boolean;
}

function readingOf({ tokens, isQuoted }: Line, cast: Cast): Reading {
  const words = tokens.filter((token) => token.tag !== 'PUNCT' && !isQuoted(token));
  const known = words.map((_, at) => personAt(words, at, cast));
  const named = known.flatMap((name, at) => (name ? [at] : []));
  const at = words.findIndex(isPronoun);
  const others = words.flatMap((_, other) => (isSomebody(words, other, known) ? [other] : []));
  const before = [...named, ...others].some((other) => other < at);
  // "When he came, Amsel …" means the one who is named behind it.
  const isFronted = at > 0 && named.length > 0 && !endsSpeech(words, at);
  const acting = named.filter((one) => says(words, one) || isSubject(words, one));
  return {
    pronoun: before || isFronted ? undefined : words[at],
    says: says(words, at),
    people: new Set(known.flatMap((name) => name ?? [])),
    // A name that does nothing may be a place's; a pronoun before it is somebody else's.
    others:
      others.length > 0 || acting.length === 0
        ? named.length + others.length > 0
        : at >= 0 && !before,
    strangers: others.some((other) => isProper(words[other])),
    spoke: acting.every((one) => says(words, one)),
  };
}

const isPronoun = ({ norm, tag }: Token, at: number, words: readonly Token[]): boolean =>
  norm === 'he' ||
  norm === 'she' ||
  (at === 0 && (norm === 'his' || norm === 'her') && tag !== 'VERB' && words.length > 1);

/** The person whom a word is the surname of, where only one bears it. */
function personAt(words: readonly Token[], at: number, cast: Cast): string | undefined {
  const word = words[at];
  const name = word && isProper(word) ? cast.surnames.get(word.text) : undefined;
  const length = name?.split(' ').length ?? 0;
  return name && length > 1 && length <= LONGEST_NAME && !cast.shared.has(word?.text ?? '')
    ? name
    : undefined;
}

/** What is longer has what somebody is in it. */
const LONGEST_NAME = 3;

/** Whether a word stands before the first verb, and no preposition before its name. */
function isSubject(words: readonly Token[], at: number): boolean {
  const verb = words.findIndex((word, index) => isFiniteVerb(word, words[index - 1]));
  const first = words.slice(0, at).findLastIndex((word) => !isProper(word)) + 1;
  return at < verb && words[first - 1]?.tag !== 'ADP' && words[at + 1]?.text !== '’s';
}

/** Whether a word says that somebody is there beside those whose names are known. */
function isSomebody(
  words: readonly Token[],
  at: number,
  known: readonly (string | undefined)[],
): boolean {
  const word = words[at];
  if (!word || known[at]) return false;
  if (word.tag === 'NOUN') return isPersonNoun(word) && !isPredicate(words, at);
  if (word.norm === 'him' || word.norm === 'her')
    return !/^(?:NOUN|ADJ|NUM)$/u.test(words[at + 1]?.tag ?? '');
  if (!isProper(word) || known[at + 1] || isProper(words[at + 1])) return false;
  // Any other name may be a person's, save that of a place or a body: "in Harlow", "the Guard".
  const before = words[at - 1];
  return !/^(?:ADP|DET)$/u.test(before?.tag ?? '') || (before !== undefined && isTitle(before));
}

const isPersonNoun = ({ norm, lemma }: Token): boolean =>
  UNNAMED.has(lemma) ||
  PEOPLE.has(lemma) ||
  (DOERS.test(`${lemma}s`) && !NO_DOERS.test(`${lemma}s`) && norm !== 'government');

/** People whom no report cites: those that things are done to. */
const PEOPLE = new Set(
  'man woman boy girl child teenager teen victim suspect gunman judge king queen president minister mayor governor senator chief leader captain general sergeant lieutenant colonel officer guard baby student nephew niece uncle aunt cousin wife husband fiancée fiancé boyfriend girlfriend guy kid patient candidate rival opponent successor predecessor cleric priest bishop pope prince princess'.split(
    ' ',
  ),
);

/** "as a general accountant", "is a doctor", ", a novice": what somebody is, not somebody else. */
function isPredicate(words: readonly Token[], at: number): boolean {
  const article = words.slice(0, at).findLastIndex(({ tag }) => tag === 'DET');
  if (article < 0 || at - article > LONGEST_ROLE) return isProper(words[at + 1]);
  const before = words[article - 1];
  return (
    /^(?:as|be|become|remain)$/u.test(before?.lemma ?? '') ||
    isProper(before) ||
    isProper(words[at + 1])
  );
}

/** Words from the article of what somebody is to its noun. */
const LONGEST_ROLE = 5;

/** "…," he said: what stands before the pronoun does not lead to a name behind it. */
const endsSpeech = (words: readonly Token[], at: number): boolean =>
  says(words, at) && !/^(?:SCONJ|ADP|ADV)$/u.test(words[at - 1]?.tag ?? '');

/** Whether the word at a place says something: a verb of reporting stands beside it. */
const says = (words: readonly Token[], at: number): boolean =>
  isReportingVerb(words[at + 1]) || isReportingVerb(words[at - 1]);

function mayMean(focus: Focus, { says: speaks }: Reading): boolean {
  return focus.age <= MAX_AGE && (!focus.spoke || speaks);
}

/** Sentences that may stand between a name and its pronoun. */
const MAX_AGE = 1;

function focusAfter(
  focus: Focus | undefined,
  { people, others, spoke }: Reading,
  meant: string | undefined,
): Focus | undefined {
  const names = new Set([...people, ...(meant === undefined ? [] : [meant])]);
  const [name, ...more] = names;
  if (others || more.length > 0) return undefined;
  if (name !== undefined)
    return { name, spoke: meant === undefined ? spoke : (focus?.spoke ?? true), age: 0 };
  return focus && { ...focus, age: focus.age + 1 };
}

/** The last one who was named; nobody where that may be another than it seems. */
function lastAfter(
  last: string | undefined,
  { people, strangers, pronoun }: Reading,
  meant: string | undefined,
): string | undefined {
  if (strangers || (people.size > 0 && pronoun && meant === undefined)) return undefined;
  return [...people].at(-1) ?? last;
}
