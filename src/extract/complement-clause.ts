import { endsInThought, isNegated, isSuspended, isThought } from '../language/assertion.ts';
import { lastWord, tensedVerbs, verbOfClause } from '../language/clauses.ts';
import { isSpeaking } from '../language/phrases.ts';
import { goesOnSpeaking, sharesOut } from '../language/reporting.ts';
import type { Token } from '../types.ts';
import type { Cut, Part } from './propositions.ts';

/** Shortest clause that is worth standing alone, with its conjunction, in tokens. */
const MIN_TOKENS = 4;
/** As many words at most stand between a verb of saying and its "that". */
const MAX_BETWEEN = 6;

/**
 * "The mayor said that the bridge was closed and that the ferry ran": one verb of saying, and two
 * things that were said, each of them by the same mouth. What joins the second must say so itself:
 * behind a mere "and" the report may speak again.
 */
export function complementClause(part: Part): readonly Cut[] | undefined {
  const { tokens, opening } = part;
  const first = part.lead || isSuspended(tokens) ? -1 : firstThat(tokens, opening);
  const second = first < 0 ? -1 : secondThat(tokens, first);
  if (second < 0 || lastWord(tokens) - second < MIN_TOKENS) return undefined;
  const rest = tokens.slice(second + 1);
  if (endsInThought(rest) || pointsTo(rest, tokens.slice(first + 1, second))) return undefined;
  const joint = second - 1;
  const end = tokens[joint - 1]?.text === ',' ? joint - 1 : joint;
  if (tensedVerbs(tokens.slice(first, end)).length === 0) return undefined;
  const lead = { start: tokens[opening]?.start ?? 0, end: tokens[first - 1]?.end ?? 0 };
  return [
    { from: 0, to: end },
    { from: second, to: tokens.length, lead },
  ];
}

/**
 * The "that" of the first thing said, where the sentence begins with the verb of saying, and that
 * says each thing for itself; -1 where it does not.
 */
function firstThat(tokens: readonly Token[], opening: number): number {
  const [verb = -1] = tensedVerbs(tokens, opening);
  const said = tokens[verb]?.tag === 'AUX' ? verb + 1 : verb;
  if (said < 0 || !isSpeaking(tokens, said) || !sharesOut(tokens[said])) return -1;
  const that = tokens.findIndex(({ norm }, index) => index > said && norm === 'that');
  const near = that > 0 && that - said <= MAX_BETWEEN && verbOfClause(tokens, that + 1) > 0;
  const between = tokens.slice(opening, that);
  return near && tensedVerbs(between).length === 1 && !isNegated(between) ? that : -1;
}

/** The "that" of the second thing said: the only other one, behind "and", "but" or "adding". */
function secondThat(tokens: readonly Token[], that: number): number {
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

/**
 * Whether a pronoun of the second thing may mean someone or something that the first one names. "Ann
 * Field said that Bob Lane was ill and that he was old": without the first, she says it of herself.
 */
function pointsTo(second: readonly Token[], first: readonly Token[]): boolean {
  const at = second.findIndex(({ norm }) => PERSONS.has(norm) || THINGS.has(norm));
  const named = PERSONS.has(second[at]?.norm ?? '') ? /^PROPN$/u : /^(?:PROPN|NOUN)$/u;
  const isNamed = ({ tag }: Token) => named.test(tag);
  return at >= 0 && !second.slice(0, at).some(isNamed) && first.some(isNamed);
}

const PERSONS = new Set(['he', 'she', 'him', 'her', 'his']);
const THINGS = new Set(['it', 'its', 'they', 'them', 'their', 'this', 'these', 'those']);
