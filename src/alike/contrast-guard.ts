import { contrastOf } from '../contrast.ts';
import type { Guard } from './guard.ts';

export const contrastGuard: Guard = {
  name: 'contrast',
  because:
    'Where all around is alike, "safe" and "unsafe", "a man" and "a woman" exclude each other; such pairs are a difference between the reports.',
  against: (a, b) => contrastOf(a.claim, b.claim)?.kind === 'stance',
};
