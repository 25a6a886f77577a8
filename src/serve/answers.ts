import { FORMAT_TABLE } from '../formats.ts';
import type { Asked, Reply } from '../system/index.ts';

/** What there is to be had. */
export interface Served {
  /** Path in the templates' folder → text: the shell is three files of it. */
  readonly templates: ReadonlyMap<string, string>;
  /** Name of a file of the last good edition → its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Whether a `Host` header names this server. */
  readonly isOurs: (header: string | undefined) => boolean;
}

/** Path → file of the shell. */
const SHELL: Readonly<Record<string, string>> = {
  '/': 'serve/shell.html',
  '/shell.css': 'serve/shell.css',
  '/shell.js': 'serve/shell.js',
};

/** Where the edition's files stand. */
const EDITION = '/edition/';

/** Where changes are told. */
const EVENTS = '/events';

/** Name of a file → its media type; any other is shown as text. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['serve/shell.html', 'text/html; charset=utf-8'],
  ['serve/shell.css', 'text/css; charset=utf-8'],
  ['serve/shell.js', 'text/javascript; charset=utf-8'],
  ['manifest.json', 'application/json'],
  ...Object.values(FORMAT_TABLE).map((row) => [row.file, row.mediaType] as const),
]);

/** With every answer: nothing is kept, guessed, told elsewhere or read from elsewhere. */
const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** The shell shows words of reports, as text: should one ever be more, it can do nothing. */
const SHELL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The edition has a policy of its own inside; this one says who may put it into a frame. */
const EDITION_POLICY = "frame-ancestors 'self'";

/**
 * Answer a request. A path is looked up among the files that there are, never on the disk: none
 * leads anywhere else, and no folder is listed.
 */
export function answerTo({ method, path: asked, host }: Asked, served: Served): Reply {
  if (!served.isOurs(host)) return refusal(403, 'This address is not one of the preview’s.');
  if (method !== 'GET' && method !== 'HEAD') {
    return refusal(405, 'Only GET and HEAD are answered.', { allow: 'GET, HEAD' });
  }
  if (asked === EVENTS) return { kind: 'events', headers: ALWAYS };
  const shell = served.templates.get(SHELL[asked] ?? '');
  if (shell !== undefined) {
    return file(SHELL[asked] ?? '', new TextEncoder().encode(shell), SHELL_POLICY);
  }
  const name = asked.startsWith(EDITION) ? asked.slice(EDITION.length) : '';
  const bytes = served.files.get(name);
  if (bytes) return file(name, bytes, EDITION_POLICY);
  return refusal(404, 'There is nothing here. The preview is at /.');
}

const file = (name: string, body: Uint8Array, policy: string): Reply => ({
  kind: 'whole',
  status: 200,
  headers: {
    ...ALWAYS,
    'content-type': TYPES.get(name) ?? 'text/plain; charset=utf-8',
    'content-security-policy': policy,
  },
  body,
});

const refusal = (status: number, why: string, more: Record<string, string> = {}): Reply => ({
  kind: 'whole',
  status,
  headers: {
    ...ALWAYS,
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
    ...more,
  },
  body: new TextEncoder().encode(`${why}\n`),
});
