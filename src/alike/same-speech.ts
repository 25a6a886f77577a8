import { sharedInOrder } from '../sequences.ts';
import type { Feature } from './feature.ts';

export const sameSpeech: Feature = {
  name: 'same-speech',
  about: 'speech',
  because: 'Two versions of one utterance keep most of its words in order.',
  of: (a, b) => {
    const alike = a.speaks && b.speaks ? sharedInOrder(a.speech, b.speech) : 0;
    return alike > MIN_SHARED ? alike : 0;
  },
};

/** Less of the shorter utterance in order is chance. */
const MIN_SHARED = 0.5;
