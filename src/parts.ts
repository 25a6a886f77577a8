import type { Section } from './types.ts';

/** A part that Synoptic knows how to make. */
export type Part = Exclude<Section['kind'], 'editors'>;

/**
 * The parts of a briefing, in the order in which they stand unless the editor gives another: from what
 * is read in half a minute to what is looked up.
 */
export const PARTS = [
  'bottom-line',
  'what-is-new',
  'key-facts',
  'divergences',
  'speakers',
  'timeline',
  'single-report',
  'gaps',
  'coverage',
  'reliance',
  'sources',
  'method',
] as const satisfies readonly Part[];

/**
 * Parts that no editor can switch off: citations lead to the sources, and without the method nobody
 * knows how far the rest is to be trusted. He may put them elsewhere, and head them otherwise.
 */
export const LASTING: readonly Part[] = ['sources', 'method'];
