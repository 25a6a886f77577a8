import type { VFileMessage } from 'vfile-message';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { message } from '../messages.ts';

/** What the front matter of a Markdown report states about the report. */
export interface FrontMatter {
  readonly outlet?: string | undefined;
  readonly headline?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
}

const text = z.string().trim().min(1).catch('');
const names = z.union([text.transform((name) => [name]), z.array(text)]).catch([]);

/** Field names that note-takers, web clippers and site generators use, best first. */
const SYNONYMS = {
  headline: ['headline', 'title'],
  outlet: ['outlet', 'publisher', 'source', 'site', 'site_name', 'sitename', 'website'],
  authors: ['authors', 'author', 'by', 'byline'],
  url: ['url', 'link', 'canonical', 'canonical_url', 'source_url'],
  published: ['published', 'date', 'date_published', 'datePublished', 'published_at', 'created'],
} as const;

/**
 * Read front matter. Fields that mean nothing here are left alone: other tools put theirs in.
 *
 * @param source The YAML between the fences.
 * @param file Name for messages.
 */
export function readFrontMatter(
  source: string,
  file: string,
): {
  readonly stated: FrontMatter;
  readonly messages: readonly VFileMessage[];
} {
  const document = parseDocument(source, { prettyErrors: true });
  const [error] = document.errors;
  if (error) {
    const place = error.linePos?.[0];
    return {
      stated: {},
      messages: [
        message({
          rule: 'front-matter',
          file,
          // The fence above the YAML is line 1.
          place: place && { line: place.line + 1, column: place.col },
          found: 'front matter that is not YAML',
          expected: 'fields and values between two lines "---"',
          advice: 'correct it, or remove it; text with ": " in it needs quotation marks',
          cause: error,
        }),
      ],
    };
  }
  const fields = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(document.toJS({ maxAliasCount: 100 }));
  const first = (keys: readonly string[]) =>
    keys.map((key) => fields[key]).find((value) => value != null);
  const line = (keys: readonly string[]) => text.parse(first(keys)) || undefined;
  const authors = names.parse(first(SYNONYMS.authors)).filter(Boolean);
  const stated: FrontMatter = {
    headline: line(SYNONYMS.headline),
    outlet: line(SYNONYMS.outlet),
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .catch(undefined)
      .parse(line(SYNONYMS.url)),
    published: calendarDate(line(SYNONYMS.published)),
    ...(authors.length > 0 && { authors }),
  };
  return { stated, messages: [] };
}

/** The calendar date at the beginning of an ISO 8601 value, where there is one. */
function calendarDate(value: string | undefined): string | undefined {
  return z.iso.date().optional().catch(undefined).parse(value?.slice(0, 10));
}
