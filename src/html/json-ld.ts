import { z } from 'zod';

/** What structured data says of a report, in the words of schema.org. */
export interface StructuredArticle {
  readonly headline: string | undefined;
  readonly datePublished: string | undefined;
  readonly dateModified: string | undefined;
  readonly inLanguage: string | undefined;
  readonly articleSection: string | undefined;
  readonly url: string | undefined;
  readonly authors: readonly string[];
  readonly publisher: string | undefined;
}

/** Types of schema.org that are reports; makers of pages invent further ones ending so. */
const ARTICLE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting|Posting)$/u;

/** How far down articles are looked for: the page, its graph, what it is about. */
const MAX_DEPTH = 4;
const MAX_NODES = 1000;

const record = z.record(z.string(), z.unknown());

/**
 * Find the articles that a script of JSON-LD describes.
 *
 * @param json Pages write it wrongly at times; what is not JSON describes nothing.
 */
export function structuredArticles(json: string): readonly StructuredArticle[] {
  const found: StructuredArticle[] = [];
  let nodes = 0;
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || nodes++ > MAX_NODES) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    const { success, data } = record.safeParse(value);
    if (!success) return;
    if (typesOf(data).some((type) => ARTICLE.test(type))) found.push(articleOf(data));
    else
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) visit(data[key], depth + 1);
  };
  visit(parsed(json), 0);
  return found;
}

function parsed(json: string): unknown {
  const bare = json.replace(
    /^\s*(?:<!--|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\/\]\]>)\s*(?:;\s*)?$/gu,
    '',
  );
  try {
    // Line ends inside of strings are the fault that is made most often.
    return JSON.parse(bare.replace(/[\r\n\t]+/gu, ' '));
  } catch {
    return null;
  }
}

type Data = z.infer<typeof record>;

const typesOf = (data: Data): readonly string[] => [data['@type']].flat().map(String);

function articleOf(data: Data): StructuredArticle {
  return {
    headline: textOf(data['headline']) ?? textOf(data['name']),
    datePublished: textOf(data['datePublished']),
    dateModified: textOf(data['dateModified']),
    inLanguage: textOf(data['inLanguage']) ?? nameOf(data['inLanguage']),
    articleSection: textOf([data['articleSection']].flat()[0]),
    url: textOf(data['url']) ?? textOf(data['mainEntityOfPage']) ?? idOf(data['mainEntityOfPage']),
    authors: [data['author'] ?? data['creator']].flat().flatMap((author) => nameOf(author) ?? []),
    publisher: nameOf([data['publisher'] ?? data['sourceOrganization']].flat()[0]),
  };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** The name of a person or organization, which may stand for it. */
function nameOf(value: unknown): string | undefined {
  const { success, data } = record.safeParse(value);
  return success ? textOf([data['name']].flat()[0]) : textOf(value);
}

function idOf(value: unknown): string | undefined {
  const { success, data } = record.safeParse(value);
  return success ? textOf(data['@id']) : undefined;
}
