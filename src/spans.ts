import type { Span } from './types.ts';

/** Whether two stretches of one text share a character. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A stretch of a report's file. */
interface Stretch extends Span {
  readonly report: string;
}

/** Whether two stretches are of one report and share a character. */
export const areInOnePlace = (a: Stretch, b: Stretch): boolean =>
  a.report === b.report && overlap(a, b);
