import { isFiniteVerb, isReportingVerb, REPORTING_VERBS } from '../grammar.ts';
import type { Attribution, Quotation, Span, Token } from '../types.ts';

/** Who says so, and which stretch of the sentence says it. */
export interface Attributed {
  /** Nearest first: who said it, who was told, who reported that. */
  readonly chain: readonly Attribution[];
  /**
   * The stretch that says who says so, with the comma that sets it off. Null where the sentence
   * would not stand without it, or where who says so is part of the news.
   */
  readonly aside: Span | null;
}

/** Describes the source that a phrase names; nothing for a phrase that names nobody. */
type Describe = (phrase: readonly Token[]) => Attribution | undefined;

interface Sentence {
  readonly tokens: readonly Token[];
  /** Whether a token stands inside a quotation, where the reporter does not speak. */
  readonly quoted: readonly boolean[];
  readonly describe: Describe;
}

/** Ways in which a sentence says who says so. Each finds at most one. */
const PATTERNS: readonly ((sentence: Sentence) => Attributed | undefined)[] = [
  accordingTo,
  trailingClause,
  leadingClause,
];

/**
 * Find who says what a sentence says.
 *
 * @param tokens Of one sentence.
 * @param quotations Of its block, in the same offsets.
 */
export function attributionOf(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  describe: Describe,
): readonly Attributed[] {
  const quoted = tokens.map(({ start }) =>
    quotations.some((quotation) => start > quotation.start && start < quotation.end - 1),
  );
  return PATTERNS.flatMap((pattern) => pattern({ tokens, quoted, describe }) ?? []);
}

/** "According to officials, …", "… , according to officials". */
function accordingTo({ tokens, quoted, describe }: Sentence): Attributed | undefined {
  const at = tokens.findIndex(
    ({ norm }, index) => norm === 'according' && tokens[index + 1]?.norm === 'to' && !quoted[index],
  );
  if (at < 0) return undefined;
  const end = phraseEnd(tokens, at + 2);
  const source = describe(tokens.slice(at + 2, end));
  if (!source) return undefined;
  return { chain: [source], aside: asideOf(tokens, at, end, source) };
}

/** "…, officials said", "…,” said the mayor", "…, the agency reported, citing an official". */
function trailingClause(sentence: Sentence): Attributed | undefined {
  const { tokens, quoted } = sentence;
  for (let verb = tokens.length - 1; verb > 0; verb--) {
    const token = tokens[verb];
    if (!token || quoted[verb] || !isReportingVerb(token) || token.norm.endsWith('ing')) continue;
    const found = trailingClauseAt(sentence, verb);
    if (found) return found;
  }
  return undefined;
}

function trailingClauseAt({ tokens, describe }: Sentence, verb: number): Attributed | undefined {
  const from = clauseStart(tokens, verb);
  if (from < 1 || OPENERS.has(tokens[from]?.norm ?? '')) return undefined;
  const inverted = from === verb;
  const to = inverted ? phraseEnd(tokens, verb + 1) : verb;
  if (
    inverted &&
    tokens.slice(to).some((token, index) => isFiniteVerb(token, tokens[to + index - 1]))
  )
    return undefined;
  const speaker = describe(tokens.slice(inverted ? verb + 1 : from, to));
  if (!speaker) return undefined;
  const chain = chainFrom(tokens, verb, speaker, describe);
  const behind = inverted ? to : verb + 1;
  const end = clauseEnd(tokens, behind);
  // "Later, officials said the bridge was safe": what was said stands behind the verb.
  const said = tokens
    .slice(behind, end)
    .some((token, index) => isFiniteVerb(token, tokens[behind + index - 1]));
  const removable = end !== undefined && !said && mayMove(chain, tokens[verb]);
  return { chain, aside: removable ? asideOf(tokens, from, end, speaker) : null };
}

/** Words that begin a clause of another kind: "…, although the mayor said …". */
const OPENERS = new Set(
  'although though while whereas as after before because since that which who and but or if when where'.split(
    ' ',
  ),
);

/**
 * Where a clause of reporting ends: at the sentence's stop, or at the comma after a few words
 * that say when or to whom. Nothing where it goes on with something else that was said:
 * "… said, adding that …".
 */
function clauseEnd(tokens: readonly Token[], from: number): number | undefined {
  const rest = tokens.slice(from);
  if (!rest.some(({ norm }) => GOES_ON.has(norm))) return tokens.length;
  const comma = rest.findIndex(({ text }) => text === ',');
  const plain =
    comma >= 0 && comma <= 5 && !rest.slice(0, comma + 2).some(({ norm }) => GOES_ON.has(norm));
  return plain ? from + comma : undefined;
}

const GOES_ON = new Set(['adding', 'noting', 'saying', 'that', 'but', 'and', 'as', 'while']);

