import { bucketsOf } from '../buckets.ts';
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
  /** "Reports 1 and 4 (3 claims); Reports 5–9 (2 claims each); Example Wire": the reports, then others. */
  readonly by: string;
}

/**
 * The same grouped by source, for print, where a line of the drawing to a row fills pages: sources in
 * the order of their first line, each with who has how much from it; one claim goes without saying.
 * Reports that have as much, in the same way, are told as one: of many that are one text each has a
 * line to each other.
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
        return node ? [{ node, edge, much: `${edge.how} ${edge.claims}` }] : [];
      });
    const reports = own.filter(({ node }) => node.kind === 'report');
    const others = own.filter(({ node }) => node.kind !== 'report');
    const alike = [...bucketsOf(reports, ({ much }) => [much]).values()];
    const together = alike.filter((some) => some.length > 2 && inShort(some[0].edge) !== '');
    const folded = new Set(together.flat());
    const single = reports.filter((one) => !folded.has(one));
    const by = [
      reportList(single.map(({ node, edge }) => node.name + inShort(edge))),
      ...together.map((some) => {
        const names = some.map(({ node }) => node.name);
        return (rangeOf(names) ?? reportList(names)) + inShort(some[0].edge, ' each');
      }),
      list(others.map(({ node, edge }) => node.name + inShort(edge))),
    ];
    return { source: name, by: by.filter(Boolean).join('; ') };
  });
}

/** " (3 claims, as its copy)"; nothing for one claim. @param each For several: " each". */
function inShort({ how, claims }: RelianceEdge, each = ''): string {
  const count = claims > 1 ? `${claims} claims` : each && '1 claim';
  const said = [count && count + each, IN_SHORT[how]].filter(Boolean);
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

/** "Reports 2–25": nothing where some are called otherwise, or one is missing between them. */
function rangeOf(names: readonly string[]): string | undefined {
  const numbers = names.map((name) => Number(/^Report (\d+)$/u.exec(name)?.[1]));
  const [first = Number.NaN] = numbers;
  const isWhole = numbers.every((number, index) => number === first + index);
  return isWhole ? `Reports ${first}–${first + numbers.length - 1}` : undefined;
}

const IN_SHORT: Readonly<Record<RelianceEdge['how'], string>> = {
  cites: '',
  'copy-of': 'as its copy',
  'shares-text': 'in the same words; who has it from whom is not known',
};
