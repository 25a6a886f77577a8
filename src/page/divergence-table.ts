import { html } from '../markup.ts';
import { statementTree } from '../trees.ts';
import type { Divergence } from '../types.ts';
import { KIND_WORDS } from '../wording.ts';
import type { Lookup } from './lookup.ts';

/** A difference as a row: what it is about, who says which, kind and status. */
export function divergenceRow(divergence: Divergence, lookup: Lookup) {
  const fact = lookup.fact(divergence.facts[0]);
  return {
    id: divergence.id,
    what: html(fact ? statementTree(fact.statement) : []),
    kind: KIND_WORDS[divergence.kind],
    status: divergence.status,
    sides: divergence.sides.map(({ value, claims }) => ({
      value,
      cites: lookup.cites(
        claims.flatMap((id) => lookup.claim(id) ?? []),
        undefined,
      ),
    })),
  };
}
