import { cslItem } from '../csl.ts';
import type { Renderer } from './renderer.ts';

/** The reports in CSL-JSON, for reference managers and citation processors. */
export const csl: Renderer = {
  file: 'sources.csl.json',
  needsBrowser: false,
  reads: [],
  render: async ({ reports }) => ({
    bytes: new TextEncoder().encode(`${JSON.stringify(reports.map(cslItem), null, 2)}\n`),
    missing: [],
  }),
};
