import type { Feature } from './feature.ts';

export const oneQuotes: Feature = {
  name: 'one-quotes',
  about: 'speech',
  because: 'Where one has words in quotation marks and the other none, they may be told otherwise.',
  of: ({ claim: a }, { claim: b }) => Number(a.quotations.length > 0 !== b.quotations.length > 0),
};