/** "Officials said that …", "The mayor told the newspaper …". */
function leadingClause({ tokens, quoted, describe }: Sentence): Attributed | undefined {
  const verb = tokens.findIndex(
    (token, index) => isFiniteVerb(token, tokens[index - 1]) && !quoted[index],
  );
  if (verb < 1 || !isReportingVerb(tokens[verb])) return undefined;
  const complement = complementStart(tokens, verb, quoted);
  if (complement === undefined) return undefined;
  const from = tokens.findIndex(
    ({ tag, norm }) => tag !== 'CCONJ' && norm !== 'however' && norm !== ',',
  );
  const end = Math.min(phraseEnd(tokens, from), verb);
  // The source is the verb's subject, with at most a few words between commas behind it.
  const direct = end === verb || (tokens[end]?.text === ',' && tokens[verb - 1]?.text === ',');
  if (!direct || quoted.slice(0, verb).includes(true)) return undefined;
  const subject = tokens.slice(from, end);
  const speaker = describe(subject);
  if (!speaker) return undefined;
  const chain = chainFrom(tokens, verb, speaker, describe);
  const removable = from >= 0 && mayMove(chain, tokens[verb]) && tokens[complement]?.text !== '“';
  const start = tokens[from]?.start ?? 0;
  const stop = tokens[complement]?.start ?? start;
  return { chain, aside: removable ? { start, end: stop } : null };
}

/** Longest phrase that names a source, in words. */
const MAX_PHRASE = 12;

/** Where the clause that ends in a verb begins: after a comma or a closing mark. */
function clauseStart(tokens: readonly Token[], verb: number): number {
  for (let index = verb; index > Math.max(0, verb - MAX_PHRASE); index--) {
    const before = tokens[index - 1];
    if (before?.text === '”' || before?.text === ',') return index;
    if (index < verb && (isFiniteVerb(tokens[index], before) || tokens[index]?.tag === 'SCONJ'))
      return -1;
  }
  return -1;
}

/** Where a phrase that names a source ends: at a mark, a verb, or a word that begins a clause. */
function phraseEnd(tokens: readonly Token[], from: number): number {
  const stop = tokens.findIndex(
    (token, index) =>
      index > from &&
      (/^[,.;:!?“”()–—]$/u.test(token.text) ||
        token.tag === 'SCONJ' ||
        isFiniteVerb(token, tokens[index - 1]) ||
        index - from >= MAX_PHRASE),
  );
  return stop < 0 ? tokens.length : stop;
}

/**
 * Where what was said begins: after "that", at a quotation, or at a clause of its own. Nothing
 * where the verb has a mere object: "reported the decision" is not "reported that …".
 */
function complementStart(
  tokens: readonly Token[],
  verb: number,
  quoted: readonly boolean[],
): number | undefined {
  const that = tokens.findIndex(
    ({ norm }, index) => norm === 'that' && index > verb && index <= verb + 7,
  );
  if (that >= 0) return that + 1;
  if (tokens[verb + 1]?.tag === 'CCONJ') return undefined;
  const clause = tokens.findIndex(
    (token, index) => index > verb + 1 && !quoted[index] && isFiniteVerb(token, tokens[index - 1]),
  );
  const mark = tokens.findIndex(({ text }, index) => text === '“' && index > verb);
  if (mark >= 0 && (clause < 0 || mark < clause)) return mark;
  return clause < 0 ? undefined : verb + 1;
}

/** The speaker, then who was told or cites whom: "told the newspaper", "reported, citing …". */
function chainFrom(
  tokens: readonly Token[],
  verb: number,
  speaker: Attribution,
  describe: Describe,
): readonly Attribution[] {
  const citing = tokens.findIndex(({ norm }, index) => norm === 'citing' && index > verb);
  if (citing >= 0) {
    const cited = describe(tokens.slice(citing + 1, phraseEnd(tokens, citing + 1)));
    if (cited) return [cited, speaker];
  }
  if (tokens[verb]?.lemma !== 'tell') return [speaker];
  const told = describe(tokens.slice(verb + 1, phraseEnd(tokens, verb + 1)));
  return told && (told.kind === 'outlet' || told.kind === 'agency') ? [speaker, told] : [speaker];
}

/** Who says so moves into the citation unless it is the news who says so, or how. */
function mayMove(chain: readonly Attribution[], verb: Token | undefined): boolean {
  const neutral = REPORTING_VERBS[verb?.lemma ?? ''] === 'neutral';
  return (
    neutral &&
    chain.every(({ kind }) => kind === 'unnamed' || kind === 'outlet' || kind === 'agency')
  );
}

/**
 * The stretch with the comma that sets it off. None for a person, and none behind a quotation,
 * which would be left without its speaker.
 */
function asideOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  source: Attribution,
): Span | null {
  if (source.kind === 'person') return null;
  const start = tokens[from]?.start ?? 0;
  if (from === 0) {
    const next = tokens[to + 1];
    return tokens[to]?.text === ',' && next ? { start, end: next.start } : null;
  }
  const before = tokens[from - 1];
  if (before?.text === '”') return null;
  const last =
    to >= tokens.length && /^[.!?]$/u.test(tokens.at(-1)?.text ?? '') ? tokens.length - 1 : to;
  const after = tokens[last];
  // "The dead, police said, were …" closes up; before anything but a verb the comma is needed.
  const closesUp = after?.text === ',' && isFiniteVerb(tokens[last + 1], after);
  const end = closesUp ? after.end : (tokens[last - 1]?.end ?? start);
  return { start: before?.text === ',' ? before.start : (before?.end ?? start), end };
}
