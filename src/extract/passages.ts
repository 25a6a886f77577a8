import { hash } from 'node:crypto';
import { slice, sourceSpan } from '../mapped-text.ts';
import type { Block, Passage, Quotation, Report, Span } from '../types.ts';

/** A stretch of a block as a passage of the report's file. */
export function passageOf(report: Report, block: Block, from: number, to: number): Passage {
  const content = slice(block.content, from, to);
  return {
    report: report.id,
    ...sourceSpan(content, 0, content.text.length),
    exact: content.text,
    runs: content.runs,
  };
}

/** The part of a quotation that stands in a claim, spans into the claim. */
export function clip(quotation: Quotation, { start, end }: Span, text: string): Quotation[] {
  const from = Math.max(start, quotation.start);
  const to = Math.min(end, quotation.end);
  if (from >= to) return [];
  const inner = text.slice(from, to).replace(/^“|”$/gu, '').trim();
  return [{ ...quotation, start: from - start, end: to - start, text: inner }];
}

/** An id that holds while the report keeps its name and the passage its words. */
export function claimId(
  report: string,
  exact: string,
  led: boolean,
  whole: boolean,
  seen: Map<string, number>,
): string {
  const key = [report, led ? 'led' : whole ? 'whole' : 'part', exact].join('\n');
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return `c-${hash('sha256', `${key}\n${count}`, 'hex').slice(0, 12)}`;
}
