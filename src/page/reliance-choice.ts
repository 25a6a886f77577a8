import type { Reliance, RelianceEdge, RelianceNode } from '../types.ts';

/** What of the graph is drawn, and how many sources are not. */
export interface Drawn {
  readonly nodes: readonly RelianceNode[];
  readonly edges: readonly RelianceEdge[];
  readonly left: number;
}

/** More sources than these cannot be followed with the eye. */
export const MOST = 12;

/**
 * Choose what is drawn: the sources that several have something from, then those of most claims;
 * the reports, and whatever else leads to them.
 */
export function drawnOf({ nodes, edges }: Reliance): Drawn {
  const reached = new Map<string, number>();
  for (const { to } of edges) reached.set(to, (reached.get(to) ?? 0) + 1);
  const isShared = ({ id }: RelianceNode) => (reached.get(id) ?? 0) > 1;
  const sources = nodes.filter(({ report }) => report === null);
  const chosen = new Set(
    [...sources.filter(isShared), ...sources.filter((node) => !isShared(node))].slice(0, MOST),
  );
  const kept = new Set(
    nodes.filter((node) => node.report !== null || chosen.has(node)).map(({ id }) => id),
  );
  const drawn = edges.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const joined = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const shown = nodes.filter(({ id }) => joined.has(id));
  const left = sources.length - shown.filter(({ report }) => report === null).length;
  return { nodes: shown, edges: drawn, left };
}
