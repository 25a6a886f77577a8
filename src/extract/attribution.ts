import { isFiniteVerb, REPORTING_VERBS } from '../language/grammar.ts';
import {
  afterAnonymity,
  afterCircumstances,
  closes,
  complementOf,
  hasFiniteVerb,
  isEnd,
  isSpeaking,
  phraseEnd,
  startsClause,
  subjectStarts,
  withoutCircumstances,
} from '../language/phrases.ts';
import { isComma, isDenied, isMark, mayGo, standsAlone } from '../language/reporting.ts';
import {
  citedAt,
  type Describe,
  leadingSpeaker,
  type Sentence,
  type Speaking,
  speakerBefore,
  speakerBehind,
  speakerSetOff,
  toldAt,
} from '../language/speakers.ts';
import type { Attribution, Quotation, SourceKind, Span, Token } from '../types.ts';

/** Who says so, and which stretch of the sentence says it. */
export interface Attributed {
  /** Nearest first: who said it, who was told, who reported that. */
  readonly chain: readonly Attribution[];
  /**
   * The stretch that says who says so, with the comma that sets it off. Null where the sentence
   * would not stand without it, where who says so is part of the news, and in every doubt.
   */
  readonly aside: Span | null;
}

/** Ways in which a sentence says who says so, the inmost first. Each finds at most one. */
const PATTERNS: readonly ((sentence: Sentence) => Attributed | undefined)[] = [
  leadingClause,
  trailingClause,
  accordingTo,
];

/**
 * Find who says what a sentence says. Nobody does where it is denied, asked or only possible.
 *
 * @param tokens Of one sentence.
 * @param quotations Of its block, in the same offsets.
 * @returns What each way of saying so found. The first has the whole chain.
 */
export function attributionOf(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  describe: Describe,
): readonly Attributed[] {
  const quoted = tokens.map(({ start }) =>
    quotations.some((quotation) => start > quotation.start && start < quotation.end - 1),
  );
  if (tokens.at(-1)?.text === '?' && !quoted.at(-1)) return [];
  const found = PATTERNS.flatMap((pattern) => pattern({ tokens, quoted, describe }) ?? []);
  const [first, ...others] = found;
  if (!first || others.length === 0) return found;
  const whole = found.flatMap(({ chain }) => chain);
  const chain = whole.filter((a, at) => whole.findIndex(({ name }) => name === a.name) === at);
  // One in the middle of a sentence may tell of a part of it alone.
  return [{ ...first, chain }, ...others].map((one) =>
    one.aside && isAtEdge(one.aside, tokens) ? one : { ...one, aside: null },
  );
}

function isAtEdge({ start, end }: Span, tokens: readonly Token[]): boolean {
  const behind = tokens.findIndex((token) => token.start >= end);
  return start === tokens[0]?.start || behind < 0 || isEnd(tokens, behind);
}

/** "According to officials, …", "… , according to officials". */
function accordingTo({ tokens, quoted, describe }: Sentence): Attributed | undefined {
  const at = tokens.findIndex(
    ({ norm }, index) => norm === 'according' && tokens[index + 1]?.norm === 'to' && !quoted[index],
  );
  if (at < 0) return undefined;
  const end = phraseEnd(tokens, at + 2);
  const phrase = withoutCircumstances(tokens.slice(at + 2, end));
  const source = describe(phrase);
  if (!source || isDenied(tokens.slice(Math.max(0, at - 2), at)) || isDenied(phrase))
    return undefined;
  const to = afterAnonymity(tokens, end);
  const before = tokens[at - 1];
  const setOff = at === 0 ? opensSentence(tokens, to) : closes(tokens, to, 'phrase');
  const free =
    source.kind !== 'person' && mayGo(tokens.slice(at, to)) && !FOCUS.test(before?.norm ?? '');
  const clear = !isMark(before) || isComma(before);
  return { chain: [source], aside: setOff && free && clear ? cut(tokens, at, to) : null };
}

/** "Only according to officials": that it is they is the news. */
const FOCUS = /^(?:only|even|least|except|as|and|or|but)$/u;

/** Whether a main clause follows the comma: no apposition, no relative clause. */
function opensSentence(tokens: readonly Token[], comma: number): boolean {
  const next = tokens.findIndex((token, index) => index > comma && isComma(token));
  const end = next < 0 ? tokens.length : next;
  return (
    isComma(tokens[comma]) &&
    startsClause(tokens, comma + 1) &&
    hasFiniteVerb(tokens, comma + 1, end)
  );
}

/** "…, officials said", "…,” said the mayor", "…, the agency reported, citing an official". */
function trailingClause(sentence: Sentence): Attributed | undefined {
  const { tokens, quoted } = sentence;
  for (let verb = tokens.length - 1; verb > 0; verb--) {
    if (quoted[verb] || !isSpeaking(tokens, verb)) continue;
    const found = trailingClauseAt(sentence, verb);
    if (found) return found;
  }
  return undefined;
}

