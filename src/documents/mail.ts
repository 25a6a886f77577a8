import iconv from 'iconv-lite';
import type { Email } from 'postal-mime';
import { MONTHS } from '../language/calendar.ts';
import { message } from '../messages.ts';
import type { Found } from '../types.ts';
import { visibleText } from '../visible-text.ts';
import type { Form, Opened, RawFile } from './document.ts';

/** Parts inside one another, as of mail that was forwarded again and again. */
const MAX_DEPTH = 50;

/** Each part is looked for among those before it. */
const MAX_PARTS = 2000;

/** A line that may begin a part. */
const PART = /^--\S/gmu;

/**
 * Open a mail: the HTML of its text where it has any, else the plain text. What was attached to
 * it is left alone.
 *
 * Mail inside the mail is left alone, too: the library would write its date as the computer's
 * language and time zone have it.
 */
export async function openMail({ name: file, bytes }: RawFile, maxMarkup: number): Promise<Opened> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if ((raw.match(PART)?.length ?? 0) > MAX_PARTS) return refused(file, TOO_MANY_PARTS);
  const { default: PostalMime } = await import('postal-mime');
  const options = { forceRfc822Attachments: true, maxNestingDepth: MAX_DEPTH };
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, options);
  } catch (error) {
    return refused(file, faultOf(error));
  }
  if ((mail.html ?? mail.text ?? '').length > maxMarkup) return refused(file, TOO_LONG);
  const { form, source } = textOf(mail);
  if (visibleText(source) === '') return refused(file, NO_TEXT);
  const charset = unknownCharset(raw);
  if (charset !== undefined && NOT_ASCII.test(source)) return refused(file, unknown(charset));
  const found = await metadataOf(mail);
  return {
    content: { source, form, encoding: 'utf-8', part: 'text of the mail', found },
    messages: source.includes('\u{fffd}') ? [undecodable(file)] : [],
  };
}

type Fault = Pick<Parameters<typeof message>[0], 'rule' | 'found' | 'expected' | 'advice'>;

const refused = (file: string, fault: Fault): Opened => ({
  content: null,
  messages: [message({ file, ...fault })],
});

// ---------------------------------------------------------------------------------------------
// Text

/** Below this share of the words of the plain text, the HTML only says where the text is. */
const STUB = 1 / 3;

function textOf({ html = '', text = '' }: Email): { form: Form; source: string } {
  const isStub = wordsIn(visibleText(html)) < STUB * wordsIn(text);
  const [form, source] =
    html === '' || isStub ? (['text', text] as const) : (['rich', html] as const);
  return { form, source: asMeant(source) };
}

const wordsIn = (text: string) => text.match(/\p{L}+/gu)?.length ?? 0;

/**
 * Put quotation marks and dashes in the place of control characters. Mail in Windows-1252 is full
 * of them; Node 20 takes it for Latin-1, and so does mail that says it is.
 */
const asMeant = (text: string): string =>
  text.replace(/[\u{80}-\u{9f}]/gu, (control) =>
    iconv.decode(Buffer.from([control.charCodeAt(0)]), 'windows-1252'),
  );

// ---------------------------------------------------------------------------------------------
// Encoding

/** A header that names an encoding, with the lines that it goes on in. */
const CONTENT_TYPE = /^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gimu;
const CHARSET = /\bcharset\s*=\s*"?([^\s";]+)/iu;
const NOT_ASCII = /[^\p{ASCII}]/u;

/** An encoding that the mail says it is in, and that nobody knows: the library would guess. */
function unknownCharset(raw: string): string | undefined {
  for (const [header] of raw.matchAll(CONTENT_TYPE)) {
    const [, charset] = CHARSET.exec(header) ?? [];
    if (charset !== undefined && !isKnown(charset)) return charset;
  }
  return undefined;
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset.replace(/^x-/iu, '')).encoding !== '';
  } catch {
    return false;
  }
}

// ---------------------------------------------------------------------------------------------
// Metadata

/** Marks of mail that goes to many: then its sender is who publishes. */
const TO_MANY = ['list-id', 'list-unsubscribe', 'list-post', 'feedback-id'];

