import { type Chunk, chunksOf } from '../language/chunks.ts';
import { type Clause, readClauses } from '../language/clause-readings.ts';
import { type Places, phrasesOf } from '../language/phrase-lists.ts';
import type { Token } from '../types.ts';

/**
 * Take a sentence apart into everything that it says, at full fineness: each clause with one
 * circumstance at a time, each thing of its lists by itself, each name with what it is called. The
 * propositions overlap and are no statements to print: "film based on cartoon" is what a sentence
 * says besides, not how anybody would say it. Nor is each of them stated: what a condition or a
 * denial leaves open is there too. They are for comparing, not for reading; what is printed is cut
 * by `propositionsOf`, which takes no such risk.
 *
 * @returns Each as the tokens of the sentence that say it, in order.
 */
export function finePropositions(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const words = withVerb(tokens);
  const chunks = chunksOf(words);
  const { clauses, descriptions } = readClauses(words, phrasesOf(words, chunks));
  const found = [
    ...clauses.flatMap((clause) => variantsOf(tokens, clause)),
    ...chunks.flatMap((chunk) => calledOf(tokens, chunk)),
    ...descriptions,
    ...bracketsOf(chunks),
  ];
  const read = found
    .filter((places) => places.length >= MIN_TOKENS)
    .map((places) => inOrder(places).flatMap((place) => tokens[place] ?? []));
  return [...new Map(read.map((each) => [each.map(({ norm }) => norm).join(' '), each])).values()];
}

/** Fewer tokens than these say nothing. */
const MIN_TOKENS = 4;

const inOrder = (places: Places): Places => [...new Set(places)].sort((a, b) => a - b);

/** More variants of one clause than these say little that is new. */
const MAX_VARIANTS = 8;

/** A clause with each thing of its subject and object, and with one circumstance at a time. */
function variantsOf(tokens: readonly Token[], clause: Clause): readonly Places[] {
  const { subject, verb, object, circumstances } = clause;
  const named = (each: readonly Places[]) => each.map((thing) => nameIn(tokens, thing));
  const needed = circumstances.find((each) => isNeeded(tokens, clause, each));
  const kinds = isCopular(tokens, verb)
    ? object.flatMap((thing) => kindsOf(tokens, thing))
    : object;
  const free = circumstances.filter((each) => each !== needed).map(named);
  const cores = crossed([named(subject), [verb], named(kinds), named(needed ?? [])]);
  const bare = free.length === 0 || object.length > 0 || needed ? cores : [];
  return [...bare, ...free.flatMap((each) => crossed([cores, each]))].slice(0, MAX_VARIANTS);
}

/** One thing of each place, in all ways; a place with nothing in it is left out. */
const crossed = (slots: readonly (readonly Places[])[]): readonly Places[] =>
  slots
    .filter((each) => each.length > 0)
    .reduce<readonly Places[]>(
      (lists, each) => lists.flatMap((list) => each.map((thing) => [...list, ...thing])),
      [[]],
    );

/**
 * Whether a circumstance can hardly be left out: behind a verb without an object, "is based on a
 * tale", and where it belongs to the object, "won the prize for courage".
 */
function isNeeded(
  tokens: readonly Token[],
  { verb, object }: Clause,
  [first = []]: readonly Places[],
): boolean {
  const before = object.length > 0 ? object.flat() : verb;
  const follows = first[0] === Math.max(...before) + 1;
  const timeless = !first.some((place) => tokens[place]?.tag === 'NUM');
  const ofNoun = object.length === 0 || OF_NOUNS.has(tokens[first[0] ?? -1]?.norm ?? '');
  return follows && timeless && ofNoun;
}

/** Prepositions that tell more of the noun before them rather than of the verb. */
const OF_NOUNS = new Set('for between about against than from with to on'.split(' '));

const isCopular = (tokens: readonly Token[], verb: Places) =>
  /^(?:is|was|are|were)$/u.test(tokens[verb.at(-1) ?? -1]?.norm ?? '');

