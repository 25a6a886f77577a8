import type { Token } from '../types.ts';
import { lastWord, tensedVerbs, verbOfClause } from './clauses.ts';
import { aroundOf, clauseEnd, contentEnd, contentStart, opens, standsBehind } from './contents.ts';
import { LIGHT_VERBS, nounCue } from './cue-nouns.ts';
import { type Cue, cueAt } from './cues.ts';
import { isFiniteVerb, isPastForm } from './grammar.ts';
import { afterCircumstances, hasFiniteVerb, phraseEnd } from './phrases.ts';
import type { Found, Pattern, Reading } from './readings.ts';
import { groupStart, type Phrase, subjectOf } from './subjects.ts';

/** Ways of handing on, by the kind of word that does it. At one place at most one applies. */
export const PATTERNS: readonly Pattern[] = [
  labelled,
  accordingTo,
  asReported,
  inWordsOf,
  passive,
  quoting,
  verbal,
  nominal,
];

/** In a transcript the whole speech may stand in marks, its label with it. */
export const LABEL: Pattern = labelled;

const STATED_BY_OTHERS = { strength: 'attributed', spoken: true, frame: 'clause' } as const;

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
    ...STATED_BY_OTHERS,
  };
}

/** "According to officials, …", "… , according to officials". */
function accordingTo({ tokens }: Reading, at: number): Found | undefined {
  if (tokens[at]?.norm !== 'according' || tokens[at + 1]?.norm !== 'to') return undefined;
  const end = nounPhraseEnd(tokens, at + 2);
  return {
    cue: { from: at, to: at + 2 },
    source: { from: at + 2, to: end },
    content: besides(tokens, at, end),
    ...STATED_BY_OTHERS,
  };
}

/** What stands before and behind a phrase of reporting, without the commas around it. */
function besides(tokens: readonly Token[], from: number, to: number): readonly Phrase[] {
  const before = { from: 0, to: tokens[from - 1]?.text === ',' ? from - 1 : from };
  const after = { from: tokens[to]?.text === ',' ? to + 1 : to, to: lastWord(tokens) };
  return from === 0 ? [after] : [before, ...(after.from < after.to - 2 ? [after] : [])];
}

/** Longest subject behind "as", in tokens. */
const MAX_SUBJECT = 12;

/** "As the agency reported, …", "… , as the mayor put it": set off, and with no object behind it. */
function asReported({ tokens }: Reading, at: number): Found | undefined {
  const putIt = tokens[at]?.lemma === 'put' && tokens[at + 1]?.norm === 'it';
  const cue = putIt ? { ...STATED_BY_OTHERS, to: at + 2 } : cueAt(tokens, at, true);
  const group = groupStart(tokens, at);
  if (!cue || !isFiniteVerb(tokens[group], tokens[group - 1])) return undefined;
  const as = tokens.findLastIndex(
    ({ norm }, index) => norm === 'as' && index < group && index >= group - MAX_SUBJECT,
  );
  const end = afterCircumstances(tokens, putIt ? at + 2 : at + 1);
  if (as < 0 || !isSetOff(tokens, as, end) || phraseEnd(tokens, as + 1) < group) return undefined;
  return {
    cue: { from: group, to: putIt ? at + 2 : at + 1 },
    source: { from: as + 1, to: group },
    content: besides(tokens, as, end),
    ...senseOf(cue),
  };
}

/** Whether a phrase stands at the head of its sentence or behind a mark, and a mark behind it. */
const isSetOff = (tokens: readonly Token[], from: number, to: number): boolean =>
  (from === 0 || /^[,—–”]$/u.test(tokens[from - 1]?.text ?? '')) &&
  /^(?:|[,.;:—–!?”])$/u.test(tokens[to]?.text ?? '');

/** "In the mayor’s words, …", "…, in the words of the mayor"; "in other words" is nobody's. */
function inWordsOf({ tokens }: Reading, at: number): Found | undefined {
  if (tokens[at]?.norm !== 'words' || tokens[at]?.tag === 'VERB') return undefined;
  const from = tokens.findLastIndex(
    ({ norm }, index) => norm === 'in' && index < at && index >= at - MAX_SUBJECT,
  );
  const of = tokens[at + 1]?.norm === 'of';
  const source = of
    ? { from: at + 2, to: nounPhraseEnd(tokens, at + 2) }
    : from < 0
      ? undefined
      : possessorIn(tokens, from + 1, at);
  const end = of ? (source?.to ?? at) : at + 1;
  const own = of ? from === at - 2 : from >= 0;
  if (!source || !own || !isSetOff(tokens, from, end)) return undefined;
  return {
    cue: { from, to: of ? at + 2 : at + 1 },
    source,
    content: besides(tokens, from, end),
    ...STATED_BY_OTHERS,
  };
}