/** What the headers tell. Of mail that was passed on, they tell who passed it on, and when. */
async function metadataOf(mail: Email): Promise<Found[]> {
  const subject = (mail.subject ?? '').replace(/\s+/gu, ' ').trim();
  const headline = subject.replace(PREFIXES, '').trim();
  const isPassedOn = headline !== subject;
  const found: Found[] = [];
  if (headline) {
    found.push({
      field: 'headline',
      value: headline,
      basis: 'stated',
      because: 'subject of the mail',
    });
  }
  const isToMany = mail.headers.some(({ key }) => TO_MANY.includes(key));
  if (isToMany && !isPassedOn && mail.from?.name) {
    const because = 'sender of the mail, which goes to many';
    found.push({ field: 'outlet', value: mail.from.name, basis: 'inferred', because });
  }
  const url = await webAddress(mail);
  if (url) found.push(url);
  const published = isPassedOn ? undefined : day(headerOf(mail, 'date'));
  if (published) {
    found.push({
      field: 'published',
      value: published,
      basis: 'stated',
      because: 'date of the mail',
    });
  }
  return found;
}

/** "Fwd:", "Re:", and what goes on before the subject. */
const PREFIXES = /^(?:(?:fwd?|re|wg|tr|rv|aw)\s*(?:\[\d+\])?:\s*)+/iu;

const headerOf = ({ headers }: Email, name: string): string =>
  headers.find(({ key }) => key === name)?.value ?? '';

/** The day that a date of RFC 5322 names, where it was written. */
function day(date: string): string | undefined {
  const [, digits = '', name = '', year = ''] =
    /\b(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/iu.exec(date) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  const iso = `${year}-${String(month).padStart(2, '0')}-${digits.padStart(2, '0')}`;
  return new Date(iso).toJSON()?.startsWith(iso) ? iso : undefined;
}

/** What a link says that leads to the mail as a web page. */
const IN_BROWSER = /^(?:view|read|open|see)\b.{0,40}\b(?:browser|online|web)\b/iu;

async function webAddress(mail: Email): Promise<Found | undefined> {
  const [, archived] = /<(https?:[^<>\s]+)>/iu.exec(headerOf(mail, 'archived-at')) ?? [];
  if (archived) {
    return { field: 'url', value: archived, basis: 'stated', because: 'header Archived-At' };
  }
  const { DomUtils, parseDocument } = await import('htmlparser2');
  const links = DomUtils.getElementsByTagName('a', parseDocument(mail.html ?? ''));
  const link = links.find((a) => IN_BROWSER.test(DomUtils.textContent(a).trim()));
  const value = link?.attribs['href']?.trim() ?? '';
  if (!/^https?:/iu.test(value)) return undefined;
  return { field: 'url', value, basis: 'inferred', because: 'link to the mail as a web page' };
}

// ---------------------------------------------------------------------------------------------
// Messages

const NO_TEXT: Fault = {
  rule: 'no-text',
  found: 'mail without text',
  expected: 'a report in its text',
  advice: 'save what is attached to it as a file of its own',
};

const TOO_LONG: Fault = {
  rule: 'too-large',
  found: 'mail with a text longer than any report',
  expected: 'a mail with one report in it',
  advice: 'save the report itself as text',
};

const TOO_MANY_PARTS: Fault = {
  rule: 'too-large',
  found: `mail of more than ${MAX_PARTS} parts`,
  expected: 'a mail with one report in it',
  advice: 'save its text alone',
};

function faultOf(error: unknown): Fault {
  const reason = error instanceof Error ? error.message : String(error);
  const isTooDeep = /nesting|call stack/iu.test(reason);
  return {
    rule: isTooDeep ? 'too-deep' : 'broken-file',
    found: isTooDeep ? `more than ${MAX_DEPTH} parts inside one another` : `mail with ${reason}`,
    expected: 'a mail (.eml)',
    advice: 'save its text alone',
  };
}

const unknown = (charset: string): Fault => ({
  rule: 'not-utf8',
  found: `encoding "${charset}"`,
  expected: 'one that is known',
  advice: 'save the text of the mail as UTF-8',
});

function undecodable(file: string) {
  return message({
    rule: 'undecodable',
    file,
    found: 'characters that could not be read',
    expected: 'text in the encoding that the mail says',
    advice: 'they show as \u{fffd}; save the text of the mail as UTF-8',
  });
}
