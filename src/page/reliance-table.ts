import type { Reliance, RelianceEdge } from '../types.ts';
import { plural } from '../wording.ts';

/** A line of the graph in words. */
export interface RelianceRow {
  readonly from: string;
  readonly to: string;
  readonly how: string;
}

/** The lines of the graph in words, in its order. */
export function relianceRows(
  nodes: Reliance['nodes'],
  edges: readonly RelianceEdge[],
): readonly RelianceRow[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return edges.map(({ from, to, how, claims }) => ({
    from: names.get(from) ?? from,
    to: names.get(to) ?? to,
    how: HOW[how](`${claims} ${plural(claims, 'claim', 'claims')}`),
  }));
}

const HOW: Readonly<Record<RelianceEdge['how'], (claims: string) => string>> = {
  cites: (claims) => claims,
  'copy-of': (claims) => `${claims}, as its copy`,
  'shares-text': (claims) => `${claims} in the same words; who has it from whom is not known`,
};
