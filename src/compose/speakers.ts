import { isSpeech, statedBy } from '../facts.ts';
import type { Utterance } from '../types.ts';
import type { SectionMaker } from './section.ts';

/** Who said what, in their own words: by speaker, those with a name first. */
export const speakers: SectionMaker = ({ facts }) => {
  const utterances = facts.filter(isSpeech).map((fact): Utterance => {
    const [speaker] = statedBy(fact).attribution;
    return { speaker: speaker?.name ?? null, fact: fact.id };
  });
  if (utterances.length === 0) return undefined;
  const names = [...new Set(utterances.map(({ speaker }) => speaker))];
  const isNamed = (name: string | null) => name !== null && !name.startsWith('unnamed ');
  const order = [...names.filter(isNamed), ...names.filter((name) => !isNamed(name))];
  return {
    kind: 'speakers',
    heading: 'Who said what',
    utterances: order.flatMap((name) => utterances.filter(({ speaker }) => speaker === name)),
  };
};
