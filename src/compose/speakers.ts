import { isSpeech, statedBy } from '../facts.ts';
import type { Utterance } from '../types.ts';
import type { SectionMaker } from './section.ts';

/** Who said what, in their own words: by speaker, in order of the first words. */
export const speakers: SectionMaker = ({ facts }) => {
  const utterances = facts.filter(isSpeech).map((fact): Utterance => {
    const [speaker] = statedBy(fact).attribution;
    return { speaker: speaker?.name ?? null, fact: fact.id };
  });
  if (utterances.length === 0) return undefined;
  const order = [...new Set(utterances.map(({ speaker }) => speaker))];
  return {
    kind: 'speakers',
    heading: 'Who said what',
    utterances: order.flatMap((name) => utterances.filter(({ speaker }) => speaker === name)),
  };
};