function trailingClauseAt(sentence: Sentence, verb: number): Attributed | undefined {
  const { tokens, quoted } = sentence;
  const said =
    speakerBefore(sentence, verb) ?? speakerBehind(sentence, verb) ?? speakerSetOff(sentence, verb);
  if (!said) return undefined;
  const { from, speaker } = said;
  const told = toldAt(sentence, verb);
  const cited = citedAt(sentence, afterCircumstances(tokens, Math.max(said.to, told.to)));
  const to = afterAnonymity(tokens, cited.to);
  const parenthesis = isComma(tokens[to]) && hasFiniteVerb(tokens, to, tokens.length);
  const spoken = tokens[from - 1]?.text === '”';
  const inverted = said.to > verb + 1;
  const closing = parenthesis || (isEnd(tokens, to) && !inverted && said.plain);
  const content = spoken || quoted[0] || hasFiniteVerb(tokens, 0, from - 1);
  if (!closing && !content) return undefined;
  const chain = [...innerChain(sentence, from), ...cited.chain, speaker, ...told.chain];
  const free =
    said.plain &&
    told.plain &&
    mayMove([...cited.chain, speaker, ...told.chain], tokens[verb]) &&
    mayGo(tokens.slice(from, to)) &&
    !isAmong(tokens, from);
  const ends = closes(tokens, to, inverted ? 'speaker' : 'clause');
  return { chain, aside: free && ends && !spoken ? cut(tokens, from, to) : null };
}

/** Who says what another one reports: "“…,” the mayor said, the agency reported". */
function innerChain({ tokens, quoted, describe }: Sentence, from: number): readonly Attribution[] {
  const end = from - 1;
  if (!isComma(tokens[end])) return [];
  const inner = { tokens: tokens.slice(0, end), quoted: quoted.slice(0, end), describe };
  return trailingClause(inner)?.chain ?? [];
}

/** Whether someone else's clause stands between commas before this one. */
const isAmong = (tokens: readonly Token[], from: number): boolean =>
  tokens.some(
    (_, index) => index < from - 2 && isComma(tokens[index + 1]) && isSpeaking(tokens, index),
  );

/** "Officials said that …", "The mayor told the newspaper …". */
function leadingClause(sentence: Sentence): Attributed | undefined {
  for (const subject of subjectStarts(sentence.tokens)) {
    const said = leadingSpeaker(sentence, subject.from);
    const found =
      said && leadingClauseOf(sentence, { ...said, plain: said.plain && subject.plain });
    if (found) return found;
  }
  return undefined;
}

function leadingClauseOf(sentence: Sentence, said: Speaking): Attributed | undefined {
  const { tokens, quoted } = sentence;
  if (quoted.slice(0, said.to).includes(true)) return undefined;
  const verb = said.to - 1;
  const told = toldAt(sentence, verb);
  const citing = tokens.findIndex(({ norm }, index) => norm === 'citing' && index > verb);
  const cited = citedAt(sentence, citing - 1);
  const inserted = citing - 1 === told.to && isComma(tokens[cited.to]);
  const complement = complementOf(tokens, quoted, verb, inserted ? cited.to + 1 : told.to);
  if (!complement) return undefined;
  const { start, certain } = complement;
  const before = citing < 0 ? citedBefore(sentence, verb, said.speaker) : [];
  const chain = [...cited.chain, ...before, said.speaker, ...told.chain];
  const plain = said.plain && told.plain && certain && citing < start;
  const free = plain && mayMove(chain, tokens[verb]) && mayGo(tokens.slice(said.from, start));
  const alone = free && standsAlone(tokens.slice(start), quoted.slice(start));
  const span = { start: tokens[said.from]?.start ?? 0, end: tokens[start]?.start ?? 0 };
  return { chain, aside: alone ? span : null };
}

/** "Citing officials, the newspaper reported", "The newspaper, citing officials, reported". */
function citedBefore(
  sentence: Sentence,
  verb: number,
  { kind }: Attribution,
): readonly Attribution[] {
  if (kind !== 'outlet' && kind !== 'agency') return [];
  const citing = sentence.tokens.findIndex(
    ({ norm }, index) => norm === 'citing' && index < verb && !sentence.quoted[index],
  );
  return citing < 0 ? [] : citedAt(sentence, citing - 1).chain;
}

/** Who says so moves into the citation unless it is the news who says so, or how. */
function mayMove(chain: readonly Attribution[], verb: Token | undefined): boolean {
  const neutral = REPORTING_VERBS[verb?.lemma ?? ''] === 'neutral';
  return neutral && chain.every(({ kind }) => MOVABLE.has(kind));
}

const MOVABLE: ReadonlySet<SourceKind> = new Set(['unnamed', 'outlet', 'agency']);

/** The stretch with the comma that sets it off. */
function cut(tokens: readonly Token[], from: number, to: number): Span {
  const start = tokens[from]?.start ?? 0;
  if (from === 0) return { start, end: tokens[to + 1]?.start ?? start };
  const before = tokens[from - 1];
  // "The dead, police said, were …" closes up; before anything but a verb the comma is needed.
  const closesUp = isComma(tokens[to]) && isFiniteVerb(tokens[to + 1], tokens[to]);
  const end = tokens[closesUp ? to : to - 1]?.end ?? start;
  return { start: (isComma(before) ? before?.start : before?.end) ?? start, end };
}
