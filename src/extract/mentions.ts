import { isFiniteVerb } from '../language/grammar.ts';
import { nameRuns, type TokenRange } from '../language/name-runs.ts';
import { isTitle, join } from '../language/proper-names.ts';
import {
  ADDRESSES,
  BEFORE_TITLES,
  CALENDAR,
  OFFICES,
  TITLES,
  UNNAMED,
} from '../language/source-words.ts';
import type { Mention, Token } from '../types.ts';

/**
 * Find who and what is named, with what it is called there: "NATO chief Ann Example", "Ann Example,
 * the mayor of Harlow,", "the mayor, Ann Example".
 *
 * @param tokens Of one sentence or a part of it; spans of the result are into the same text.
 * @returns In order; titles alone, and days and months, are no names.
 */
export function mentionsOf(tokens: readonly Token[]): readonly Mention[] {
  const runs = nameRuns(tokens)
    .flatMap((run) => withoutTitles(tokens, run))
    .filter(({ from, to }) => to - from > 1 || (tokens[from]?.text.length ?? 0) > 1);
  return runs.map((run) => {
    const words = tokens.slice(run.from, run.to);
    return {
      start: words[0]?.start ?? 0,
      end: words.at(-1)?.end ?? 0,
      name: join(words),
      role: roleBefore(tokens, run) ?? roleBehind(tokens, run) ?? null,
      located: LOCATING.has(tokens[run.from - 1]?.norm ?? ''),
    };
  });
}

/** Words before a place. "From" and "of" stand before anything. */
const LOCATING = new Set(['in', 'at', 'near', 'into', 'outside', 'across', 'toward', 'towards']);

/**
 * A run behind its last title: "President Ann Example" → the last two words, and what she is
 * president of, where that follows, by itself. Nothing for a title alone, or a day.
 */
function withoutTitles(tokens: readonly Token[], { from, to }: TokenRange): TokenRange[] {
  const last = tokens.slice(from, to).findLastIndex(isTitle);
  const begin = from + last + 1;
  const words = tokens.slice(begin, to);
  // What a title is of is no name of its own: "Minister of Transport", "of Foreign Affairs".
  const isOffice = words.length === 1 && OFFICES.has(tokens[begin - 1]?.norm ?? '');
  if (words.length === 0 || isOffice || isJoint(words[0])) return [];
  if (words.every(({ text }) => CALENDAR.test(text))) return [];
  const joint = begin > from ? words.findIndex(isJoint) : -1;
  return joint < 0
    ? [{ from: begin, to }]
    : [
        { from: begin, to: begin + joint },
        { from: begin + joint + 1, to },
      ];
}

/** What joins a title or a name to what it is of: "Minister of Transport", "Example of Harlow". */
const isJoint = (token: Token | undefined): boolean => /^(?:of|for)$/u.test(token?.norm ?? '');

// ---------------------------------------------------------------------------------------------
// Roles

/** No role is described at greater length; in words. */
const MAX_ROLE = 8;

/** A noun for what somebody is: "spokesman", "minister". */
const isRoleNoun = (token: Token | undefined): boolean =>
  token !== undefined && (isTitle(token) || TITLES.has(token.lemma) || UNNAMED.has(token.lemma));

/** Words that a role may be made of: "former Harlow police chief", "NATO’s secretary general". */
const isRoleWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^(?:NOUN|PROPN|ADJ)$/u.test(token.tag) ||
    isRoleNoun(token) ||
    /^(?:’s|-|&)$/u.test(token.norm));

/** "NATO chief Ann Example", "the mayor, Ann Example". */
function roleBefore(tokens: readonly Token[], { from }: TokenRange): string | undefined {
  const comma = tokens[from - 1]?.text === ',';
  const end = comma ? from - 1 : from;
  const begin = roleStart(tokens, end);
  const words = tokens.slice(begin, end);
  // Before a name stands the noun itself; before a comma, what it is of may stand behind it.
  const named = comma ? words.some(isRoleNoun) : isRoleNoun(words.at(-1));
  const isAddress = words.length === 1 && ADDRESSES.has(words[0]?.norm.replace('.', '') ?? '');
  const stated = named && !isAddress && (!comma || isSetOff(tokens, begin));
  return stated ? join(words) : undefined;
}

/** Where a role begins that ends here. */
function roleStart(tokens: readonly Token[], end: number): number {
  const isCapital = /^\p{Lu}/u.test(tokens[end - 1]?.text ?? '');
  let begin = end;
  while (begin > 0 && end - begin < MAX_ROLE) {
    const [before, beyond] = [tokens[begin - 1], tokens[begin - 2]];
    // "Secretary of State" is a role, "the defeat of Speaker" is not.
    const isPart = isJoint(before) ? isRoleNoun(beyond) : isModifier(before, isCapital);
    if (!isPart || (begin === end && !isRoleWord(before))) break;
    begin -= 1;
  }
  while (begin < end && /^(?:’s|-|&|of|for)$/u.test(tokens[begin]?.norm ?? '')) begin += 1;
  return begin;
}

/** Before a title in capitals stand others, and few words in small letters. */
function isModifier(token: Token | undefined, isCapital: boolean): boolean {
  if (!token || !isRoleWord(token)) return false;
  if (ADDRESSES.has(token.norm.replace('.', ''))) return true;
  const isSmall = /^\p{Ll}/u.test(token.text);
  return !isCapital || !isSmall || BEFORE_TITLES.has(token.norm) || isRoleNoun(token);
}

/** Whether a phrase before a comma begins a sentence, or has an article: "the mayor, Ann Example". */
const isSetOff = (tokens: readonly Token[], begin: number): boolean =>
  begin === 0 || /^(?:DET|PRON)$/u.test(tokens[begin - 1]?.tag ?? '');

/** "Ann Example, the mayor of Harlow," up to the comma or the end. */
function roleBehind(tokens: readonly Token[], { to }: TokenRange): string | undefined {
  if (tokens[to]?.text !== ',') return undefined;
  const begin = tokens[to + 1]?.tag === 'DET' ? to + 2 : to + 1;
  const length = tokens.slice(begin).findIndex(({ tag }) => tag === 'PUNCT');
  const words = tokens.slice(begin, length < 0 ? tokens.length : begin + length);
  const isPhrase = words.every(
    (token, index) =>
      (isRoleWord(token) || /^(?:DET|ADP)$/u.test(token.tag)) &&
      !isFiniteVerb(token, words[index - 1]),
  );
  const head = words.findIndex(isRoleNoun);
  const before = words.slice(0, Math.max(0, head));
  const named = head >= 0 && before.every((token) => isRoleWord(token) && token.norm !== 'of');
  return named && isPhrase && words.length <= MAX_ROLE ? join(words) : undefined;
}
