import { tableOf } from '../tables.ts';

/**
 * What servers call the formats of reports, and the ending under which each is opened. Feeds have
 * none: they are told by how they begin, since servers call them many things.
 */
const ENDINGS: Readonly<Record<string, string>> = tableOf({
  'text/html': '.html',
  'application/xhtml+xml': '.xhtml',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/x-markdown': '.md',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'message/rfc822': '.eml',
});

const FEEDS: readonly string[] = [
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/xml',
  'text/xml',
  'application/json',
];

/** What is said of files that the server knows nothing about: the address may tell more. */
const UNKNOWN: readonly string[] = ['', 'application/octet-stream', 'binary/octet-stream'];

/** Formats in the order in which they are wanted, for the header `Accept`. */
export const ACCEPT = `${[...Object.keys(ENDINGS), ...FEEDS].join(', ')}, */*;q=0.1`;

/**
 * The ending of the format that a server names.
 *
 * @param header Value of `Content-Type`; empty where there is none.
 * @param url Tells the ending where the server does not know the format.
 * @returns Empty for what may only be a feed; nothing for anything that is no report.
 */
export function endingOf(header: string, url: string): string | undefined {
  const type = (header.split(';')[0] ?? '').trim().toLowerCase();
  if (FEEDS.includes(type)) return '';
  if (UNKNOWN.includes(type)) return /\.[a-z]+$/iu.exec(new URL(url).pathname)?.[0].toLowerCase();
  return Object.hasOwn(ENDINGS, type) ? ENDINGS[type] : undefined;
}
