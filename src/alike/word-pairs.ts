import { cosine } from '../terms.ts';
import type { Feature } from './feature.ts';

export const wordPairs: Feature = {
  name: 'word-pairs',
  about: 'words',
  because: 'Words that stand side by side in both make a phrase in common.',
  of: ({ pairs: a }, { pairs: b }) => cosine(a, b),
};
