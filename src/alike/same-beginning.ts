import type { Feature } from './feature.ts';

export const sameBeginning: Feature = {
  name: 'same-beginning',
  about: 'words',
  because: 'The first content word is mostly of the subject.',
  of: (a, b) => Number(a.content[0] !== undefined && a.content[0] === b.content[0]),
};
