import { contrastOf } from '../contrast.ts';
import type { Guard } from './guard.ts';

export const contrastGuard: Guard = {
  name: 'contrast',
  because:
    'Where all around is alike, "safe" and "unsafe", "a man" and "a woman" exclude each other: of 18 such pairs of sentences all contradicted each other. Such pairs are a difference between the reports.',
  effect: 'uncounted',
  ofValue: false,
  against: (a, b) => {
    const contrast = contrastOf(a, b);
    return contrast?.kind === 'stance' ? contrast.values : undefined;
  },
};
