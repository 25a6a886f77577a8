import type { Token } from '../types.ts';
import { isPastForm, isReportingVerb } from './grammar.ts';

/**
 * Where a clause looks: to what was, to what is to come, to what holds now. `unclear` where the
 * verbs do not settle it ("was to sail", "agreed to meet"), or there are none.
 */
export type Tense = 'past' | 'present' | 'ahead' | 'unclear';

/**
 * Tell the tense that a time expression stands in from the verb it belongs to: the nearest before
 * it in its clause; where there is none, the first after it ("On Monday the ferry will sail").
 *
 * @param from Index of the expression's first token.
 * @param to Index behind its last one.
 * @param asNoun Whether the expression belongs to the noun behind it ("Monday's vote").
 */
export function tenseAt(tokens: readonly Token[], from: number, to: number, asNoun = false): Tense {
  const before = tenseBefore(tokens, from);
  const after = tenseAfter(tokens, to);
  // "He said the vote on Monday will be secret": it belongs to the subject of the verb behind it.
  if (asNoun && before) return before === 'past' && after === 'past' ? 'past' : 'unclear';
  // "A man arrested on Monday will appear": it belongs to the verb before its preposition.
  const direct = tokens[from - 1]?.tag === 'ADP' && isVerb(tokens[from - 2]);
  if (isVerb(tokens[to]) && before && !direct) return before === after ? before : 'unclear';
  return before ?? after ?? tenseOfMainClause(tokens, from) ?? 'unclear';
}

const isVerb = (token: Token | undefined) => token?.tag === 'VERB' || token?.tag === 'AUX';

