import { uniqueLinks } from '../chains.ts';
import { channelAt } from '../language/channels.ts';
import { join, leadingName } from '../language/proper-names.ts';
import { BODIES, CALENDAR, COLLECTIVES, DETERMINERS, TITLES } from '../language/source-words.ts';
import { type Describe, toldAt } from '../language/speakers.ts';
import { tokensIn } from '../language/token-spans.ts';
import type { Attribution, Token } from '../types.ts';
import type { Relation } from './relations.ts';

interface Sentence {
  readonly tokens: readonly Token[];
  readonly describe: Describe;
}

/**
 * Follow a relation from who said it to who passes it on, and to where it was said.
 *
 * @returns Nearest first; nothing where nobody is named.
 */
export function linksOf(sentence: Sentence, relation: Relation): readonly Attribution[] {
  const speaker = speakerOf(sentence, relation);
  if (!speaker) return [];
  const { tokens, describe } = sentence;
  const verb = tokens.findLastIndex(({ end }) => end <= relation.cue.end);
  const quoted = tokens.map(() => false);
  const told = toldAt({ tokens, quoted, describe }, verb).chain;
  const through = relation.through ? describe(tokensIn(tokens, relation.through)) : undefined;
  const program = programAt(tokens, verb + 1);
  return uniqueLinks([
    speaker,
    ...told,
    ...(through ? [through] : []),
    ...(program ? [program] : []),
    ...channelsOf(sentence, relation),
  ]);
}

function speakerOf(
  { tokens, describe }: Sentence,
  { source, cue }: Relation,
): Attribution | undefined {
  if (!source) return undefined;
  const at = tokens.findIndex(({ start }) => start >= source.start);
  const relative = /^(?:who|which)$/u.test(tokens[at]?.norm ?? '');
  const phrase = relative ? nameBefore(tokens, at) : tokensIn(tokens, source);
  const speaker = describePhrase(
    phrase.filter(({ norm }) => !REFLEXIVE.test(norm)),
    describe,
  );
  const label = tokensIn(tokens, cue).every(({ text }) => text === ':');
  return speaker && canSpeak(speaker, phrase, label) ? speaker : undefined;
}

/**
 * Whether a source can say anything: "the group" can, "the question" and "the cuts" cannot. Before a
 * colon a name may be a label as well: "Harlow: bridge shut", "NEW: bridge shut".
 */
function canSpeak(
  { name, kind }: Attribution,
  phrase: readonly Token[],
  isLabel: boolean,
): boolean {
  if (kind !== 'organization') return true;
  if (/\p{Lu}/u.test(name)) return !isLabel || BODIES.test(name) || TITLES.has(name.toLowerCase());
  const [noun = ''] = name.split(/ (?:of|to|for|from|in|on|with) /u);
  const head = noun.split(' ').at(-1) ?? '';
  const lemma = phrase.find(({ norm }) => norm === head)?.lemma ?? head;
  return BODIES.test(head) || COLLECTIVES.has(lemma);
}

/** "The mayor himself", "officials there": the word stresses who or where, and names nobody. */
const REFLEXIVE = /^(?:himself|herself|itself|themselves|there|here)$/u;

/** Who a phrase names: as a whole, before or behind a comma, or the first of those it joins. */
function describePhrase(phrase: readonly Token[], describe: Describe): Attribution | undefined {
  const clause = phrase.findIndex(({ norm }, index) => index > 0 && /^(?:who|which)$/u.test(norm));
  const named = clause < 0 ? phrase : phrase.slice(0, clause);
  const parts = split(named, (token) => token.text === ',' || token.text === '(');
  const found = parts.flatMap((part) => {
    const whole = describe(part);
    const halves = split(part, isJoin).flatMap((half) => describe(half) ?? []);
    // "The mayor Ann Example and others": of several, the one who is named.
    const people = whole?.kind === 'unnamed' ? halves.filter(({ kind }) => kind === 'person') : [];
    return people.length > 0 ? people : whole ? [whole] : halves;
  });
  return found.find(({ kind }) => kind === 'person') ?? found[0];
}

const isJoin = ({ norm }: Token): boolean => norm === 'and' || norm === 'or';