/** Whose the words are, where nothing but that stands before them: "her own", "the mayor’s". */
function possessorIn(tokens: readonly Token[], from: number, noun: number): Phrase | undefined {
  const to = tokens[noun - 1]?.norm === 'own' ? noun - 1 : noun;
  if (to === from + 1 && /^(?:his|her|its|their)$/u.test(tokens[from]?.norm ?? ''))
    return { from, to };
  const isPossessive = to > from + 1 && /^['’]s?$/u.test(tokens[to - 1]?.text ?? '');
  return isPossessive ? { from, to: to - 1 } : undefined;
}

/** "is expected to close", "was described as unsafe by engineers", "are said to have left". */
function passive({ tokens }: Reading, at: number): Found | undefined {
  const verb = tokens[at];
  if (!verb || !isPastForm(verb)) return undefined;
  const group = groupStart(tokens, at);
  if (!isPassive(tokens, group, at)) return undefined;
  const cue = cueAt(tokens, at, true) ?? cueAt(tokens, at, false);
  if (!cue) return undefined;
  const by = tokens.findIndex(({ norm }, index) => norm === 'by' && index > at && index < at + 5);
  const agent = by < 0 ? undefined : { from: by + 1, to: agentEnd(tokens, by + 1) };
  const subject = subjectOf(tokens, at);
  // "was quoted as saying by the agency"
  const behind = tokens[at + 1]?.norm === 'as' ? at + 1 : (agent?.to ?? at + 1);
  if (QUOTED.has(verb.lemma) && tokens[behind]?.norm === 'as')
    return quotedAs(tokens, { group, behind, subject, agent });
  if (!agent && !/^(?:to|as|that)$/u.test(tokens[at + 1]?.norm ?? '')) return undefined;
  const to = clauseEnd(tokens, at);
  return {
    cue: { from: group, to: at + 1 },
    source: agent,
    content: [...(subject ? [subject] : []), { from: behind, to }],
    ...senseOf(cue),
    // "is said to have left": somebody is not named, and the report does not vouch for it.
    ...(agent || !HEARSAY.has(verb.lemma) ? {} : { strength: 'alleged' }),
  };
}

/** "by the agency as saying": an agent ends where what it says begins. */
function agentEnd(tokens: readonly Token[], from: number): number {
  const end = nounPhraseEnd(tokens, from);
  const as = tokens.findIndex(({ norm }, index) => index > from && norm === 'as');
  return as < 0 ? end : Math.min(end, as);
}

const QUOTED: ReadonlySet<string> = new Set(['quote', 'cite', 'report']);
const HEARSAY: ReadonlySet<string> = new Set(
  'say report allege claim believe think rumor rumour understand suspect'.split(' '),
);

interface QuotedAs {
  readonly group: number;
  readonly behind: number;
  readonly subject: Phrase | undefined;
  readonly agent: Phrase | undefined;
}

/** "was quoted by the agency as saying …": who is quoted says so, and who quotes passes it on. */
function quotedAs(tokens: readonly Token[], { group, behind, subject, agent }: QuotedAs): Found {
  const verb = tokens[behind + 1]?.norm.endsWith('ing') ? behind + 2 : behind + 1;
  const saying = agent?.from === verb + 1 ? agent.to : verb;
  const before = tokens[(subject?.from ?? 0) - 1]?.text === '”';
  return {
    cue: { from: group, to: saying },
    source: subject,
    through: agent,
    content: before
      ? [{ from: 0, to: subject?.from ?? 0 }]
      : [{ from: saying, to: clauseEnd(tokens, saying) }],
    ...STATED_BY_OTHERS,
  };
}

/** "The agency quoted an official as saying …": the object says so, and the subject passes it on. */
function quoting({ tokens }: Reading, at: number): Found | undefined {
  const verb = tokens[at];
  if (verb?.tag !== 'VERB' || !/^(?:quote|cite)$/u.test(verb.lemma)) return undefined;
  if (isPastForm(verb) && isPassive(tokens, groupStart(tokens, at), at)) return undefined;
  const as = tokens.findIndex(
    ({ norm }, index) =>
      norm === 'as' &&
      index > at + 1 &&
      index <= at + MAX_SUBJECT &&
      SAYING.has(tokens[index + 1]?.norm ?? ''),
  );
  if (as < 0) return undefined;
  return {
    cue: { from: at, to: as + 2 },
    source: { from: at + 1, to: as },
    through: subjectOf(tokens, at),
    content: [{ from: as + 2, to: clauseEnd(tokens, as + 2) }],
    ...STATED_BY_OTHERS,
  };
}

const SAYING: ReadonlySet<string> = new Set(
  'saying telling claiming stating warning suggesting insisting'.split(' '),
);

const senseOf = ({ strength, spoken, frame }: Cue) => ({ strength, spoken, frame });

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
  if (!speaksItself(tokens, at)) return undefined;
  const inverted = invertedSubject(reading, at);
  const subject = inverted ?? subjectOf(tokens, at);
  // "the bridge, called Wend Crossing, fell": a participle of the past hands nothing on.
  if (!subject && tokens[at - 1]?.text === ',' && isPast(tokens[at])) return undefined;
  const head = inverted ? at : (subject?.from ?? at);
  const spoken = isSpoken(tokens, head);
  const behind = Boolean(inverted) || (standsBehind(reading, head) && !opens(tokens, at + 1));
  const cue = cueAt(tokens, at, behind || spoken) ?? (spoken ? ANY : undefined);
  if (!cue) return undefined;
  const to = Math.max(cue.to, at + 1);
  return {
    cue: { from: groupStart(tokens, at), to },
    source: subject,
    content:
      behind || spoken
        ? aroundOf(reading, head, Math.max(to, subject?.to ?? 0))
        : [{ from: contentStart(tokens, to, cue), to: contentEnd(tokens, at, cue) }],
    ...senseOf(cue),
  };
}

