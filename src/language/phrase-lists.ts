import type { Token } from '../types.ts';
import type { Chunk, ChunkKind } from './chunks.ts';

/** Places of tokens, in order. */
export type Places = readonly number[];

/**
 * A phrase, and where it is a list each thing that stands in it: of "a ferry and a bridge over the
 * river" two.
 */
export interface Phrase {
  readonly kind: ChunkKind | 'circumstance';
  readonly each: readonly Places[];
  readonly from: number;
  readonly to: number;
}

/** Longest list, in things. */
const MAX_THINGS = 12;

/** Gather chunks into phrases: lists of nouns, nouns with their "of", prepositions with their noun. */
export function phrasesOf(tokens: readonly Token[], chunks: readonly Chunk[]): readonly Phrase[] {
  const nouns = gather(chunks.map(asPhrase), (phrases, at) => nounAt(tokens, phrases, at));
  return gather(nouns, circumstanceAt);
}

const asPhrase = ({ kind, from, to }: Chunk): Phrase => ({
  kind,
  from,
  to,
  each: [range(from, to)],
});

const range = (from: number, to: number): Places =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** A phrase made of several, and the place behind them. */
type Gathered = readonly [Phrase, number];

function gather(
  phrases: readonly Phrase[],
  gatherAt: (phrases: readonly Phrase[], at: number) => Gathered | undefined,
): readonly Phrase[] {
  const found: Phrase[] = [];
  for (let at = 0; at < phrases.length; ) {
    const phrase = phrases[at];
    const [made, next] = gatherAt(phrases, at) ?? [phrase, at + 1];
    if (made) found.push(made);
    at = next;
  }
  return found;
}

/** A noun phrase with its list and its "of". */
function nounAt(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  at: number,
): Gathered | undefined {
  if (phrases[at]?.kind !== 'noun') return undefined;
  const things = listAt(tokens, phrases, at);
  const first = phrases[at];
  const [last, next] = things.at(-1) ?? [first, at + 1];
  const each = shareHead(
    tokens,
    things.map(([thing]) => thing.each[0] ?? []),
  );
  return [{ kind: 'noun', each, from: first.from, to: last.to }, next];
}

/** A noun phrase with the "of" phrases behind it. */
function withOf(tokens: readonly Token[], phrases: readonly Phrase[], at: number): Gathered {
  const first = phrases[at] as Phrase;
  let next = at + 1;
  while (
    phrases[next]?.kind === 'preposition' &&
    tokens[phrases[next]?.from ?? 0]?.norm === 'of' &&
    phrases[next + 1]?.kind === 'noun'
  )
    next += 2;
  const to = phrases[next - 1]?.to ?? first.to;
  return [{ ...first, to, each: [range(first.from, to)] }, next];
}

/** The things of the list that begins here: one where none does. Only a joint closes a list. */
function listAt(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  at: number,
): readonly Gathered[] {
  const things: Gathered[] = [withOf(tokens, phrases, at)];
  while (things.length < MAX_THINGS) {
    const next = things.at(-1)?.[1] ?? at;
    const comma = tokens[phrases[next]?.from ?? -1]?.text === ',' ? 1 : 0;
    const joint = phrases[next + comma]?.kind === 'joint' ? 1 : 0;
    const thing = next + comma + joint;
    if (comma + joint === 0 || phrases[thing]?.kind !== 'noun') break;
    things.push(withOf(tokens, phrases, thing));
    if (joint === 0) continue;
    // "…, and the ferry ran": the last one is what another clause tells of.
    const behind = things.at(-1)?.[1] ?? 0;
    const goesOn = phrases[behind]?.kind === 'verb' && phrases[at - 1] !== undefined;
    return goesOn ? things.slice(0, 1) : things;
  }
  return things.slice(0, 1);
}

/** "clear and logical code": what all things of a list share stands behind the last of them. */
function shareHead(tokens: readonly Token[], things: readonly Places[]): readonly Places[] {
  const last = things.at(-1) ?? [];
  const noun = last.findIndex((place) => tokens[place]?.tag === 'NOUN');
  const of = last.findIndex((place) => tokens[place]?.norm === 'of');
  return things.map((thing) => {
    const end = tokens[thing.at(-1) ?? -1]?.tag;
    if (thing === last) return thing;
    if (end === 'ADJ' || end === 'VERB') return noun < 0 ? thing : [...thing, ...last.slice(noun)];
    const own = thing.some((place) => tokens[place]?.norm === 'of');
    return of < 0 || own ? thing : [...thing, ...last.slice(of)];
  });
}

/** A preposition with its noun phrase, for each thing that stands in it. */
function circumstanceAt(phrases: readonly Phrase[], at: number): Gathered | undefined {
  const [preposition, noun] = [phrases[at], phrases[at + 1]];
  if (preposition?.kind !== 'preposition' || noun?.kind !== 'noun') return undefined;
  const each = noun.each.map((places) => [...range(preposition.from, preposition.to), ...places]);
  return [{ kind: 'circumstance', each, from: preposition.from, to: noun.to }, at + 2];
}
