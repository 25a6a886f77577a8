import { lastWord, verbOfClause } from '../language/clauses.ts';
import { nounCue } from '../language/cue-nouns.ts';
import { type Cue, cueAt } from '../language/cues.ts';
import { isFiniteVerb, isPastForm } from '../language/grammar.ts';
import { afterCircumstances, hasFiniteVerb, phraseEnd } from '../language/phrases.ts';
import { groupStart, type Phrase, subjectOf } from '../language/subjects.ts';
import type { Quotation, Span, Strength, Token } from '../types.ts';

/** That somebody says, thinks or wants something: by which words, who, and what. */
export interface Relation {
  readonly cue: Span;
  /** Null where nobody is named: "is expected to". */
  readonly source: Span | null;
  readonly content: readonly Span[];
  readonly strength: Exclude<Strength, 'stated'>;
}

/** The same in indices of tokens. */
interface Found {
  readonly cue: Phrase;
  readonly source: Phrase | undefined;
  readonly content: readonly Phrase[];
  readonly strength: Exclude<Strength, 'stated'>;
  readonly frame: Cue['frame'];
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly quoted: readonly boolean[];
}

type Pattern = (reading: Reading, at: number) => Found | undefined;

/** Ways of handing on, by the kind of word that does it. At one place at most one applies. */
const PATTERNS: readonly Pattern[] = [labelled, accordingTo, passive, verbal, nominal];

/**
 * Find all that a sentence hands on from others.
 *
 * @param quotations Of its block, in the same offsets.
 * @returns In the order of their cues; what is handed on within what is handed on is among them.
 */
export function relationsOf(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): readonly Relation[] {
  const quoted = tokens.map(({ start }) =>
    quotations.some((quotation) => start > quotation.start && start < quotation.end - 1),
  );
  const reading = { tokens, quoted };
  const found = tokens.flatMap((_, at): Found[] => {
    for (const pattern of PATTERNS) {
      const one = pattern(reading, at);
      if (one && (!quoted[at] || pattern === labelled)) return [one];
    }
    return [];
  });
  return found.map((one) => relationOf(tokens, cutShort(tokens, one, found)));
}

/**
 * What one hands on ends where another one begins that goes on for the same speaker, or that hands
 * on all of the first: "…, the agency reported", "… and said", "who knew that …, told".
 */
function cutShort(tokens: readonly Token[], one: Found, others: readonly Found[]): Found {
  const ends = others
    .filter(({ cue }) => cue.from >= one.cue.to)
    .flatMap((other) => turnsBefore(tokens, one, other))
    .filter((end) => end > one.cue.to);
  if (ends.length === 0) return one;
  const end = Math.min(...ends);
  return {
    ...one,
    content: one.content.map(({ from, to }) => ({
      from,
      to: from > one.cue.from ? Math.min(to, end) : to,
    })),
  };
}

function turnsBefore(tokens: readonly Token[], one: Found, other: Found): readonly number[] {
  const { from } = other.cue;
  const before = tokens[from - 1];
  const [content, more] = other.content;
  const covers = content && !more && content.from <= one.cue.from && one.cue.to <= content.to;
  const source = other.source?.from ?? 0;
  const joined = before?.tag === 'CCONJ' || before?.text === ',';
  const mark = tokens[source - 1];
  const apart = mark?.text === ',' && one.frame !== 'clause';
  const added = mark?.tag === 'CCONJ' && tokens[source - 2]?.text === ',';
  return [
    ...(covers ? [content.to] : []),
    ...(joined ? [tokens[from - 2]?.text === ',' ? from - 2 : from - 1] : []),
    ...(source > one.cue.to && apart ? [source - 1] : []),
    ...(source > one.cue.to && added ? [source - 2] : []),
  ];
}

/**
 * Find all that the sentences of a block hand on. A quotation that goes on in sentences of its own
 * belongs to whoever was quoted last.
 */
