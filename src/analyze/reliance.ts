import { ownClaims } from '../facts.ts';
import { initialsIn, sourceKey } from '../language/source-keys.ts';
import { byCodeUnits } from '../order.ts';
import type {
  Attribution,
  Claim,
  Fact,
  Reliance,
  RelianceEdge,
  RelianceNode,
  Report,
  SharedText,
} from '../types.ts';
import type { Voices } from './voices.ts';

/** What reports are known by. */
interface Given {
  readonly reports: readonly Report[];
  /** In order of publication. */
  readonly voices: Voices;
  readonly copies: readonly SharedText[];
}

/**
 * Draw together who has what from whom, over all facts: from a report to whoever handed it on, and
 * from there to who said it.
 *
 * An outlet that a report cites is the report of that outlet, where the folder has one.
 *
 * @param facts Each of their own claims counts once.
 */
export function relianceOf(facts: readonly Fact[], given: Given): Reliance {
  const nodes = new Map<string, RelianceNode>(
    given.reports.map(({ id }) => [nodeOfReport(id), reportNode(id, given.voices)]),
  );
  const edges = new Map<string, Growing>();
  const reportOf = reportsByOutlet(given.reports);
  for (const fact of facts) {
    for (const claim of ownClaims(fact)) {
      const path = pathOf(claim, given.voices, reportOf);
      for (const node of path.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
      path.nodes.slice(1).forEach((to, at) => {
        const from = path.nodes[at];
        if (from && from.id !== to.id) add(edges, [from.id, to.id, path.how], fact.id);
      });
    }
  }
  for (const [from, to, fact] of sharedTextEdges(facts, given))
    add(edges, [nodeOfReport(from), nodeOfReport(to), 'shares-text'], fact);
  return inOrder([...nodes.values()], [...edges.values()]);
}

type Growing = Omit<RelianceEdge, 'facts' | 'claims'> & { claims: number; facts: Set<string> };

function add(
  edges: Map<string, Growing>,
  [from, to, how]: readonly [string, string, RelianceEdge['how']],
  fact: string,
): void {
  const key = `${how} ${from} ${to}`;
  const edge = edges.get(key) ?? { from, to, how, claims: 0, facts: new Set<string>() };
  edge.claims++;
  edge.facts.add(fact);
  edges.set(key, edge);
}

const nodeOfReport = (report: string): string => `report ${report}`;

const reportNode = (report: string, voices: Voices): RelianceNode => ({
  id: nodeOfReport(report),
  name: voices.get(report)?.name ?? report,
  kind: 'report',
  report,
});

type FindReport = (name: string) => string | undefined;

/** Finds the report that an outlet of a name published; nothing where two or none did. */
function reportsByOutlet(reports: readonly Report[]): FindReport {
  const known = new Map<string, string | null>();
  for (const { id, metadata } of reports) {
    const name = metadata.outlet.value;
    const keys = name === null ? [] : [sourceKey(name), initialsIn(name)?.toLowerCase()];
    for (const key of new Set(keys)) if (key) known.set(key, known.has(key) ? null : id);
  }
  return (name) => known.get(sourceKey(name)) ?? undefined;
}

/** From the report over who handed a claim on to who said it; where they said it is nobody. */
function pathOf({ report, attribution }: Claim, voices: Voices, reportOf: FindReport) {
  const own = reportNode(report, voices);
  const agency = voices.get(report)?.agency ?? null;
  if (attribution.length === 0 && agency !== null) {
    return { nodes: [own, nodeOf({ name: agency, kind: 'agency' })], how: 'copy-of' } as const;
  }
  const links = attribution.filter(
    ({ kind }, at) => at === 0 || (kind !== 'document' && kind !== 'occasion'),
  );
  const nodes = links.map((link) => {
    const cited = MEDIA.has(link.kind) ? reportOf(link.name) : undefined;
    return cited === undefined ? nodeOf(link) : reportNode(cited, voices);
  });
  return { nodes: [own, ...nodes.reverse()], how: 'cites' } as const;
}

/** Kinds under which reports cite outlets: whether a body is a medium, they do not agree. */
const MEDIA: ReadonlySet<Attribution['kind']> = new Set(['outlet', 'agency', 'organization']);

const nodeOf = ({ name, kind }: Attribution): RelianceNode => ({
  // Whether "Amsel" is a person or a body, reports may not tell alike.
  id: `${MEDIA.has(kind) || kind === 'person' ? 'named' : kind} ${sourceKey(name)}`,
  name,
  kind,
  report: null,
});

/** Facts that two reports of one text both tell in their own voice, from the later to the earlier. */
function* sharedTextEdges(
  facts: readonly Fact[],
  { copies, voices }: Given,
): Generator<readonly [from: string, to: string, fact: string]> {
  if (copies.length === 0) return;
  const order = new Map([...voices.keys()].map((id, place) => [id, place]));
  const placeOf = (id: string) => order.get(id) ?? 0;
  for (const fact of facts) {
    const own = ownClaims(fact).filter(({ attribution }) => attribution.length === 0);
    const telling = new Set(own.map(({ report }) => report));
    for (const { a, b } of copies) {
      if (!telling.has(a) || !telling.has(b)) continue;
      yield placeOf(a) > placeOf(b) ? [a, b, fact.id] : [b, a, fact.id];
    }
  }
}

function inOrder(nodes: readonly RelianceNode[], edges: readonly Growing[]): Reliance {
  const weight = new Map<string, number>();
  for (const { to, claims } of edges) weight.set(to, (weight.get(to) ?? 0) + claims);
  const weightOf = ({ id, report }: RelianceNode) =>
    report === null ? (weight.get(id) ?? 0) : Number.MAX_SAFE_INTEGER;
  // Sorting keeps the reports in their order.
  const sorted = [...nodes].sort(
    (a, b) =>
      weightOf(b) - weightOf(a) ||
      (a.report === null && b.report === null ? byCodeUnits(a.id, b.id) : 0),
  );
  const places = new Map(sorted.map(({ id }, place) => [id, place]));
  const placeOf = (id: string) => places.get(id) ?? 0;
  return {
    nodes: sorted,
    edges: edges
      .map((edge) => ({ ...edge, facts: [...edge.facts] }))
      .sort(
        (a, b) =>
          placeOf(a.from) - placeOf(b.from) ||
          placeOf(a.to) - placeOf(b.to) ||
          byCodeUnits(a.how, b.how),
      ),
  };
}
