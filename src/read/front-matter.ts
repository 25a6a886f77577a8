import type { VFileMessage } from 'vfile-message';
import { z } from 'zod';
import { message, type Place } from '../messages.ts';
import { readYaml, type YamlFault } from '../yaml.ts';

/** What the front matter of a Markdown report states about the report. */
export interface FrontMatter {
  readonly outlet?: string | undefined;
  readonly headline?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly language?: string | undefined;
  readonly section?: string | undefined;
  readonly place?: string | undefined;
  readonly agency?: string | undefined;
}

/** Fields that no text states, each with the reason why it may be inferred. */
export type Inferred = { readonly [K in keyof FrontMatter]?: string | undefined };

/** A value in one line; nothing where it is empty, or no text. */
const line = z.string().trim().min(1).optional().catch(undefined);

/** A list of names. One text is one name: a comma may stand in it ("Field, the harbor's pilot"). */
const names = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  z
    .array(line)
    .transform((list) => list.filter((name) => name !== undefined))
    .transform((list) => (list.length > 0 ? list : undefined)),
);

const address = z
  .url({ protocol: /^https?$/ })
  .optional()
  .catch(undefined);

/** The calendar date at the beginning of an ISO 8601 value. */
const day = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().slice(0, 10) : undefined),
  z.iso.date().optional().catch(undefined),
);

/** A BCP 47 tag; tools that write "English" are not understood. */
const language = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/u)
  .transform((tag) => tag.replaceAll('_', '-'))
  .optional()
  .catch(undefined);

/** Field names that note-takers, web clippers and site generators use, best first. */
const SYNONYMS = {
  headline: ['headline', 'title'],
  outlet: ['outlet', 'publisher', 'source', 'site', 'site_name', 'sitename', 'website'],
  authors: ['authors', 'author', 'by', 'byline'],
  url: ['url', 'link', 'canonical', 'canonical_url', 'source_url'],
  published: ['published', 'date', 'date_published', 'datePublished', 'published_at', 'created'],
  updated: [
    'updated',
    'modified',
    'lastmod',
    'last_modified',
    'date_modified',
    'dateModified',
    'updated_at',
  ],
  language: ['language', 'lang', 'inLanguage'],
  section: ['section', 'articleSection', 'category'],
  place: ['place'],
  agency: ['agency'],
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
  readonly inferred: Inferred;
  readonly messages: readonly VFileMessage[];
  /** Says which date is given and cannot be read; null where one is read, or none given. */
  readonly unreadDate: VFileMessage | null;
} {
  const yaml = readYaml(source);
  const [fault] = yaml.faults;
  if (fault) {
    return { stated: {}, inferred: {}, messages: [notYaml(fault, file)], unreadDate: null };
  }
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(yaml.value);
  /** The first of a field's names under which there is a value that can be read. */
  const best = <T>(keys: readonly string[], schema: z.ZodType<T>): T | undefined =>
    keys.map((key) => schema.parse(fields[key])).find((value) => value !== undefined);
  const stated: FrontMatter = {
    headline: best(SYNONYMS.headline, line),
    outlet: best(SYNONYMS.outlet, line),
    authors: best(SYNONYMS.authors, names),
    url: best(SYNONYMS.url, address),
    published: best(SYNONYMS.published, day),
    updated: best(SYNONYMS.updated, day),
    language: best(SYNONYMS.language, language),
    section: best(SYNONYMS.section, line),
    place: best(SYNONYMS.place, line),
    agency: best(SYNONYMS.agency, line),
  };
  const given = SYNONYMS.published.find((key) => isGiven(fields[key]));
  const unread = given !== undefined && stated.published === undefined;
  return {
    stated,
    inferred: reasonsIn(fields['inferred']),
    messages: [],
    unreadDate: unread ? unreadable(given, fields[given], yaml.placeOf([given]), file) : null,
  };
}

/** The reasons that stand under "inferred", by whatever name the field is called there. */
function reasonsIn(value: unknown): Inferred {
  const reasons = z.record(z.string(), line).catch({}).parse(value);
  const entries = Object.entries(SYNONYMS).map(([field, names]) => {
    const name = names.find((key) => reasons[key] !== undefined);
    return [field, name && reasons[name]] as const;
  });
  return Object.fromEntries(entries.filter(([, reason]) => reason !== undefined));
}

/** Whether a field says anything: templates leave theirs empty. */
const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && String(value).trim() !== '';

/** The fence above the YAML is line 1. */
const belowFence = ({ line, column }: Place): Place => ({ line: line + 1, column });

function unreadable(field: string, value: unknown, place: Place, file: string): VFileMessage {
  return message({
    rule: 'date-unread',
    file,
    place: belowFence(place),
    found: `${JSON.stringify(value)} at ${field}`,
    expected: 'a date such as 2024-05-31',
    advice: 'without it no "Tuesday" can be told; correct it, or give "published" in briefing.yaml',
  });
}

function notYaml({ place, reason, cause }: YamlFault, file: string): VFileMessage {
  return message({
    rule: 'front-matter',
    file,
    place: belowFence(place),
    found: `front matter that is not YAML (${reason})`,
    expected: 'fields and values between two lines "---"',
    advice: 'correct it, or remove it; text with ": " in it needs quotation marks',
    cause,
  });
}
