import { endsInThought, isSpeech, isSuspended, withoutSayer } from '../language/assertion.ts';
import { startsPredicate, tensedVerbs, verbOfClause } from '../language/clauses.ts';
import { POINTING_PRONOUNS } from '../language/grammar.ts';
import { isStatedBehind } from '../language/subordinators.ts';
import type { Token } from '../types.ts';
import type { Cut, Part } from './propositions.ts';

/** Shortest clause that is worth standing alone, in tokens. */
const MIN_TOKENS = 4;

/**
 * "Although the bridge was closed, the ferry ran": a clause that comes before the one it belongs to.
 * Only where one comma alone can part the two, and where each names what it tells of.
 */
export function subordinateClause(part: Part): readonly Cut[] | undefined {
  const { tokens, opening } = part;
  if (part.lead || isSuspended(tokens)) return undefined;
  const word = opening + (tokens[opening]?.norm === 'even' ? 1 : 0);
  const verb = verbOfClause(tokens, word + 1);
  const comma = verb < 0 ? -1 : onlyJoint(withoutSayer(tokens), verb);
  if (comma < 0) return undefined;
  const clause = tokens.slice(word + 1, comma);
  const main = tokens.slice(comma + 1);
  const pair = { clause, verb: verb - word - 1, main };
  if (!isStatedBehind(tokens[word]?.norm ?? '', pair)) return undefined;
  if (!isOfItself(clause) || !isOfItself(main) || goesOn(main) || endsInThought(main))
    return undefined;
  if (main.some(({ norm }) => PRONOUNS.has(norm)) || leavesVerb(clause)) return undefined;
  return [
    { from: word + 1, to: comma, unspoken: isSpeech(main) },
    { from: comma + 1, to: tokens.length },
  ];
}

/** The comma behind which the main clause begins; -1 where it may be another one, or none is. */
function onlyJoint(tokens: readonly Token[], verb: number): number {
  const commas = tokens.flatMap(({ text }, index) =>
    index > verb && text === ',' && verbOfClause(tokens, index + 1) > 0 ? [index] : [],
  );
  const [comma = -1] = commas;
  return commas.length === 1 && tensedVerbs(tokens.slice(0, comma)).length < 3 ? comma : -1;
}

/** Whether a clause is long enough, and names what it is about. */
const isOfItself = (clause: readonly Token[]) =>
  clause.length >= MIN_TOKENS && !POINTING_PRONOUNS.has(clause[0]?.norm ?? '');

/** In the main clause, these mostly mean someone that the clause before it names. */
const PRONOUNS = new Set('he she it they him her them his its their'.split(' '));

/** "After the mayor did so, …": a clause that leaves its verb to the sentence before. */
const leavesVerb = (clause: readonly Token[]) =>
  clause.some(({ norm }, index) => norm === 'so' && clause[index - 1]?.lemma === 'do');

/** Whether more clauses come, which the subordinate one may belong to as well. */
const goesOn = (main: readonly Token[]) =>
  main.some(
    ({ norm, text }, index) =>
      (/^(?:and|but|or|nor)$/u.test(norm) &&
        (verbOfClause(main, index + 1) > 0 || startsPredicate(main, index + 1))) ||
      /^[;:–—]$/u.test(text),
  );
