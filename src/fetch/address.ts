import { BuildFailure, message } from '../messages.ts';

/** Where a report is to be had: on the Web, or on the disk. */
export type Address =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string };

/** Two letters at least: one is the name of a disk ("C:\reports"). */
const HAS_SCHEME = /^[a-z][a-z\d+.-]+:/iu;

/**
 * Take what a user names for an address of the Web, where it has a scheme, or for a file.
 *
 * @throws BuildFailure where it is an address that may not be fetched.
 */
export function addressOf(named: string): Address {
  if (HAS_SCHEME.test(named)) return { kind: 'web', url: webAddress(named, { for: named }) };
  return { kind: 'file', path: named };
}

/**
 * An address of the Web in its one form, without the part that no server is told.
 *
 * @param base What it is relative to. Default: nothing.
 * @param options.for What the user named, for the message.
 * @throws BuildFailure where it may not be fetched.
 */
export function webAddress(
  text: string,
  { base, for: file }: { readonly base?: string; readonly for: string },
): string {
  const url = parse(text, base);
  if (!url) throw refused(file, 'text that is no address', 'https://example.com/page');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(file, `scheme "${url.protocol}"`, 'http:// or https://, or the path of a file');
  }
  if (url.username !== '' || url.password !== '') {
    throw refused(withoutSecret(file), 'name or password in an address', 'an address without');
  }
  url.hash = '';
  return url.href;
}

function parse(text: string, base: string | undefined): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** A password is not printed, not even to the one who typed it: messages are kept in logs. */
const withoutSecret = (text: string): string => text.replace(/\/\/[^/?#]*@/u, '//');

const refused = (file: string, found: string, expected: string) =>
  new BuildFailure([
    message({
      rule: 'address-refused',
      file,
      found,
      expected,
      advice: 'it was not fetched; save the page with a browser, and add the file',
    }),
  ]);
