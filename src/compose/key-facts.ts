import { isSpeech, statingReports } from '../facts.ts';
import { topicsOf } from '../topics.ts';
import type { SectionMaker } from './section.ts';

/** What more than one report states, by what it is about; within that, by how many state it. */
export const keyFacts: SectionMaker = (material) => {
  const shared = material.facts.filter(
    (fact) => statingReports(fact).length > 1 && !isSpeech(fact),
  );
  if (shared.length === 0) return undefined;
  return { kind: 'key-facts', heading: 'Key facts', groups: topicsOf(shared, material) };
};