/** Marks and words that begin a clause. */
const isBoundary = ({ tag, norm }: Token) =>
  (tag === 'PUNCT' && !/^[-’'.]$/u.test(norm)) || SUBORDINATORS.has(norm);

const SUBORDINATORS = new Set(
  'that which who whose whom where when while because although though if whether but'.split(' '),
);

function tenseBefore(tokens: readonly Token[], from: number): Tense | undefined {
  for (let index = from - 1; index >= 0; index--) {
    const token = tokens[index];
    if (!token || isBoundary(token)) return undefined;
    if (isGerund(token) && isOpen(tokens[index - 1])) return 'unclear';
    if (isVerb(token)) return isAwaited(tokens, index) ? 'unclear' : tenseOfGroup(tokens, index);
  }
  return undefined;
}

/** "Before sailing", "accused of sailing": it may be to come, or not. */
const isOpen = (before: Token | undefined) =>
  (before?.tag === 'ADP' || before?.tag === 'SCONJ') &&
  !/^(?:after|since|while)$/u.test(before.norm);

/** "He would sail as soon as the port opened on Monday": to come when it was said, perhaps. */
function isAwaited(tokens: readonly Token[], verb: number): boolean {
  const start = tokens.findLastIndex((token, index) => index < verb && isBoundary(token)) + 1;
  const clause = tokens.slice(start, verb).map(({ norm }) => norm);
  return clause.join(' ').includes('as soon as ');
}

function tenseAfter(tokens: readonly Token[], to: number): Tense | undefined {
  for (let index = to; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) return undefined;
    if (/^[“”"();:–—]$/u.test(token.text)) return undefined;
    // "On Monday the ferry that will be repaired sailed": not the main verb.
    if (SUBORDINATORS.has(token.norm)) return 'unclear';
    // "On Monday the council plans to vote", where the verb passes for a noun.
    if (token.tag === 'NOUN' && isPlanTo(tokens, index)) return 'unclear';
    if (!isVerb(token) || tokens[index - 1]?.norm === 'to') continue;
    const last = endOfGroup(tokens, index);
    // "On Monday, speaking in the harbor, …": the verb is still to come.
    if (isGerund(tokens[last]) && last === index) continue;
    const tense = tenseOfGroup(tokens, last);
    return isParticiplePerhaps(tokens, index, last) ? 'unclear' : tense;
  }
  return undefined;
}

const isPlanTo = (tokens: readonly Token[], index: number) =>
  PLANNED.has(tokens[index]?.lemma ?? '') && tokens[index + 1]?.norm === 'to';

/** "On Monday a man arrested in May will …": a past form that another verb of its clause follows. */
function isParticiplePerhaps(tokens: readonly Token[], first: number, last: number): boolean {
  const verb = tokens[last];
  if (!verb || first !== last || !isPastForm(verb) || isReportingVerb(verb)) return false;
  for (const token of tokens.slice(last + 1)) {
    if (isBoundary(token) || token.tag === 'CCONJ') return false;
    if (token.tag === 'AUX') return true;
  }
  return false;
}

/** "A bomb exploded, killing two on Monday": over commas, where all verbs before agree. */
function tenseOfMainClause(tokens: readonly Token[], from: number): Tense | undefined {
  const tenses = tokens
    .slice(0, from)
    .flatMap((token, index) =>
      isVerb(token) && !isOfGroupBefore(tokens, index) ? (tenseOfGroup(tokens, index) ?? []) : [],
    );
  const [tense, ...others] = new Set(tenses);
  return others.length > 0 ? 'unclear' : tense;
}

/** Whether a verb is only the beginning of a group: "will" of "will sail". */
const isOfGroupBefore = (tokens: readonly Token[], index: number) =>
  endOfGroup(tokens, index) > index;

const isGerund = (token: Token | undefined) =>
  token?.tag === 'VERB' && /ing$/u.test(token.norm) && token.lemma !== token.norm;

const isOfGroup = ({ tag, norm }: Token) =>
  tag === 'AUX' || tag === 'ADV' || norm === 'not' || /^n['’]t$/u.test(norm);

function endOfGroup(tokens: readonly Token[], first: number): number {
  let last = first;
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !(isOfGroup(token) || token.tag === 'VERB')) break;
    if (isVerb(token)) last = at;
    if (token.tag === 'VERB') break;
  }
  return last;
}

/** What auxiliaries say of a tense, the first that is there. "Would have sailed" says nothing. */
const AUXILIARIES: readonly {
  readonly words: RegExp;
  readonly tense: (head: Token, perfect: boolean) => Tense;
}[] = [
  {
    words: /^(?:will|['’]ll|wo|shall|sha|would|may|might|must|should|can|ca)$/u,
    tense: (_, perfect) => (perfect ? 'unclear' : 'ahead'),
  },
  // "They'd met" is past, "they'd meet" to come.
  { words: /^['’]d$/u, tense: (head) => (isPastForm(head) ? 'past' : 'ahead') },
  { words: /^could$/u, tense: () => 'unclear' },
  {
    words: /^(?:have|has|had|['’]ve|did|was|were)$/u,
    tense: (head) => (PLANNED.has(head.lemma) ? 'unclear' : 'past'),
  },
  {
    words: /^(?:is|are|am|['’](?:s|re|m))$/u,
    tense: (head) => (PLANNED.has(head.lemma) || isGerund(head) ? 'ahead' : 'present'),
  },
  { words: /^(?:do|does)$/u, tense: () => 'present' },
];

/** Verbs whose time is not that of what they tell of. */
const PLANNED = new Set(
  'schedule expect set plan slate due intend hope prepare postpone'.split(' '),
);

/** Verbs whose past has the form of their present, which news seldom uses. */
const SAME_PAST = new Set('hit cut put shut let hurt burst split spread quit cost'.split(' '));

/** Tense of the verb group that ends at a token. */
function tenseOfGroup(tokens: readonly Token[], last: number): Tense | undefined {
  const head = tokens[last];
  if (!head) return undefined;
  let first = last;
  while (first > 0 && isOfGroup(tokens[first - 1] ?? head)) first -= 1;
  const words = tokens.slice(first, last + 1);
  const auxiliaries = words.filter(({ tag }) => tag === 'AUX').map(({ norm }) => norm);
  const infinitive = tokens[first - 1]?.norm === 'to';
  const perfect = auxiliaries.slice(0, head.tag === 'AUX' ? -1 : undefined).includes('have');
  if (infinitive) return perfect ? 'past' : tenseOfInfinitive(tokens, first - 1);
  const rule = AUXILIARIES.find(({ words: form }) => auxiliaries.some((word) => form.test(word)));
  // "It has 9,000 inhabitants."
  if (/^(?:have|has)$/u.test(head.norm) && auxiliaries.length < 2) return 'present';
  if (rule) return rule.tense(isDue(tokens[last + 1]) ? { ...head, lemma: 'due' } : head, perfect);
  if (isGerund(head)) return undefined;
  if (PLANNED.has(head.lemma)) {
    return isPastForm(head) || head.norm === 'set' ? 'unclear' : 'ahead';
  }
  return isPastForm(head) || SAME_PAST.has(head.norm) ? 'past' : 'present';
}

const isDue = (token: Token | undefined) => token?.norm === 'due';

/**
 * "Plans to sail" looks ahead, and so does the headline "Ferry to sail". "Agreed to sail" and
 * "failed to sail" look either way.
 */
function tenseOfInfinitive(tokens: readonly Token[], to: number): Tense {
  const governing = tenseBefore(tokens, to);
  if (governing)
    return governing === 'past' ? 'unclear' : governing === 'present' ? 'ahead' : governing;
  return tokens.slice(0, to).some(isVerb) ? 'unclear' : 'ahead';
}