export function relationsOfBlock(
  sentences: readonly (readonly Token[])[],
  quotations: readonly Quotation[],
): readonly Relation[] {
  const found: Relation[] = [];
  for (const tokens of sentences) {
    const own = relationsOf(tokens, quotations);
    const last = found.at(-1);
    const [only, ...more] = own;
    const quotation = quotations.findLast(({ end }) => end <= (tokens[0]?.start ?? 0));
    // “Is it shut?” / The mayor asked.
    if (
      only &&
      more.length === 0 &&
      only.content.length === 0 &&
      quotation &&
      (tokens[0]?.start ?? 0) - quotation.end < 3
    ) {
      found.push({ ...only, content: [{ start: quotation.start, end: quotation.end }] });
      continue;
    }
    const start = tokens[0]?.start ?? 0;
    const end = tokens.at(-1)?.end ?? 0;
    const spoken = quotations.some((quotation) => quotation.start <= start && end <= quotation.end);
    const quotes = last?.content.some((span) =>
      quotations.some((quotation) => quotation.start < span.end && span.start < quotation.end),
    );
    if (own.length > 0 || !spoken || !last || !quotes) found.push(...own);
    else found.splice(-1, 1, { ...last, content: [...last.content, { start, end }] });
  }
  return found;
}

function relationOf(tokens: readonly Token[], found: Found): Relation {
  const span = ({ from, to }: Phrase): Span => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
  });
  return {
    cue: span(found.cue),
    source: found.source ? span(found.source) : null,
    content: found.content.filter(({ from, to }) => from < to).map(span),
    strength: found.strength,
  };
}

/** "MAYOR: It is shut." */
function labelled({ tokens }: Reading, at: number): Found | undefined {
  if (tokens[at]?.text !== ':' || at === 0 || at > 5 || at + 2 > tokens.length) return undefined;
  const label = tokens.slice(0, at).filter(({ text }) => text !== '“');
  if (!label.every(({ tag, text }) => tag === 'PROPN' && /^\p{Lu}/u.test(text))) return undefined;
  const from = tokens[0]?.text === '“' ? 1 : 0;
  return {
    cue: { from: at, to: at + 1 },
    source: { from, to: at },
    content: [{ from: at + 1, to: lastWord(tokens) }],
    strength: 'attributed',
    frame: 'clause',
  };
}

/** "According to officials, …", "… , according to officials". */
function accordingTo({ tokens }: Reading, at: number): Found | undefined {
  if (tokens[at]?.norm !== 'according' || tokens[at + 1]?.norm !== 'to') return undefined;
  const end = nounPhraseEnd(tokens, at + 2);
  const before = { from: 0, to: tokens[at - 1]?.text === ',' ? at - 1 : at };
  const after = { from: tokens[end]?.text === ',' ? end + 1 : end, to: lastWord(tokens) };
  return {
    cue: { from: at, to: at + 2 },
    source: { from: at + 2, to: end },
    content: at === 0 ? [after] : [before, ...(after.from < after.to - 2 ? [after] : [])],
    strength: 'attributed',
    frame: 'clause',
  };
}

/** "is expected to close", "was described as unsafe by engineers", "are said to have left". */
function passive({ tokens }: Reading, at: number): Found | undefined {
  const verb = tokens[at];
  const group = groupStart(tokens, at);
  if (!verb || !isPastForm(verb) || !isPassive(tokens, group, at)) return undefined;
  const cue = cueAt(tokens, at, true) ?? cueAt(tokens, at, false);
  if (!cue) return undefined;
  const by = tokens.findIndex(({ norm }, index) => norm === 'by' && index > at && index < at + 4);
  const agent = by < 0 ? undefined : { from: by + 1, to: nounPhraseEnd(tokens, by + 1) };
  const subject = subjectOf(tokens, at);
  if (!agent && !/^(?:to|as|that)$/u.test(tokens[at + 1]?.norm ?? '')) return undefined;
  return {
    cue: { from: group, to: at + 1 },
    source: agent,
    content: [
      ...(subject ? [subject] : []),
      { from: agent ? agent.to : at + 1, to: clauseEnd(tokens, at) },
    ],
    strength: cue.strength,
    frame: cue.frame,
  };
}

/** "would raise", "could say": what may be said is said by nobody. */
const isHypothetical = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(groupStart(tokens, at), at)
    .some(({ norm }) => /^(?:would|could|may|might|can|should|must|ca|wo)$/u.test(norm));

const isPassive = (tokens: readonly Token[], group: number, at: number): boolean =>
  tokens
    .slice(group, at)
    .some(({ norm }) => /^(?:is|are|was|were|be|been|being|’s|’re|got)$/u.test(norm));

