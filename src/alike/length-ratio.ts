import type { Feature } from './feature.ts';

export const lengthRatio: Feature = {
  name: 'length-ratio',
  about: 'form',
  because: 'A claim and one four times as long rarely state the same.',
  of: (a, b) => {
    const [short, long] = [a.content.length, b.content.length].sort((x, y) => x - y);
    return long ? (short ?? 0) / long : 0;
  },
};
