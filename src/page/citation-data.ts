import type { Citations } from '../citing.ts';
import { dataBlock } from '../data-block.ts';
import type { Report } from '../types.ts';

/** What the page's script gives out where a citation is copied: by the report's number. */
export function citationData(reports: readonly Report[], citations: Citations): string {
  const entries = reports.flatMap(({ id, number }) => {
    const found = citations.get(id);
    if (!found) return [];
    const { text, csl, bibtex } = found;
    return [[String(number), { text, csl, bibtex }] as const];
  });
  return dataBlock({ reports: Object.fromEntries(entries) });
}
