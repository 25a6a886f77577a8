import { sourceSpan } from '../mapped-text.ts';
import type { Claim, Report, Span } from '../types.ts';

/**
 * Find stretches of a report that neither a claim nor the list of what was left out accounts for.
 *
 * Conjunctions between the parts of a sentence are no loss; anything longer is.
 */
export function lostStretches(report: Report, claims: readonly Claim[]): readonly Span[] {
  const covered = [...claims, ...report.leftOut]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
  return report.blocks.flatMap(({ content }) => {
    const block = sourceSpan(content, 0, content.text.length);
    return gaps(block, covered).filter(
      ({ start, end }) => wordsBetween(content.runs, start, end) > MAX_GAP,
    );
  });
}

/** Longest stretch between two claims that may be a conjunction with its marks, in characters. */
const MAX_GAP = 12;

function gaps(block: Span, covered: readonly Span[]): Span[] {
  const found: Span[] = [];
  let at = block.start;
  for (const { start, end } of covered) {
    if (start >= block.end) break;
    if (start > at) found.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return at < block.end ? [...found, { start: at, end: block.end }] : found;
}

/** How many characters of the block's text lie between two places of the file. */
function wordsBetween(runs: readonly Span[], start: number, end: number): number {
  return runs.reduce(
    (sum, run) => sum + Math.max(0, Math.min(end, run.end) - Math.max(start, run.start)),
    0,
  );
}