/** "Officials said that …", "…, officials said", "…,” said the mayor, “…”", "adding that …". */
function verbal(reading: Reading, at: number): Found | undefined {
  const { tokens } = reading;
  const verb = tokens[at];
  if (!verb || !mayBeVerb(tokens, at) || verb.text === 'According' || isHypothetical(tokens, at))
    return undefined;
  if (isPastForm(verb) && isPassive(tokens, groupStart(tokens, at), at)) return undefined;
  const inverted = invertedSubject(reading, at);
  const subject = inverted ?? subjectOf(tokens, at);
  const head = inverted ? at : (subject?.from ?? at);
  const spoken = isSpoken(tokens, head);
  const behind = Boolean(inverted) || (standsBehind(reading, head) && !opens(tokens, at + 1));
  const cue = cueAt(tokens, at, behind || spoken) ?? (spoken ? ANY : undefined);
  if (!cue) return undefined;
  const group = groupStart(tokens, at);
  if (tokens[group - 1]?.norm === 'to' && group === at) return undefined;
  const to = Math.max(cue.to, at + 1);
  return {
    cue: { from: group, to },
    source: subject,
    content:
      behind || spoken
        ? aroundOf(reading, head, Math.max(to, subject?.to ?? 0))
        : [{ from: contentStart(tokens, to, cue), to: contentEnd(tokens, at, cue) }],
    strength: cue.strength,
    frame: cue.frame,
  };
}

/** A verb, or what the tagger took for a noun between a name and "that": "The Post reports that". */
function mayBeVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag === 'VERB') return true;
  return (
    token?.tag === 'NOUN' &&
    /^(?:\p{Ll}+s)$/u.test(token.text) &&
    tokens[at - 1]?.tag === 'PROPN' &&
    /^(?:that|“|:)$/u.test(tokens[at + 1]?.norm ?? '')
  );
}

/** Behind a quotation any verb tells who spoke: "…,” she shrugged". */
const ANY: Cue = { strength: 'attributed', frame: 'clause', to: 0 };

/** Whether a quotation ends right before a clause. */
const isSpoken = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.text === '”' && /^[,?!.—]$/u.test(tokens[from - 2]?.text ?? '');

/** Whether what stands before a clause, with a comma between, may be what it hands on. */
function standsBehind({ tokens, quoted }: Reading, from: number): boolean {
  const mark = tokens[from - 1]?.text ?? '';
  if (mark !== ',' && mark !== '”') return false;
  return quoted[0] === true || tokens[0]?.text === '“' || hasFiniteVerb(tokens, 0, from - 1);
}

/** Whether what is handed on begins right here. */
function opens(tokens: readonly Token[], from: number): boolean {
  const next = tokens[from];
  return /^[:“]$/u.test(next?.text ?? '') || /^(?:that|whether|to)$/u.test(next?.norm ?? '');
}

/** "…,” said the mayor": the phrase behind a verb that follows a quotation or a comma. */
function invertedSubject({ tokens }: Reading, at: number): Phrase | undefined {
  const before = tokens[at - 1]?.text ?? '';
  const finite = isFiniteVerb(tokens[at], tokens[at - 1]) && !tokens[at]?.norm.endsWith('ing');
  if (!finite || !(before === '”' || before === ',')) return undefined;
  const next = tokens[at + 1];
  if (!next || !/^(?:DET|PROPN|NOUN|PRON|NUM|ADJ)$/u.test(next.tag) || next.norm === 'that')
    return undefined;
  const end = nounPhraseEnd(tokens, at + 1);
  if (hasFiniteVerb(tokens, end, end + 1)) return undefined;
  return before === '”' || tokens[at]?.lemma === 'say' ? { from: at + 1, to: end } : undefined;
}

/** Where a phrase ends that names a source: before when and where it spoke. */
function nounPhraseEnd(tokens: readonly Token[], from: number): number {
  const end = phraseEnd(tokens, from);
  for (let index = from + 1; index < end; index++)
    if (afterCircumstances(tokens, index) >= end) return index;
  return end;
}

/** What stands before a clause and, where it interrupts, behind it. */
function aroundOf({ tokens }: Reading, from: number, to: number): readonly Phrase[] {
  const start = tokens[0]?.tag === 'CCONJ' ? 1 : 0;
  const before = { from: start, to: tokens[from - 1]?.text === ',' ? from - 1 : from };
  const mark = tokens.findIndex(
    ({ text }, index) => index >= to && (text === '“' || (text === ',' && index === to)),
  );
  if (mark < 0) return [before];
  const rest = { from: tokens[mark]?.text === ',' ? mark + 1 : mark, to: lastWord(tokens) };
  const goesOn = tokens[mark]?.text === '“' || isFiniteVerb(tokens[rest.from], tokens[mark]);
  return goesOn ? [before, rest] : [before];
}

