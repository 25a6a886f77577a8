import { bibtexOf } from '../bibtex.ts';
import { cslItem } from '../csl.ts';
import type { Renderer } from './renderer.ts';

/** The reports in BibTeX, under the same keys as in CSL-JSON. */
export const bibtex: Renderer = {
  file: 'sources.bib',
  needsBrowser: false,
  reads: [],
  render: async ({ reports }) => ({
    bytes: new TextEncoder().encode(
      reports.map((report) => `${bibtexOf(cslItem(report))}\n`).join('\n'),
    ),
    missing: [],
  }),
};
