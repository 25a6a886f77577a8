import { chunksOf } from '../language/chunks.ts';
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
  const { clauses, descriptions } = readClauses(tokens, phrasesOf(tokens, chunksOf(tokens)));
  const found = [...clauses.flatMap((clause) => variantsOf(clause)), ...descriptions];
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
  const bare = object.length > 0 || circumstances.length === 0 ? cores : [];
  const told = circumstances.flatMap((each) =>
    each.flatMap((words) => cores.map((core) => [...core, ...words])),
  );
  return [...bare, ...told].slice(0, MAX_VARIANTS);
}
