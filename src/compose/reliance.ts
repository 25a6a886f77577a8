import type { Reliance } from '../types.ts';
import type { SectionMaker } from './section.ts';

/** Who has it from whom: where a picture shows more than the margin of each fact does. */
export const reliance: SectionMaker = ({ analysis }) =>
  isWorthDrawing(analysis.reliance)
    ? { kind: 'reliance', heading: 'Who relies on whom' }
    : undefined;

/** Whether a report names an outlet or agency, or somebody whom another report names too. */
function isWorthDrawing({ nodes, edges }: Reliance): boolean {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const reached = new Set<string>();
  return edges.some(({ from, to }) => {
    const kind = kinds.get(to);
    const isShared = reached.has(to);
    if (kinds.get(from) === 'report') reached.add(to);
    return isShared || kind === 'outlet' || kind === 'agency' || kind === 'report';
  });
}
