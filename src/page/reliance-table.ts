import type { Reliance, RelianceEdge } from '../types.ts';
import { list, plural, reportList } from '../wording.ts';

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

/** A source with all who have something from it. */
export interface RelianceGroup {
  readonly source: string;
  /** "Reports 1 and 4 (3 claims); Example Wire": the reports, then others. */
  readonly by: string;
}

/**
 * The same grouped by source, for print, where a line of the drawing to a row fills pages: sources in
 * the order of their first line, each with who has how much from it; one claim goes without saying.
 */
export function relianceGroups(
  nodes: Reliance['nodes'],
  edges: readonly RelianceEdge[],
): readonly RelianceGroup[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sources = nodes.filter(({ id }) => edges.some(({ to }) => to === id));
  return sources.map(({ id, name }) => {
    const own = edges
      .filter(({ to }) => to === id)
      .flatMap((edge) => {
        const node = byId.get(edge.from);
        return node ? [{ isReport: node.kind === 'report', said: node.name + inShort(edge) }] : [];
      });
    const reports = own.filter(({ isReport }) => isReport).map(({ said }) => said);
    const others = own.filter(({ isReport }) => !isReport).map(({ said }) => said);
    return { source: name, by: [reportList(reports), list(others)].filter(Boolean).join('; ') };
  });
}

/** " (3 claims, as its copy)"; nothing for one claim. */
function inShort({ how, claims }: RelianceEdge): string {
  const said = [claims > 1 ? `${claims} claims` : '', IN_SHORT[how]].filter(Boolean);
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

const IN_SHORT: Readonly<Record<RelianceEdge['how'], string>> = {
  cites: '',
  'copy-of': 'as its copy',
  'shares-text': 'in the same words; who has it from whom is not known',
};
