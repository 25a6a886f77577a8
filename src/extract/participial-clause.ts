import { isNegated, isSuspended, withoutSayer } from '../language/assertion.ts';
import {
  isAdverb,
  isUnfinished,
  lastWord,
  startsSubject,
  tensedVerbs,
} from '../language/clauses.ts';
import { isDeed } from '../language/participles.ts';
import { afterCircumstances } from '../language/phrases.ts';
import { isOpen } from '../language/subordinators.ts';
import type { Token } from '../types.ts';
import type { Cut, Part } from './propositions.ts';

/** Shortest clause that is worth standing alone, in tokens. */
const MIN_TOKENS = 3;

/**
 * "A bomb exploded in Harlow on Monday, killing 12 people": a participle at the end that goes on
 * about the subject. It has no tense, so it keeps the verb before it, and loses what is told of
 * when and where: "a bomb exploded killing 12 people". Where nothing can be lost, nothing is cut.
 */
export function participialClause(part: Part): readonly Cut[] | undefined {
  const { tokens, opening } = part;
  if (part.lead || isSuspended(tokens)) return undefined;
  const at = participleAt(withoutSayer(tokens));
  const main = tokens.slice(opening, at - 1);
  if (at < 0 || !isOnePredicate(main)) return undefined;
  const core = coreOf(main);
  // "relied on him on Monday": what the verb needs stays with it.
  if (core === main.length || main[core - 1]?.tag === 'ADP') return undefined;
  const lead = { start: main[0]?.start ?? 0, end: main[core - 1]?.end ?? 0 };
  return [
    { from: 0, to: at - 1 },
    { from: at, to: tokens.length, lead, closed: true },
  ];
}

/** Where the last clause begins, if a participle begins it: "…, killing", "…, also wounding". */
function participleAt(tokens: readonly Token[]): number {
  const from = tokens.findLastIndex(({ text }) => text === ',') + 1;
  const at = isAdverb(tokens[from]) ? from + 1 : from;
  const deed = isDeed(tokens[at], tokens[at + 1]);
  return from > 0 && deed && lastWord(tokens) - from >= MIN_TOKENS ? from : -1;
}

/** Whether a stretch is a subject and what it did, so that the participle can be of nobody else. */
function isOnePredicate(main: readonly Token[]): boolean {
  const [verb = -1, ...others] = tensedVerbs(main);
  const subject = main.slice(0, verb);
  return (
    verb > 0 &&
    others.length === 0 &&
    startsSubject(main[0]) &&
    !subject.some(({ text }) => text === ',') &&
    !isOpen(main) &&
    !isNegated(main) &&
    !isUnfinished(main)
  );
}

/** How many tokens are left without the days and places at the end. */
function coreOf(main: readonly Token[]): number {
  const [verb = 0] = tensedVerbs(main);
  const at = main.findIndex(
    (_, index) => index > verb && afterCircumstances(main, index) === main.length,
  );
  return at < 0 ? main.length : at;
}
