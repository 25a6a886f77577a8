import { isNegated, isSuspended, isThought } from '../language/assertion.ts';
import { lastWord, tensedVerbs, verbOfClause } from '../language/clauses.ts';
import { isSpeaking } from '../language/phrases.ts';
import { goesOnSpeaking, sharesOut } from '../language/reporting.ts';
import type { Token } from '../types.ts';
import type { Cut, Part } from './propositions.ts';

/** Shortest clause that is worth standing alone, with its conjunction, in tokens. */
const MIN_TOKENS = 4;
/** As many words at most stand between a verb of saying and its "that". */
const MAX_BETWEEN = 6;

/** Who says so, and where what is said begins. */
interface Saying {
  readonly verb: number;
  readonly that: number;
}

/**
 * "The mayor said that the bridge was closed and that the ferry ran": one verb of saying, and two
 * things that were said, each of them by the same mouth. What joins the second must say so itself:
 * behind a mere "and" the report may speak again.
 */
export function complementClause(part: Part): readonly Cut[] | undefined {
  const { tokens, opening } = part;
  const saying = part.lead || isSuspended(tokens) ? undefined : sayingOf(tokens, opening);
  if (!saying) return undefined;
  const second = secondThat(tokens, saying);
  if (second < 0 || lastWord(tokens) - second < MIN_TOKENS) return undefined;
  const joint = second - 1;
  const end = tokens[joint - 1]?.text === ',' ? joint - 1 : joint;
  if (tensedVerbs(tokens.slice(saying.that, end)).length === 0) return undefined;
  const lead = { start: tokens[opening]?.start ?? 0, end: tokens[saying.that - 1]?.end ?? 0 };
  return [
    { from: 0, to: end },
    { from: second, to: tokens.length, lead },
  ];
}

/** The verb of saying that the sentence begins with, where it says each thing for itself. */
function sayingOf(tokens: readonly Token[], opening: number): Saying | undefined {
  const [verb = -1] = tensedVerbs(tokens, opening);
  const said = tokens[verb]?.tag === 'AUX' ? verb + 1 : verb;
  if (said < 0 || !isSpeaking(tokens, said) || !sharesOut(tokens[said])) return undefined;
  const that = tokens.findIndex(({ norm }, index) => index > said && norm === 'that');
  const near = that > 0 && that - said <= MAX_BETWEEN && verbOfClause(tokens, that + 1) > 0;
  const between = tokens.slice(opening, that);
  return near && tensedVerbs(between).length === 1 && !isNegated(between)
    ? { verb: said, that }
    : undefined;
}

/** The "that" of the second thing said: the only other one, behind "and", "but" or "adding". */
function secondThat(tokens: readonly Token[], { that }: Saying): number {
  const joins = (token: Token | undefined) =>
    token?.norm === 'and' || token?.norm === 'but' || goesOnSpeaking(token);
  const second = tokens.findIndex(
    ({ norm }, index) =>
      index > that &&
      norm === 'that' &&
      joins(tokens[index - 1]) &&
      verbOfClause(tokens, index + 1) > 0,
  );
  const first = tokens.slice(that + 1, Math.max(that + 1, second - 1));
  // "… said that he knew that the bridge fell and that …": known, or said?
  const clear = !first.some((token) => isThought(token) || token.norm === 'that');
  return clear ? second : -1;
}
