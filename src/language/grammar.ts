import { tableOf } from '../tables.ts';
import type { Token } from '../types.ts';

/**
 * The little grammar that the stages share: which words report, which verbs are finite. Tables,
 * and functions over single tokens; what is built of them belongs to the stage that builds it.
 */

/**
 * Verbs of reporting. With a neutral one, who says so may move into the citation; a marked one
 * is itself part of the news: to warn, to deny and to promise are not the same.
 */
export const REPORTING_VERBS: Readonly<Record<string, 'neutral' | 'marked'>> = tableOf({
  ...Object.fromEntries(
    'add announce confirm explain note report say state tell write'
      .split(' ')
      .map((verb) => [verb, 'neutral' as const]),
  ),
  ...Object.fromEntries(
    'accuse acknowledge admit advise agree allege argue ask assert assure believe blame boast call caution claim complain concede conclude contend criticize criticise declare demand deny describe emphasize emphasise estimate expect fear forecast hint hope imply indicate insist joke lament maintain mention observe pledge point predict promise propose quip recall reckon recommend remark remind repeat reply respond reveal shout signal speculate stress suggest testify think threaten tweet underline underscore urge vow warn wonder'
      .split(' ')
      .map((verb) => [verb, 'marked' as const]),
  ),
});

/** Whether a token is a verb that reports what someone says. */
export function isReportingVerb(token: Token | undefined): boolean {
  return token !== undefined && token.tag === 'VERB' && Object.hasOwn(REPORTING_VERBS, token.lemma);
}

/** Forms of auxiliaries that never carry the tense of a clause. */
const NONFINITE_AUXILIARIES = new Set(['be', 'been', 'being', 'having']);

/**
 * Whether a verb carries the tense of a clause, told from its form and the word before it. A
 * participle that stands for a shortened relative clause ("weapons supplied by …") cannot be told
 * from a past tense this way; callers count finite verbs and give way where there are too many.
 */
export function isFiniteVerb(token: Token | undefined, before: Token | undefined): boolean {
  // "to use", "American-made"
  if (!token || before?.norm === 'to' || before?.text === '-') return false;
  if (token.tag === 'AUX') return !NONFINITE_AUXILIARIES.has(token.norm);
  if (token.tag !== 'VERB' || token.norm.endsWith('ing')) return false;
  const governed =
    before && (before.tag === 'AUX' || before.norm === 'not' || before.norm === 'n’t');
  return !governed;
}

/** Whether a verb has the form of a past tense or past participle. */
export function isPastForm(token: Token): boolean {
  return token.tag === 'VERB' && token.lemma !== token.norm && !/(?:s|ing)$/u.test(token.norm);
}

/** Pronouns that point to someone or something named before. */
export const POINTING_PRONOUNS: ReadonlySet<string> = new Set(
  'he she it they him her them his its their this that these those there here'.split(' '),
);

/** Whether the first word, save connectives, points to something said before. */
export function pointsBack(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ tag }) => tag !== 'PUNCT' && tag !== 'CCONJ');
  const [first, second] = words;
  if (!first || !POINTING_PRONOUNS.has(first.norm)) return false;
  // "This week" points to the calendar, not to the text.
  return !/^(?:week|month|year|morning|afternoon|evening|weekend|summer|winter|spring|autumn|fall)$/u.test(
    second?.norm ?? '',
  );
}
