import type { Feature } from './feature.ts';

export const modalityDiffers: Feature = {
  name: 'modality-differs',
  about: 'assertion',
  because: 'What would be is not what is.',
  of: (a, b) => Number(a.modal !== b.modal),
};
