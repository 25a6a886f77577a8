import type { ReportConfig } from '../config/index.ts';
import type { Field, Metadata } from '../types.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Reading } from './index.ts';

/** What a report is: the editor wins over the front matter, and that over what the text shows. */
export function metadataOf(
  editor: ReportConfig,
  stated: FrontMatter,
  shown: Pick<Reading, 'headline' | 'published'>,
): Metadata {
  const field = <K extends keyof Metadata>(key: K): Metadata[K] =>
    choose<unknown>(editor[key], editor.inferred?.[key], stated[key]) as Metadata[K];
  const orShown = (key: 'headline' | 'published') => {
    const chosen = field(key);
    return chosen.value === null ? (shown[key] ?? chosen) : chosen;
  };
  return {
    outlet: field('outlet'),
    headline: orShown('headline'),
    authors: field('authors'),
    url: field('url'),
    published: orShown('published'),
  };
}

function choose<T>(given: T, inferredBecause: string | undefined, stated: T): Field<T> {
  if (given !== undefined) {
    if (inferredBecause) return { value: given, basis: 'inferred', because: inferredBecause };
    return { value: given, basis: 'stated', because: 'briefing.yaml' };
  }
  if (stated !== undefined) return { value: stated, basis: 'stated', because: 'front matter' };
  return { value: null, basis: 'unknown', because: null };
}