/** Where what is handed on begins behind a verb: behind who is told, and when. */
function contentStart(tokens: readonly Token[], from: number, { frame }: Cue): number {
  if (frame !== 'clause') return from;
  for (let index = from; index < Math.min(tokens.length, from + 14); index++) {
    const token = tokens[index];
    if (/^[:,]$/u.test(token?.text ?? '') && tokens[index + 1]?.text === '“') return index + 1;
    if (token?.text === ':') return index + 1;
    if (token?.text === '“' || token?.norm === 'that' || token?.norm === 'whether') return index;
    if (isFiniteVerb(token, tokens[index - 1])) break;
  }
  return afterCircumstances(tokens, from);
}

/** Where what is handed on ends: a mere object before a participle that goes on for the speaker. */
function contentEnd(tokens: readonly Token[], verb: number, { frame }: Cue): number {
  const end = clauseEnd(tokens, verb);
  if (frame === 'clause') return end;
  const participle = tokens.findIndex(
    ({ tag, norm }, index) =>
      index > verb + 1 && tag === 'VERB' && norm.endsWith('ing') && tokens[index - 1]?.text === ',',
  );
  return participle < 0 ? end : Math.min(end, participle - 1);
}

/** Where what is handed on ends: at the stop, or where the sentence goes on by itself. */
function clauseEnd(tokens: readonly Token[], verb: number): number {
  const end = introEnd(tokens, verb) ?? lastWord(tokens);
  const turn = tokens.findIndex(
    ({ text, norm }, index) =>
      index > verb + 2 &&
      (text === ';' ||
        (tokens[index - 1]?.text === ',' && /^(?:but|while|although|though)$/u.test(norm))),
  );
  if (turn < 0 || turn > end) return end;
  return tokens[turn]?.text === ';' ? turn : turn - 1;
}

/** "While a judge found that …, the council …": where what comes before the main clause ends. */
function introEnd(tokens: readonly Token[], verb: number): number | undefined {
  const [first] = tokens;
  if (first?.tag !== 'SCONJ' && first?.tag !== 'ADP') return undefined;
  if (tokens.findIndex(({ text }) => text === ',') < verb) return undefined;
  const comma = tokens.findIndex(
    ({ text }, index) => index > verb && text === ',' && verbOfClause(tokens, index + 1) > 0,
  );
  return comma < 0 ? undefined : comma;
}

/** "the claim that …", "his promise to …", "a common allegation by the council". */
function nominal({ tokens }: Reading, at: number): Found | undefined {
  const noun = tokens[at];
  const next = tokens[at + 1];
  if (!noun || !next || noun.tag !== 'NOUN') return undefined;
  const cue = nounCue(noun.norm, next.norm);
  if (!cue) return undefined;
  const by = next.norm === 'by' ? { from: at + 2, to: nounPhraseEnd(tokens, at + 2) } : undefined;
  const source = by ?? possessorOf(tokens, at);
  if (!source && !(next.norm === 'that' && verbOfClause(tokens, at + 2) > 0)) return undefined;
  return {
    cue: { from: at, to: at + 1 },
    source,
    content: [by ? { from: 0, to: at } : { from: at + 1, to: clauseEnd(tokens, at) }],
    strength: cue.strength,
    frame: 'clause',
  };
}

/** "his", "the mayor’s": whose the noun is. */
function possessorOf(tokens: readonly Token[], noun: number): Phrase | undefined {
  for (let index = noun - 1; index >= Math.max(0, noun - 3); index--) {
    const token = tokens[index];
    if (/^(?:my|our|your|his|her|its|their)$/u.test(token?.norm ?? ''))
      return { from: index, to: index + 1 };
    if (/^['’]s?$/u.test(token?.text ?? '')) {
      const start = tokens.findLastIndex(
        ({ tag, text }, at) =>
          at < index && (tag === 'ADP' || tag === 'VERB' || /^[,“”;]$/u.test(text)),
      );
      return { from: start + 1, to: index };
    }
    if (token?.tag !== 'ADJ' && token?.tag !== 'NOUN') return undefined;
  }
  return undefined;
}
