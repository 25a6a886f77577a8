import { inPlain } from '../characters.ts';
import type { Briefing, RelianceEdge, RelianceNode } from '../types.ts';
import type { Renderer } from './renderer.ts';

/** Who relies on whom, as a graph in the DOT language of Graphviz. */
export const dot: Renderer = {
  file: 'origins.dot',
  needsBrowser: false,
  reads: [],
  render: async (briefing) => ({
    bytes: new TextEncoder().encode(dotOf(briefing)),
    missing: [],
  }),
};

function dotOf({ title, analysis: { reliance } }: Briefing): string {
  const names = new Map(reliance.nodes.map(({ id }, place) => [id, `n${place + 1}`]));
  const nameOf = (id: string) => names.get(id) ?? '';
  const node = ({ id, name, kind }: RelianceNode) =>
    `  ${nameOf(id)} [label=${quoted(name)}, shape=${kind === 'report' ? 'box' : 'ellipse'}];`;
  const edge = ({ from, to, how, claims }: RelianceEdge) =>
    `  ${nameOf(from)} -> ${nameOf(to)} [label=${quoted(String(claims))}, style=${STYLES[how]}];`;
  return [
    `digraph ${quoted(title.text)} {`,
    '  rankdir=LR;',
    ...reliance.nodes.map(node),
    ...reliance.edges.map(edge),
    '}',
    '',
  ].join('\n');
}

const STYLES: Readonly<Record<RelianceEdge['how'], string>> = {
  cites: 'solid',
  'copy-of': 'bold',
  'shares-text': 'dashed',
};

/**
 * A string of the language: only its quotation mark ends it. In a label a backslash begins an escape
 * ("\n", "\N") and an ampersand may begin a character of HTML ("&lt;"): both are written so that they
 * are themselves.
 */
const quoted = (text: string): string =>
  `"${inPlain(text)
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')}"`;
