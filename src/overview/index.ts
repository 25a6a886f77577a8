import { OVERVIEW } from '../briefings.ts';
import { framedPage, type PageTools } from '../page/index.ts';
import type { OutputFile } from '../types.ts';
import type { OverviewEntry } from './entries.ts';
import { type FeedLink, overviewView } from './view.ts';

export { type BriefingState, type Compare, entriesIn, type OverviewEntry } from './entries.ts';
export type { FeedLink } from './view.ts';

export interface OverviewTools extends PageTools {
  readonly version: string;
  /** Feeds that lie beside the page. Default: none. */
  readonly feeds?: readonly FeedLink[];
}

/**
 * Make the page over all briefings: one file that asks for nothing.
 *
 * @throws Error when its template cannot be filled.
 */
export async function overviewPage(
  entries: readonly OverviewEntry[],
  tools: OverviewTools,
): Promise<OutputFile> {
  const view = overviewView(entries, tools.version, tools.feeds);
  const kind = { folder: 'overview', sheets: ['theme', 'common', 'overview'] } as const;
  const page = await framedPage(view, kind, tools);
  return { name: OVERVIEW, bytes: new TextEncoder().encode(page) };
}
