import { sourceRanges } from '../mapped-text.ts';
import type { Claim, Report, Span } from '../types.ts';

/**
 * Find stretches of a report that neither a claim nor the list of what was left out accounts for.
 *
 * What a claim leaves to another one does not count as covered by it. A conjunction between the
 * parts of a sentence is no loss; any other word is.
 *
 * @param text The report's file as it is now.
 */
export function lostStretches(
  report: Report,
  claims: readonly Claim[],
  text: string,
): readonly Span[] {
  const covered = [...claims.flatMap(ownRanges), ...report.leftOut]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
  return report.textSpans
    .flatMap((span) => gaps(span, covered))
    .filter(({ start, end }) => !isJoint(text.slice(start, end)));
}

/** Where in the file a claim's words stand, without those that are a claim of their own. */
function ownRanges({ exact, runs, asides }: Claim): readonly Span[] {
  const passage = { text: exact, runs };
  const others = asides.filter(({ reason }) => reason === 'other-claim');
  const bounds = [0, ...others.flatMap(({ start, end }) => [start, end]), exact.length];
  return bounds.flatMap((from, index) => {
    const to = bounds[index + 1];
    return index % 2 === 0 && to !== undefined && from < to ? sourceRanges(passage, from, to) : [];
  });
}

/** The stretches of a span that nothing covers. Takes the covered ones in order. */
function gaps(span: Span, covered: readonly Span[]): Span[] {
  const found: Span[] = [];
  let at = span.start;
  for (const { start, end } of covered) {
    if (start >= span.end) break;
    if (start > at) found.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return at < span.end ? [...found, { start: at, end: span.end }] : found;
}

/** Whether a stretch holds no word but one that joins two statements. */
function isJoint(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= 1 && words.every((word) => JOINTS.has(word));
}

/** Words between two statements that neither of them loses: both are asserted all the same. */
const JOINTS = new Set('and but while although though whereas as after who which'.split(' '));
