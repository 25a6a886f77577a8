import { type Chunk, chunksOf } from '../language/chunks.ts';
import { type Clause, readClauses } from '../language/clause-readings.ts';
import { type Places, phrasesOf } from '../language/phrase-lists.ts';
import type { Token } from '../types.ts';

/**
 * Take a sentence apart into everything that it says, at full fineness: each clause with one
 * circumstance at a time, each thing of its lists by itself, each name with what it is called. The
 * propositions overlap and are no statements to print: "film based on cartoon" is what a sentence
 * says besides, not how anybody would say it. They are for comparing, not for reading; what is
 * printed is cut by `propositionsOf`.
 *
 * @returns Each as the tokens of the sentence that say it, in order.
 */
export function finePropositions(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const chunks = chunksOf(tokens);
  const { clauses, descriptions } = readClauses(tokens, phrasesOf(tokens, chunks));
  const found = [
    ...clauses.flatMap((clause) => variantsOf(clause)),
    ...descriptions,
    ...bracketsOf(chunks),
  ];
  const distinct = new Map(found.map((places) => [inOrder(places).join(' '), inOrder(places)]));
  return [...distinct.values()].map((places) => places.flatMap((place) => tokens[place] ?? []));
}

const inOrder = (places: Places): Places => [...new Set(places)].sort((a, b) => a - b);

/** More variants of one clause than these say little that is new. */
const MAX_VARIANTS = 16;

/** A clause with each thing of its subject and object, and with one circumstance at a time. */
function variantsOf({ subject, verb, object, circumstances }: Clause): readonly Places[] {
  const subjects = subject.length > 0 ? subject : [[]];
  const objects = object.length > 0 ? object : [[]];
  const cores = subjects.flatMap((who) => objects.map((what) => [...who, ...verb, ...what]));
  const M = process.env.EM ?? 'A';
  const bare =
    circumstances.length === 0 ||
    (M.includes('b') && object.length > 0) ||
    (M.includes('B') && circumstances.length > 1)
      ? cores
      : [];
  const each = circumstances.flatMap((each) =>
    each.flatMap((words) => cores.map((core) => [...core, ...words])),
  );
  const cross = (cs: readonly (readonly Places[])[]) =>
    cs.reduce<readonly Places[]>(
      (list, c) => list.flatMap((l) => c.map((w) => [...l, ...w])),
      cores,
    );
  const full = circumstances.length > 0 ? cross(circumstances) : [];
  const prefixes = circumstances.flatMap((_, i) => cross(circumstances.slice(0, i + 1)));
  const told = [
    ...(M.includes('e') ? each : []),
    ...(M.includes('f') ? full : []),
    ...(M.includes('p') ? prefixes : []),
  ];
  return [...bare, ...told].slice(0, MAX_VARIANTS);
}

/** What stands in brackets, with the noun before them. */
function bracketsOf(chunks: readonly Chunk[]): readonly Places[] {
  return chunks.flatMap(({ kind, from, to }, index) => {
    const noun = chunks[index - 1];
    return kind === 'bracket' && noun?.kind === 'noun' ? [range(noun.from, to - 1)] : [];
  });
}

const range = (from: number, to: number): Places =>
  Array.from({ length: to - from }, (_, index) => from + index);
