import { cosine } from '../terms.ts';
import type { Feature } from './feature.ts';

export const words: Feature = {
  name: 'words',
  about: 'words',
  because: 'Whole words are surer than characters where they agree.',
  of: ({ words: a }, { words: b }) => cosine(a, b),
};