function split(
  phrase: readonly Token[],
  isMark: (token: Token) => boolean,
): readonly (readonly Token[])[] {
  const at = phrase.findIndex(isMark);
  if (at < 0) return phrase.length > 0 ? [phrase] : [];
  return [phrase.slice(0, at), ...split(phrase.slice(at + 1), isMark)].filter(
    (part) => part.length > 0,
  );
}

/** The name before "who": "the minister, Ann Example, who said". */
function nameBefore(tokens: readonly Token[], who: number): readonly Token[] {
  const end = tokens[who - 1]?.text === ',' ? who - 1 : who;
  const from = tokens.findLastIndex(({ tag }, index) => index < end && tag !== 'PROPN') + 1;
  return tokens.slice(from, end);
}

/**
 * Where it was said, from what of the sentence is neither said nor names who said it. An interview
 * is with someone: where that is a medium, it is a link of its own.
 */
export function channelsOf(
  { tokens, describe }: Sentence,
  relation: Relation,
): readonly Attribution[] {
  const spans = [...relation.content, ...(relation.source ? [relation.source] : [])];
  const isTaken = ({ start }: Token) =>
    spans.some((span) => start >= span.start && start < span.end);
  return tokens.flatMap((token, at): readonly Attribution[] => {
    const heard = isTaken(token) ? undefined : hearerAt(tokens, at, describe);
    if (heard) return [heard];
    const channel = isTaken(token) ? undefined : channelAt(tokens, at);
    if (!channel) return [];
    const medium = mediumBehind(tokens.slice(channel.to), describe);
    const words = tokens.slice(channel.from, channel.to).filter(isDescriptive);
    return [{ name: join(words), kind: channel.kind }, ...(medium ? [medium] : [])];
  });
}

/** "Speaking to the Harlow Courier, …", "in remarks to the agency": who passes it on. */
function hearerAt(
  tokens: readonly Token[],
  at: number,
  describe: Describe,
): Attribution | undefined {
  const [token, next] = tokens.slice(at, at + 2);
  const speaks =
    token?.norm === 'speaking' || (token?.norm === 'in' && REMARKS.has(next?.norm ?? ''));
  if (!speaks) return undefined;
  return mediumBehind(tokens.slice(token.norm === 'in' ? at + 2 : at + 1), describe);
}

const REMARKS: ReadonlySet<string> = new Set('remarks comments'.split(' '));

/** "told Ann Example on “Harlow Tonight”": a program that is named by its title. */
function programAt(tokens: readonly Token[], from: number): Attribution | undefined {
  const open = tokens.findIndex(({ text }, index) => index > from && text === '“');
  const close = tokens.findIndex(({ text }, index) => index > open && text === '”');
  const before = tokens.slice(Math.max(from, open - 3), open).map(({ norm }) => norm);
  if (open < 0 || open > from + MAX_HEARER || !before.includes('on')) return undefined;
  const title = tokens.slice(open + 1, close).filter(({ tag }) => tag !== 'PUNCT');
  const isTitled = title.every(({ text }) => /^\p{Lu}|^(?:the|of|and|with|in|at)$/u.test(text));
  if (title.length === 0 || title.length > MAX_HEARER || !isTitled) return undefined;
  return { name: join(title), kind: 'outlet' };
}

/** Longest phrase for who was told, and longest title of a program, in words. */
const MAX_HEARER = 8;

const isDescriptive = ({ norm, text }: Token): boolean =>
  !DETERMINERS.has(norm) && !CALENDAR.test(text);

/** "with the Harlow Courier newspaper", "with Ann Example": only a medium passes anything on. */
function mediumBehind(rest: readonly Token[], describe: Describe): Attribution | undefined {
  if (rest[0]?.norm !== 'with' && rest[0]?.norm !== 'to') return undefined;
  const name = leadingName(rest.slice(1));
  const stop = rest.findIndex(({ tag }, index) => index > 0 && !/^(?:DET|NOUN)$/u.test(tag));
  const medium = describe(name.length > 0 ? name : rest.slice(1, stop < 0 ? rest.length : stop));
  return medium?.kind === 'outlet' || medium?.kind === 'agency' ? medium : undefined;
}
