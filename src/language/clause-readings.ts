import type { Token } from '../types.ts';
import { isPastForm } from './grammar.ts';
import type { Phrase, Places } from './phrase-lists.ts';

/** A clause as far as it has been read. Each place of it may be filled by several things. */
export interface Clause {
  readonly subject: readonly Places[];
  readonly verb: Places;
  readonly object: readonly Places[];
  /** When, where, how: each may be left out. */
  readonly circumstances: readonly (readonly Places[])[];
}

/** What a sentence says, read phrase by phrase. */
export interface Reading {
  readonly clauses: readonly Clause[];
  /** Things with what they are called, outside of clauses: appositions, brackets. */
  readonly descriptions: readonly Places[];
  readonly open: Clause;
  /** The clause that waits for its verb while a relative one is read. */
  readonly outer: Clause | null;
  /** The noun that was read last, each thing of its list. */
  readonly noun: readonly Places[];
  /** What the sentence is about: its first subject. */
  readonly topic: readonly Places[];
  /** A clause that is taken whole, as a circumstance, up to the next mark. */
  readonly whole: Places | null;
  readonly last: Phrase | null;
}

/** More things than these are no list that anybody reads. */
const MAX_THINGS = 12;

const EMPTY: Clause = { subject: [], verb: [], object: [], circumstances: [] };

/** Read a sentence's phrases from the first to the last. */
export function readClauses(tokens: readonly Token[], phrases: readonly Phrase[]): Reading {
  const start: Reading = {
    clauses: [],
    descriptions: [],
    open: EMPTY,
    outer: null,
    noun: [],
    topic: [],
    whole: null,
    last: null,
  };
  const read = phrases.reduce<Reading>((reading, phrase, index) => {
    const next = phrases.find(
      ({ kind }, at) => at > index && kind !== 'adverb' && kind !== 'circumstance',
    );
    const step = { tokens, phrase, next, before: phrases[index - 2] };
    const now = STEPS[phrase.kind](ended(reading, phrase), step);
    return phrase.kind === 'adverb' || phrase.kind === 'other' ? now : { ...now, last: phrase };
  }, start);
  return closed(returned(ended(read, null)));
}

interface Step {
  readonly tokens: readonly Token[];
  readonly phrase: Phrase;
  readonly next: Phrase | undefined;
  /** The last phrase but one. */
  readonly before: Phrase | undefined;
}

/** What each kind of phrase does to what has been read. */
const STEPS: Readonly<Record<Phrase['kind'], (reading: Reading, step: Step) => Reading>> = {
  noun: readNoun,
  verb: readVerb,
  circumstance: readCircumstance,
  opener: readOpener,
  bracket: (reading) => reading,
  preposition: (reading) => reading,
  joint: (reading) => reading,
  mark: (reading) => reading,
  adverb: (reading) => reading,
  other: (reading) => reading,
};

const places = ({ from, to }: Phrase): Places =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** End the clause that is taken whole where a mark ends it; go on with it elsewhere. */
function ended(reading: Reading, phrase: Phrase | null): Reading {
  if (reading.whole === null) return reading;
  if (phrase && phrase.kind !== 'mark')
    return { ...reading, whole: [...reading.whole, ...places(phrase)] };
  const { open, whole } = reading;
  const said = { ...reading, whole: null };
  return open.object.length === 0
    ? { ...said, open: { ...open, object: [whole] } }
    : withCircumstance(said, [whole]);
}

/** Close the open clause and begin another. */
function closed(reading: Reading, next: Clause = EMPTY): Reading {
  const { open, clauses } = reading;
  return {
    ...reading,
    open: next,
    clauses: open.verb.length > 0 || open.circumstances.length > 0 ? [...clauses, open] : clauses,
  };
}

/** Go back to the clause that waits for its verb. */
function returned(reading: Reading): Reading {
  return reading.outer ? { ...closed(reading, reading.outer), outer: null } : reading;
}

const described = (reading: Reading, words: Places): Reading => ({
  ...reading,
  descriptions: [
    ...reading.descriptions,
    ...reading.noun.slice(-1).map((noun) => [...noun, ...words]),
  ],
});

const withCircumstance = (reading: Reading, each: readonly Places[]): Reading => ({
  ...reading,
  open: { ...reading.open, circumstances: [...reading.open.circumstances, each] },
});

const hasVerb = ({ open }: Reading) => open.verb.length > 0;
const behind = ({ last }: Reading, kind: Phrase['kind']) => last?.kind === kind;

function readNoun(reading: Reading, { phrase, next, tokens }: Step): Reading {
  if (reading.whole) return reading;
  const each = isPointing(tokens, phrase) && reading.topic.length > 0 ? reading.topic : phrase.each;
  const apart = behind(reading, 'mark') || behind(reading, 'joint');
  if (hasVerb(reading) && apart && next?.kind === 'verb')
    return { ...closed(returned(reading), { ...EMPTY, subject: each }), noun: each };
  const named = reading.open.subject.length > 0;
  if (named && apart && reading.noun.length > 0 && !behind(reading, 'joint'))
    return isDescription(tokens, phrase) ? described(reading, each[0] ?? []) : reading;
  const now = { ...reading, noun: each };
  if (!hasVerb(reading)) {
    const topic = reading.topic.length > 0 ? reading.topic : each;
    return { ...now, topic, open: { ...reading.open, subject: each } };
  }
  if (reading.open.object.length > 0 || apart) return withCircumstance(now, each);
  if (phrase.each.length === 1 && isAdjective(tokens, phrase))
    return { ...reading, open: { ...reading.open, verb: [...reading.open.verb, ...each.flat()] } };
  const noun = isCopular(tokens, reading.open) && named ? reading.open.subject : each;
  return { ...now, noun, open: { ...reading.open, object: each } };
}