/** Whether a verb tells of its own subject that it speaks: no passive, no "would say", no "to say". */
function speaksItself(tokens: readonly Token[], at: number): boolean {
  if (!mayBeVerb(tokens, at) || tokens[at]?.text === 'According') return false;
  const group = groupStart(tokens, at);
  const passive = isPast(tokens[at]) && isPassive(tokens, group, at);
  const infinitive = group === at && /^(?:to|as)$/u.test(tokens[group - 1]?.norm ?? '');
  return !passive && !infinitive && !isHypothetical(tokens, at);
}

const isPast = (token: Token | undefined): boolean => token !== undefined && isPastForm(token);

/** A verb, or what the tagger took for a noun between a name and "that": "The Post reports that". */
function mayBeVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag === 'VERB') return true;
  return (
    token?.tag === 'NOUN' &&
    /^(?:\p{Ll}+s)$/u.test(token.text) &&
    ((tokens[at - 1]?.tag === 'PROPN' && /^(?:that|“|:)$/u.test(tokens[at + 1]?.norm ?? '')) ||
      // "The town plans to close it": in a sentence without another verb it is the verb.
      (tokens[at + 1]?.norm === 'to' && tensedVerbs(tokens).length === 0))
  );
}

/** Behind a quotation any verb tells who spoke: "…,” she shrugged". */
const ANY: Cue = { ...STATED_BY_OTHERS, to: 0 };

/** Whether a quotation ends right before a clause. */
const isSpoken = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.text === '”' && /^[,?!.—]$/u.test(tokens[from - 2]?.text ?? '');

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

/** "the claim that …", "his promise to …", "a common allegation by the council". */
function nominal({ tokens }: Reading, at: number): Found | undefined {
  const noun = tokens[at];
  const next = tokens[at + 1];
  if (!noun || !next || noun.tag !== 'NOUN') return undefined;
  const cue = nounCue(noun.norm, next.norm);
  if (!cue) return undefined;
  const by = next.norm === 'by' ? { from: at + 2, to: nounPhraseEnd(tokens, at + 2) } : undefined;
  const light = lightVerb(tokens, at);
  const source =
    by ?? possessorOf(tokens, at) ?? (light < 0 ? undefined : subjectOf(tokens, light));
  if (!source && !(next.norm === 'that' && verbOfClause(tokens, at + 2) > 0)) return undefined;
  return {
    cue: { from: light < 0 ? at : light, to: at + 1 },
    source,
    content: [by ? setOffFrom(tokens, at) : { from: at + 1, to: clauseEnd(tokens, at) }],
    strength: cue.strength,
    spoken: true,
    frame: 'clause',
  };
}

/**
 * What "— a common allegation by the council" is said of: the clause with "that" which ends at the
 * mark, else all that stands before it.
 */
function setOffFrom(tokens: readonly Token[], noun: number): Phrase {
  let start = noun;
  while (/^(?:DET|ADJ|ADV|NOUN|NUM)$/u.test(tokens[start - 1]?.tag ?? '')) start--;
  const to = /^[,—–]$/u.test(tokens[start - 1]?.text ?? '') ? start - 1 : noun;
  const that = tokens.findLastIndex(
    ({ norm }, index) => norm === 'that' && index < to && verbOfClause(tokens, index + 1) > 0,
  );
  return { from: that < 0 ? 0 : that + 1, to };
}

/** The verb before a noun that only utters it: "made the case"; below zero where none does. */
const lightVerb = (tokens: readonly Token[], noun: number): number =>
  tokens.findLastIndex(
    ({ tag, lemma }, index) =>
      index < noun && index >= noun - 3 && tag === 'VERB' && LIGHT_VERBS.has(lemma),
  );

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
