import type { VFileMessage } from 'vfile-message';
import { bucketsOf } from '../buckets.ts';
import { certainClaims, statingReports } from '../facts.ts';
import { isSeveral } from '../language/source-keys.ts';
import { message } from '../messages.ts';
import type { Analysis, Fact, RelianceEdge, Report } from '../types.ts';
import { list } from '../wording.ts';

/** What is looked at. */
interface Looked {
  readonly facts: readonly Fact[];
  readonly reports: readonly Report[];
  readonly analysis: Analysis;
  /** Ids of the facts that stand first in the briefing. */
  readonly leading: readonly string[];
}

/** So many reports make a fact look well founded, wherever it stands. */
const MANY = 3;

/**
 * Warn of what looks better founded than it is: reports of one origin, several unnamed sources that
 * another report counts as one, reports that have a fact from each other.
 */
export function cautionsOf({ facts, reports, analysis, leading }: Looked): readonly VFileMessage[] {
  const files = new Map(reports.map(({ id, file }) => [id, file]));
  const filesOf = (ids: readonly string[]) => list(ids.map((id) => files.get(id) ?? id));
  const first = new Set(leading);
  const edges = citationsByFact(analysis);
  const isLookedAt = (fact: Fact) => first.has(fact.id) || statingReports(fact).length >= MANY;
  return facts.flatMap((fact) => {
    const told = { fact, analysis, filesOf, file: files.get(fact.claims[0].report) ?? '' };
    return [
      ...(isLookedAt(fact) ? oneOrigin(told) : []),
      ...pluralOfOne(told),
      ...circle(told, edges.get(fact.id) ?? []),
    ];
  });
}

interface Told {
  readonly fact: Fact;
  readonly analysis: Analysis;
  readonly filesOf: (ids: readonly string[]) => string;
  readonly file: string;
}

const short = ({ statement }: Fact): string =>
  statement.text.length > LONGEST ? `${statement.text.slice(0, LONGEST - 1)}…` : statement.text;

/** Longest stretch of a statement in a message, in characters. */
const LONGEST = 80;

function oneOrigin({ fact, analysis, filesOf, file }: Told): VFileMessage[] {
  const [origin, ...more] = analysis.origins[fact.id] ?? [];
  const stating = statingReports(fact);
  if (!origin || more.length > 0 || stating.length < 2) return [];
  return [
    message({
      rule: 'one-origin',
      file,
      found: `single origin (${origin.name}) of ${filesOf(stating)} for ${fact.id}, “${short(fact)}”`,
      expected: 'a second one before it counts as confirmed',
      advice: 'look for a report that has it from elsewhere; the briefing says “one origin”',
    }),
  ];
}

/** "Officials" in one report, and one official in another that has the same from there. */
function pluralOfOne({ fact, analysis, filesOf, file }: Told): VFileMessage[] {
  const unnamed = (analysis.origins[fact.id] ?? []).find(({ kind }) => kind === 'unnamed');
  const from = new Set<string>(unnamed?.claims ?? []);
  const said = certainClaims(fact).flatMap(({ id, report, attribution: [source] }) =>
    source && from.has(id) ? [{ report, source }] : [],
  );
  const several = said.find(({ source }) => isSeveral(source.name));
  const single = said.find(({ source }) => !isSeveral(source.name));
  if (!several || !single || several.report === single.report) return [];
  return [
    message({
      rule: 'plural-of-one',
      file,
      found: `"${several.source.name}" in ${filesOf([several.report])}, where ${filesOf([single.report])} has "${single.source.name}", for ${fact.id}, “${short(fact)}”`,
      expected: 'reports that agree how many sources there are',
      advice: 'do not write of several sources on this ground',
    }),
  ];
}

function circle(
  { fact, filesOf, file }: Told,
  edges: readonly (readonly [string, string])[],
): VFileMessage[] {
  return circlesIn(edges).map((reports) =>
    message({
      rule: 'circular-reports',
      file,
      found: `circle of ${filesOf(reports)}, which cite one another for ${fact.id}, “${short(fact)}”`,
      expected: 'a source outside of it',
      advice: 'look where it was first reported; none of them confirms another',
    }),
  );
}

/** A fact → which report cites which other one for it. */
function citationsByFact({
  reliance: { nodes, edges },
}: Analysis): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const reports = new Map(
    nodes.flatMap(({ id, report }) => (report === null ? [] : [[id, report]])),
  );
  const cited = ({ how, from, to }: RelianceEdge) =>
    how === 'cites' && reports.has(from) && reports.has(to);
  const byFact = bucketsOf(edges.filter(cited), ({ facts }) => facts);
  return new Map(
    Array.from(byFact, ([fact, citing]) => [
      fact,
      citing.map(({ from, to }) => [reports.get(from) ?? '', reports.get(to) ?? ''] as const),
    ]),
  );
}

/**
 * Find the groups whose members all lead to one another (Tarjan's strongly connected components, in
 * time that grows with the edges). It goes as deep as reports cite each other in a row.
 */
export function circlesIn(edges: readonly (readonly [string, string])[]): readonly string[][] {
  const next = new Map<string, string[]>();
  for (const node of edges.flat()) next.set(node, []);
  for (const [from, to] of edges) next.get(from)?.push(to);
  const seen = new Map<string, { index: number; low: number; open: boolean }>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string) => {
    const own = { index: seen.size, low: seen.size, open: true };
    seen.set(node, own);
    stack.push(node);
    for (const other of next.get(node) ?? []) {
      const known = seen.get(other) ?? visit(other);
      if (known.open) own.low = Math.min(own.low, known.low);
    }
    if (own.low === own.index) {
      const circle = stack.splice(stack.lastIndexOf(node));
      for (const member of circle) (seen.get(member) ?? own).open = false;
      if (circle.length > 1) circles.push(circle.sort());
    }
    return own;
  };
  for (const node of next.keys()) if (!seen.has(node)) visit(node);
  return circles;
}
