import type { Claim, Span } from './types.ts';

/** Whether two stretches of one text share a character. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether a stretch lies in another one of the same text. */
export const isWithin = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** Whether a stretch of a claim lies in a quotation, whose speaker may not be the report. */
export const isQuoted = ({ quotations }: Pick<Claim, 'quotations'>, span: Span): boolean =>
  quotations.some((quotation) => isWithin(span, quotation));

/** A stretch of a report's file. */
interface Stretch extends Span {
  readonly report: string;
}

/** Whether two stretches are of one report and share a character. */
export const areInOnePlace = (a: Stretch, b: Stretch): boolean =>
  a.report === b.report && overlap(a, b);

/** Whether a place of a text lies between quotation marks, both or one of which may be cut off. */
export function isBetweenMarks(text: string, at: number): boolean {
  const behind = /[“”]/u.exec(text.slice(at))?.[0];
  return text.lastIndexOf('“', at) > text.lastIndexOf('”', at) || behind === '”';
}
