import type { VFileMessage } from 'vfile-message';
import { describeDiskError } from '../disk-errors.ts';
import { message } from '../messages.ts';
import type { FaultKind, NetworkFault } from '../system/index.ts';

/** What can be done about each kind of fault. */
const ADVICE: Readonly<Record<FaultKind, string>> = {
  private: 'nothing was asked of it; fetch it by synoptic add with --allow-private if it is meant',
  'unknown-host': 'check the spelling, and the connection to the Internet',
  connection: 'try again later',
  certificate: 'its owner has to mend it; save the page with a browser, and add the file',
  timeout: 'try again later',
  'too-large': 'save the text of the one report, and add the file',
  damaged: 'try again later, or save the page with a browser, and add the file',
};

/** Say that a server gave no answer, or none that may be taken. */
export function notFetched(file: string, fault: NetworkFault): VFileMessage {
  const isPrivate = fault.kind === 'private';
  return message({
    rule: isPrivate ? 'private-address' : 'not-fetched',
    file,
    found: fault.message,
    expected: isPrivate ? 'an address of the public Internet' : 'a page',
    advice: ADVICE[fault.kind],
    cause: fault.cause,
  });
}

/** What statuses mean, and what can be done about them; the first that fits. */
const STATUSES: readonly (readonly [RegExp, string, string])[] = [
  [/^40[13]$|^407$/u, 'refusal', 'open it with a browser, save the page, and add the file'],
  [/^402$/u, 'page that asks to be paid for', 'save the page where you may, and add the file'],
  [/^(?:404|410)$/u, 'page that is not there', 'check the address'],
  [/^429$/u, 'server that has had enough requests', 'try again later'],
  [/^451$/u, 'page that may not be shown here', 'find another source'],
  [/^5/u, 'failing server', 'try again later'],
  [/^/u, 'answer', 'open the address with a browser to see what it is'],
];

/** Say that a server answered with something else than a page. */
export function pageRefused(file: string, status: number): VFileMessage {
  const [, found, advice] = STATUSES.find(([pattern]) => pattern.test(String(status))) ?? [];
  return message({
    rule: 'page-refused',
    file,
    found: `${found} (status ${status})`,
    expected: 'a page (status 200)',
    advice: advice ?? '',
  });
}

/** Say that the owner of a host does not want a page to be fetched by programs, or cannot say. */
export function robotsRefused(file: string, robots: string, isKnown: boolean): VFileMessage {
  return message({
    rule: 'robots-refused',
    file,
    found: isKnown ? `rule against programs in ${robots}` : `${robots} that cannot be had now`,
    expected: 'leave to fetch the page',
    advice: isKnown
      ? 'open it with a browser, save the page, and add the file'
      : 'without it nobody knows what is allowed; try again later',
  });
}

/** Say that what was found is no report. */
export function wrongType(file: string, type: string, expected: readonly string[]): VFileMessage {
  return message({
    rule: 'content-type',
    file,
    found: type === '' ? 'file of an unknown format' : `content type ${JSON.stringify(type)}`,
    expected: `a report (${expected.join(', ')}) or a feed`,
    advice: 'save the text of the report, and add the file',
  });
}

/** Say that what was found at the address of a feed is none. */
export const noFeed = (file: string): VFileMessage =>
  message({
    rule: 'feed-unusable',
    file,
    found: 'page in the place of a feed',
    expected: 'RSS, Atom or JSON Feed with entries',
    advice: 'check the address; a single report is added with: synoptic add',
  });

export function tooLarge(file: string, size: number, limit: number): VFileMessage {
  return message({
    rule: 'too-large',
    file,
    found: `size of ${Math.ceil(size / 1000)} kB`,
    expected: `at most ${limit / 1000} kB`,
    advice: ADVICE['too-large'],
  });
}

/** Say why a file of the disk cannot be read. */
export function unreadable(file: string, error: unknown): VFileMessage {
  return message({
    rule: 'unreadable-file',
    file,
    found: describeDiskError(error),
    expected: 'a file that can be read',
    advice: 'check its name; an address of the Web begins with https://',
    cause: error,
  });
}

export function notAFile(file: string, kind: 'folder' | 'other'): VFileMessage {
  return message({
    rule: 'not-a-file',
    file,
    found: kind === 'folder' ? 'folder' : 'device or pipe',
    expected: 'a file',
    advice: 'name the files in it',
  });
}
