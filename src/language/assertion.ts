import type { Token } from '../types.ts';
import { tensedVerbs, verbOfClause } from './clauses.ts';
import { isReportingVerb, REPORTING_VERBS } from './grammar.ts';

/**
 * What keeps a clause from being asserted. A clause that is taken out of such a sentence would
 * state what the report leaves open, so that one word of these tables is enough to leave it whole.
 */

/** What suspends a sentence: words and phrases under which nothing in it is sure to be stated. */
interface Suspender {
  readonly because: string;
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

export const SUSPENDERS: readonly Suspender[] = [
  {
    because: 'A condition may hold for every clause of its sentence, wherever it stands.',
    words:
      'if unless provided providing assuming supposing suppose lest otherwise else barring pending regardless'.split(
        ' ',
      ),
    phrases:
      'as long as|so long as|on condition|in case|in the event|in that case|subject to|depending on|dependent on|contingent on|only when|only after|only once|only by|even when|as if|as though|whether or not|would have|could have|might have|should have'.split(
        '|',
      ),
  },
  {
    because: 'One of several, nobody knows which.',
    words: ['either', 'neither', 'nor', 'respectively'],
    phrases: [', or', 'in turn'],
  },
  {
    because: 'The report does not vouch for it, and the word may reach over several clauses.',
    words:
      'allegedly reportedly supposedly purportedly ostensibly perhaps maybe possibly probably presumably apparently seemingly hopefully likely unlikely theoretically hypothetically potentially conceivably arguably'.split(
        ' ',
      ),
    phrases: ['in theory', 'in principle'],
  },
  {
    because: 'The clauses belong together: the one holds because of the other, or instead of it.',
    words: ['rather'],
    phrases:
      ', so|so that|in order|instead of|such that|let alone|not only|not just|the more|the less'.split(
        '|',
      ),
  },
];

const SUSPENDING_WORDS: ReadonlySet<string> = new Set(SUSPENDERS.flatMap(({ words }) => words));

/** The first word of a phrase → the words behind it, of each phrase that it begins. */
const SUSPENDING_PHRASES = byFirstWord(SUSPENDERS.flatMap(({ phrases }) => phrases));

function byFirstWord(
  phrases: readonly string[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const [first = '', ...rest] = phrase.split(' ');
    found.set(first, [...(found.get(first) ?? []), rest]);
  }
  return found;
}

/** Auxiliaries that begin a condition without "if": "had the engineers known", "should it rain". */
const INVERTED = new Set(['had', 'should', 'were', 'could', 'did', 'might']);

/** Whether something in a sentence, or its form, leaves open what its clauses state. */
export function isSuspended(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ norm, text }, index) =>
      SUSPENDING_WORDS.has(norm) ||
      text === '?' ||
      isInverted(tokens, index) ||
      (norm === 'or' && verbOfClause(tokens, index + 1) >= 0) ||
      beginsSuspender(tokens, index),
  );
}

const beginsSuspender = (tokens: readonly Token[], at: number): boolean =>
  SUSPENDING_PHRASES.get(tokens[at]?.norm ?? '')?.some((rest) =>
    rest.every((word, index) => tokens[at + 1 + index]?.norm === word),
  ) ?? false;

/** Whether an auxiliary stands before its subject, as in a condition or a question. */
function isInverted(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const last = tokens[at - 1];
  if (!token) return false;
  const inverts =
    last === undefined
      ? token.tag === 'AUX' || INVERTED.has(token.norm)
      : token.norm === 'should' || (last.text === ',' && INVERTED.has(token.norm));
  return inverts && /^(?:DET|PRON|PROPN|NOUN)$/u.test(tokens[at + 1]?.tag ?? '');
}

/** Words that turn a statement round, or make it of fewer than it names. */
const NEGATIVES: ReadonlySet<string> = new Set(
  'not n’t no nobody none nothing nowhere never neither nor few fewer little less hardly scarcely barely rarely seldom only without cannot exactly most least'.split(
    ' ',
  ),
);

/** Whether something is denied here, or said of fewer than are named. */
export const isNegated = (tokens: readonly Token[]): boolean =>
  tokens.some(({ norm }) => NEGATIVES.has(norm));

/** Verbs behind which a clause tells what someone thinks or wants, or what may be the case. */
const THOUGHT: ReadonlySet<string> = new Set(
  'doubt suspect assume suppose wish plan want intend pretend imagine dream consider seem appear worry seek prefer guess presume aim'.split(
    ' ',
  ),
);

/** Verbs that take a clause without "that": "the town ensured the bridge closed". */
const CLAUSE_TAKERS: ReadonlySet<string> = new Set(
  'ensure know realize realise discover learn find prove show mean decide notice see hear feel understand bet swear guarantee make let have help watch keep get leave demonstrate verify conclude rule establish determine remember forget regret ignore'.split(
    ' ',
  ),
);

/** Whether a token is a verb of saying, thinking or wanting. */
export const isThought = (token: Token | undefined): boolean =>
  isReportingVerb(token) || (token?.tag === 'VERB' && THOUGHT.has(token.lemma));

/** Whether a clause may follow a verb without any word between. */
export const takesClause = (token: Token | undefined): boolean =>
  isThought(token) || (token !== undefined && CLAUSE_TAKERS.has(token.lemma));

/** Whether a verb of saying gives the words of others without a judgement of its own. */
export const isNeutral = (token: Token | undefined): boolean =>
  isReportingVerb(token) && REPORTING_VERBS[token?.lemma ?? ''] === 'neutral';

/**
 * Whether a clause ends in who says or thinks so, with a verb that is more than saying: "…, and
 * the ferry ran, the town claimed". It may hold for the clauses before it too.
 */
export function endsInThought(tokens: readonly Token[]): boolean {
  const [main = -1] = tensedVerbs(tokens);
  const comma = tokens.findIndex(({ text }, index) => index > main && text === ',');
  return comma >= 0 && tokens.slice(comma).some((token) => isThought(token) && !isNeutral(token));
}

/**
 * Whether a clause is nothing but what someone says: the verb of saying comes first, and no other
 * one closes the sentence.
 */
export function isSpeech(tokens: readonly Token[]): boolean {
  const [main = -1] = tensedVerbs(tokens);
  const comma = tokens.findIndex(({ text }, index) => index > main && text === ',');
  return (
    isReportingVerb(tokens[main]) &&
    !(comma >= 0 && tokens.slice(comma).some(isReportingVerb)) &&
    !tokens.some(({ norm }) => norm === 'according')
  );
}

/** What comes before "…, the mayor said" at the end. */
export function withoutSayer(tokens: readonly Token[]): readonly Token[] {
  const comma = tokens.findLastIndex(({ text }) => text === ',');
  const tail = tokens.slice(comma + 1);
  const said = tensedVerbs(tail);
  return comma >= 0 && said.length === 1 && tail.some(isNeutral) ? tokens.slice(0, comma) : tokens;
}
