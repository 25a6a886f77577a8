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
  const bare = chunks.filter(({ kind }) => kind !== 'bracket').map(asPhrase);
  const nouns = gather(bare, (phrases, at) => nounAt(tokens, phrases, at));
  return gather(nouns, (phrases, at) => circumstanceAt(tokens, phrases, at));
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
  const own = phrases.slice(at, next);
  const to = own.at(-1)?.to ?? first.to;
  return [{ ...first, to, each: [own.flatMap(({ each }) => each[0] ?? [])] }, next];
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
  // "an old, narrow bridge": adjectives need no joint.
  const kinds = things.slice(0, -1).map(([thing]) => isHeadless(tokens, thing.each[0] ?? []));
  return kinds.length > 0 && kinds.every(Boolean) ? things : things.slice(0, 1);
}

/**
 * "Clear and logical code", "the mayor of Harlow and Wend": what the things of a list share stands
 * behind the last of them, or before the first.
 */
function shareHead(tokens: readonly Token[], things: readonly Places[]): readonly Places[] {
  const [first = [], last = []] = [things[0], things.at(-1)];
  const noun = last.findLastIndex((place) => tokens[place]?.tag === 'NOUN');
  const ofAt = (thing: Places) => thing.findIndex((place) => tokens[place]?.norm === 'of');
  const before = first.slice(0, ofAt(first) + 1);
  return things.map((thing) => {
    if (thing !== last && isHeadless(tokens, thing))
      return noun < 0 ? thing : [...thing, ...last.slice(noun)];
    if (ofAt(thing) >= 0) return thing;
    if (thing !== last && ofAt(last) >= 0) return [...thing, ...last.slice(ofAt(last))];
    return thing !== first && tokens[thing[0] ?? -1]?.tag !== 'DET' ? [...before, ...thing] : thing;
  });
}

/** Whether a phrase is nothing but what kind of a thing it is: "old", "the old". */
const isHeadless = (tokens: readonly Token[], thing: Places) =>
  !thing.some((place) => /^(?:NOUN|PROPN|PRON|NUM)$/u.test(tokens[place]?.tag ?? '')) ||
  (tokens[thing.at(-2) ?? -1]?.text === '-' && tokens[thing.at(-1) ?? -1]?.tag !== 'PROPN');

/** A preposition with its noun phrase, for each thing that stands in it. */
function circumstanceAt(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  at: number,
): Gathered | undefined {
  const [preposition, noun, mark, place, stop] = phrases.slice(at, at + 5);
  if (preposition?.kind !== 'preposition' || noun?.kind !== 'noun') return undefined;
  const { from } = preposition;
  // "between May and June" is one stretch of time.
  const together = tokens[from]?.norm === 'between';
  const each = together
    ? [range(from, noun.to)]
    : noun.each.map((places) => [...range(from, preposition.to), ...places]);
  const within =
    noun.each.length === 1 &&
    tokens[mark?.from ?? -1]?.text === ',' &&
    place?.kind === 'noun' &&
    isNamed(tokens, noun.to - 1) &&
    range(place.from, place.to).every((index) => isNamed(tokens, index)) &&
    (stop === undefined || stop.kind === 'mark' || stop.kind === 'other');
  return within
    ? [
        {
          kind: 'circumstance',
          each: [[...range(from, noun.to), ...range(noun.to, place.to)]],
          from,
          to: place.to,
        },
        at + 4,
      ]
    : [{ kind: 'circumstance', each, from, to: noun.to }, at + 2];
}

const isNamed = (tokens: readonly Token[], at: number) => tokens[at]?.tag === 'PROPN';
