import { words } from '../language/words.ts';
import type { Claim } from '../types.ts';
import type { Guard } from './guard.ts';

export const speakerGuard: Guard = {
  name: 'speaker',
  because:
    'That one said a thing is not that another said a thing: the utterances of two people are two facts, save where they are the same words, which no guard is asked about.',
  effect: 'apart',
  ofValue: false,
  against: (a, b) => {
    const [left, right] = [speakerOf(a), speakerOf(b)];
    return left && right && !haveCommonName(left, right) ? [left, right] : undefined;
  },
};

/** The name of the person whose utterance a claim quotes. */
function speakerOf({ attribution, quotations }: Claim): string | undefined {
  const [speaker] = attribution;
  const named = speaker?.kind === 'person' && /^\p{Lu}/u.test(speaker.name);
  return named && quotations.some(({ speech }) => speech) ? speaker.name : undefined;
}

const haveCommonName = (a: string, b: string): boolean => {
  const others = words(b);
  return words(a).some((word) => others.includes(word));
};
