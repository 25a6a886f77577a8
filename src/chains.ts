import type { Attribution } from './types.ts';

/** A chain of who says so with each name once, where it stands first. */
export const uniqueLinks = (chain: readonly Attribution[]): readonly Attribution[] =>
  chain.filter(({ name }, at) => chain.findIndex((other) => other.name === name) === at);
