import type { Report } from './types.ts';

/** What the reader calls a report: its outlet where that is known, else its number. */
export function labelOf(report: Report): string {
  return report.metadata.outlet.value ?? `Report ${report.number}`;
}