/** What stands in brackets, with the noun before them. */
function bracketsOf(chunks: readonly Chunk[]): readonly Places[] {
  return chunks.flatMap(({ kind, to }, index) => {
    const noun = chunks[index - 1];
    return kind === 'bracket' && noun?.kind === 'noun' ? [range(noun.from, to - 1)] : [];
  });
}

const range = (from: number, to: number): Places =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** "The engineer Ann Field": the name alone, which who reads it knows from elsewhere. */
function nameIn(tokens: readonly Token[], thing: Places): Places {
  const at = nameStart(tokens, thing);
  const lead = thing.filter((place) => tokens[place]?.tag === 'ADP').slice(0, 1);
  return at < 0 ? thing : [...(lead[0] === thing[0] ? lead : []), ...thing.slice(at)];
}

/** Where a name begins that ends a phrase, behind what it is the name of; -1 where none does. */
function nameStart(tokens: readonly Token[], thing: Places): number {
  const from = thing.findIndex((_, index) =>
    thing
      .slice(index)
      .every((place) => tokens[place]?.tag === 'PROPN' || tokens[place]?.text === '&'),
  );
  const before = tokens[thing[from - 1] ?? -1];
  return from > 0 && before?.tag === 'NOUN' ? from : -1;
}

/** A name with what it is the name of. */
function calledOf(tokens: readonly Token[], { kind, from, to }: Chunk): readonly Places[] {
  const places = range(from, to);
  return kind === 'noun' && nameStart(tokens, places) > 0 ? [places] : [];
}

/** "An old wooden bridge": an old bridge, a wooden bridge, a bridge. */
function kindsOf(tokens: readonly Token[], thing: Places): readonly Places[] {
  const end = thing.findIndex((place) => tokens[place]?.tag === 'ADP');
  const phrase = end < 0 ? thing : thing.slice(0, end);
  const rest = end < 0 ? [] : thing.slice(end);
  const article = phrase.slice(0, 1).filter((place) => tokens[place]?.tag === 'DET');
  const head = phrase.slice(-1);
  const kinds = groups(tokens, phrase.slice(article.length, -1));
  if (kinds.length < 2) return [thing];
  return [...kinds, []].map((kind) => [...article, ...kind, ...head, ...rest]);
}

/** Words before a noun, each by itself; what hyphens join and adverbs go with what they belong to. */
function groups(tokens: readonly Token[], places: Places): readonly Places[] {
  const starts = places.filter((place, index) => index === 0 || !isJoined(tokens, place));
  return starts.map((start, index) =>
    places.filter(
      (place) => place >= start && place < (starts[index + 1] ?? Number.POSITIVE_INFINITY),
    ),
  );
}

/** Whether a word before a noun belongs to the word before it. */
function isJoined(tokens: readonly Token[], place: number): boolean {
  const [before, token] = [tokens[place - 1], tokens[place]];
  const hyphen = token?.text === '-' || before?.text === '-';
  return hyphen || before?.tag === 'ADV' || (token?.tag === 'PROPN' && before?.tag === 'PROPN');
}

/** Take a noun in -s for the verb where a sentence has none: "the film marks a beginning". */
function withVerb(tokens: readonly Token[]): readonly Token[] {
  if (tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX')) return tokens;
  const at = tokens.findIndex(
    ({ tag, norm, lemma }, index) =>
      tag === 'NOUN' &&
      norm.endsWith('s') &&
      norm !== lemma &&
      /^(?:NOUN|PROPN|PRON)$/u.test(tokens[index - 1]?.tag ?? '') &&
      /^(?:DET|PROPN|NOUN|PRON|ADJ)$/u.test(tokens[index + 1]?.tag ?? ''),
  );
  return tokens.map((token, index) => (index === at ? { ...token, tag: 'VERB' } : token));
}