/** "Field, the mayor", "Field, mayor of Harlow": what a name is called begins no other list. */
const isDescription = (tokens: readonly Token[], { from, each }: Phrase) =>
  each.length === 1 && tokens[from]?.tag !== 'PROPN';

/** "It was old": an adjective goes with the verb. */
const isAdjective = (tokens: readonly Token[], { from, to }: Phrase) =>
  tokens.slice(from, to).every(({ tag }) => tag === 'ADJ' || tag === 'ADV');

/** "It", "they": whom the sentence is about. */
const isPointing = (tokens: readonly Token[], { from, to }: Phrase) =>
  to === from + 1 && /^(?:he|she|it|they)$/u.test(tokens[from]?.norm ?? '');

/** "The ferry is a boat": what is told of the boat is told of the ferry. */
const isCopular = (tokens: readonly Token[], { verb }: Clause) =>
  /^(?:is|was|are|were|be|been)$/u.test(tokens[verb.at(-1) ?? -1]?.norm ?? '');

function readCircumstance(reading: Reading, { phrase, tokens }: Step): Reading {
  if (reading.whole) return reading;
  const { open } = reading;
  const copular = isCopular(tokens, open) && open.subject.length > 0;
  const things = phrase.each.map((each) => each.slice(1));
  const now = { ...reading, noun: copular ? reading.noun : things };
  if (EXAMPLES.has(tokens[phrase.from]?.norm ?? '') && open.object.length > 0)
    return { ...now, open: { ...open, object: [...open.object, ...things] } };
  if (behind(reading, 'joint') && open.circumstances.length > 0) return besides(now, phrase.each);
  if (hasVerb(reading) || open.subject.length === 0) return withCircumstance(now, phrase.each);
  const subject = open.subject
    .flatMap((who) => phrase.each.map((each) => [...who, ...each]))
    .slice(0, MAX_THINGS);
  return { ...now, open: { ...open, subject } };
}

/** What gives examples of the noun before it, each of which could stand for that. */
const EXAMPLES = new Set(['such', 'including']);

/** "In May and in June": one circumstance, or the other. */
function besides(reading: Reading, each: readonly Places[]): Reading {
  const { circumstances } = reading.open;
  const last = [...(circumstances.at(-1) ?? []), ...each];
  return {
    ...reading,
    open: { ...reading.open, circumstances: [...circumstances.slice(0, -1), last] },
  };
}

function readVerb(reading: Reading, step: Step): Reading {
  const { phrase, tokens } = step;
  if (reading.whole) return reading;
  const verb = places(phrase);
  const { open, outer, noun } = reading;
  if (!hasVerb(reading)) return { ...reading, open: { ...open, verb } };
  if (behind(reading, 'joint')) {
    const subject =
      step.before?.kind === 'mark' && reading.topic.length > 0 ? reading.topic : open.subject;
    return closed(reading, { ...EMPTY, subject, verb });
  }
  const first = tokens[phrase.from];
  const loose = first?.tag === 'VERB' && (first.norm.endsWith('ing') || isPastForm(first));
  if (behind(reading, 'mark')) {
    const back =
      outer && !first?.norm.endsWith('ing')
        ? returned(reading)
        : closed(reading, { ...EMPTY, subject: open.subject });
    return { ...back, open: { ...back.open, verb } };
  }
  if (loose) return closed(reading, { ...EMPTY, subject: noun, verb });
  const before = tokens[open.verb[0] ?? -1];
  // "The bridge built in May fell": what looked like the verb told which bridge.
  if (before && isPastForm(before) && first?.norm !== 'to')
    return closed(reading, { ...EMPTY, subject: open.subject, verb });
  return {
    ...reading,
    open: { ...open, verb: [...open.verb, ...(open.object[0] ?? []), ...verb], object: [] },
  };
}

function readOpener(reading: Reading, { phrase, tokens }: Step): Reading {
  if (reading.whole) return reading;
  const word = tokens[phrase.from]?.norm ?? '';
  const { open, noun, last } = reading;
  if (SIDE_BY_SIDE.has(word)) return { ...closed(returned(reading)), noun: [] };
  const relative = RELATIVE.has(word) && last !== null && last.kind !== 'verb';
  if (relative && hasVerb(reading)) return closed(reading, { ...EMPTY, subject: noun });
  if (relative) return { ...reading, outer: open, open: { ...EMPTY, subject: noun } };
  return { ...reading, whole: places(phrase) };
}

/** Openers of clauses that stand for themselves. */
const SIDE_BY_SIDE = new Set(['while', 'although', 'though', 'whereas']);
/** Openers of clauses about the noun before them. */
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose', 'where']);
