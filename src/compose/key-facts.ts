import { isSpeech, statingReports } from '../facts.ts';
import { leadingFacts } from '../leading.ts';
import { topicsOf } from '../topics.ts';
import type { SectionMaker } from './section.ts';

/**
 * What more than one report states, by what it is about: what leads first, the rest by how many state
 * it.
 */
export const keyFacts: SectionMaker = (material) => {
  const shared = material.facts.filter(
    (fact) => statingReports(fact).length > 1 && !isSpeech(fact),
  );
  if (shared.length === 0) return undefined;
  const leading = leadingFacts(shared).slice(0, LEADING);
  const ordered = [...leading, ...shared.filter((fact) => !leading.includes(fact))];
  return { kind: 'key-facts', heading: 'Key facts', groups: topicsOf(ordered, material) };
};

/** So many stand in the order in which they lead: about as many as in the bottom line. */
const LEADING = 5;
