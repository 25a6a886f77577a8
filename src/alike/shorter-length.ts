import type { Feature } from './feature.ts';

export const shorterLength: Feature = {
  name: 'shorter-length',
  about: 'form',
  because: 'What very short claims have in common is easily chance.',
  of: (a, b) => Math.min(a.content.length, b.content.length, LONG) / LONG,
};

/** Content words from which a claim is long. */
const LONG = 20;
