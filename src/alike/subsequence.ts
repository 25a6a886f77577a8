import { sharedInOrder } from '../sequences.ts';
import type { Feature } from './feature.ts';

export const subsequence: Feature = {
  name: 'subsequence',
  about: 'words',
  because: 'The same content words in the same order keep the same roles.',
  of: (a, b) => sharedInOrder(a.content, b.content),
};
