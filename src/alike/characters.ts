import { cosine } from '../terms.ts';
import type { Feature } from './feature.ts';

export const characters: Feature = {
  name: 'characters',
  about: 'words',
  because: 'Best single measure inside one event: forgives inflection and spelling.',
  of: ({ characters: a }, { characters: b }) => cosine(a, b),
};
