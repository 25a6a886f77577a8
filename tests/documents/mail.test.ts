import { describe, expect, test } from 'vitest';
import { opened, refusal } from './support.ts';

const HEADERS = 'From: "Harlow Courier" <news@courier.example>\nMessage-ID: <1@courier.example>\n';
const HTML = 'Content-Type: text/html; charset=utf-8';

/** Mail with these headers beside those that all have, and a body. */
const mail = (headers: string, body: string) =>
  `${HEADERS}${headers}\n\n${body}`.replace(/\n/g, '\r\n');

/** Mail of several parts, each with its headers. */
const multipart = (kind: string, ...parts: readonly string[]) =>
  mail(
    `MIME-Version: 1.0\nContent-Type: multipart/${kind}; boundary=b`,
    [...parts.map((part) => `--b\n${part}\n`), '--b--\n'].join(''),
  );

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

const textOf = async (content: string | Uint8Array) => {
  const { content: text, messages } = await opened('a.eml', content);
  return { source: text?.source.trim(), form: text?.form, rules: messages.map((m) => m.ruleId) };
};

const found = async (headers: string, body = 'The bridge is shut.') => {
  const { content } = await opened('a.eml', mail(headers, body));
  return content?.found.map(({ field, value, basis }) => [field, value, basis]);
};

describe('the text of mail', () => {
  test.each([
    ['plain text', mail('', 'The bridge is shut.'), 'text', 'The bridge is shut.'],
    ['HTML', mail(HTML, '<p>The bridge is shut.</p>'), 'rich', '<p>The bridge is shut.</p>'],
    [
      'HTML rather than plain text',
      multipart('alternative', '\nThe bridge is shut.', `${HTML}\n\n<b>The bridge is shut.</b>`),
      'rich',
      '<b>The bridge is shut.</b>',
    ],
    [
      'plain text where the HTML is a stub',
      multipart(
        'alternative',
        '\nThe old bridge over the Lenn is shut to all traffic.',
        `${HTML}\n\n<p>See below.</p>`,
      ),
      'text',
      'The old bridge over the Lenn is shut to all traffic.',
    ],
    [
      'lines that were broken for the way',
      mail('Content-Type: text/plain; format=flowed', 'The bridge \nis shut.'),
      'text',
      'The bridge is shut.',
    ],
    [
      'the mail, not what is attached',
      multipart(
        'mixed',
        '\nShut.',
        'Content-Type: text/plain\nContent-Disposition: attachment\n\nNo.',
      ),
      'text',
      'Shut.',
    ],
    [
      'the mail, not one inside it, whose date would depend on the place',
      multipart('mixed', '\nShut.', 'Content-Type: message/rfc822\n\nSubject: X\n\nNo.'),
      'text',
      'Shut.',
    ],
  ])('is %s', async (_, content, form, source) => {
    expect(await textOf(content)).toEqual({ source, form, rules: [] });
  });

  test.each([
    ['utf-8', 'Caf=C3=A9 =E2=80=9Cshut=E2=80=9D', 'Café “shut”'],
    ['windows-1252', 'Caf=E9 =93shut=94', 'Café “shut”'],
    ['iso-8859-1', 'Caf=E9 =93shut=94', 'Café “shut”'],
    ['iso-8859-2', '=B1', 'ą'],
  ])('is decoded from %s', async (charset, body, source) => {
    const headers = `Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: quoted-printable`;
    expect((await textOf(mail(headers, body))).source).toBe(source);
  });

  test('is not guessed from an encoding that nobody knows', async () => {
    const headers = 'Content-Type: text/plain;\n charset="x-unheard"';
    expect(await refusal('a.eml', latin1(mail(headers, 'Caf\u{e9}.')))).toEqual([
      ['not-utf8', 'encoding "x-unheard"'],
    ]);
    // Letters of ASCII are the same in all of them.
    expect((await textOf(mail(headers, 'Cafe.'))).source).toBe('Cafe.');
  });

  test('says so where bytes are no letters', async () => {
    const { source, rules } = await textOf(
      latin1(mail('Content-Type: text/plain; charset=utf-8', 'Caf\u{e9}.')),
    );
    expect(source).toBe('Caf\u{fffd}.');
    expect(rules).toEqual(['undecodable']);
  });
});

describe('what mail states', () => {
  const LIST = 'List-Unsubscribe: <https://courier.example/out>\n';

  test.each([
    ['its subject', 'Subject: =?utf-8?Q?Caf=C3=A9?= shut', [['headline', 'Café shut', 'stated']]],
    [
      'the day it was sent, where it was sent',
      'Date: Wed, 12 Mar 2031 23:50:00 -0800',
      [['published', '2031-03-12', 'stated']],
    ],
    ['no day that there is not', 'Date: 31 Feb 2031 10:00:00 +0000', []],
    ['who sends it to many', LIST.trim(), [['outlet', 'Harlow Courier', 'inferred']]],
    [
      'where it is on the web',
      'Archived-At: <https://courier.example/1>',
      [['url', 'https://courier.example/1', 'stated']],
    ],
    [
      'of mail that was passed on, only what it is about',
      `${LIST}Subject: Fwd: Re: Bridge shut\nDate: Wed, 12 Mar 2031 23:50:00 -0800`,
      [['headline', 'Bridge shut', 'stated']],
    ],
  ])('is %s', async (_, headers, expected) => {
    expect(await found(headers)).toEqual(expected);
  });

  test('is its address, where a link leads to it', async () => {
    const link =
      '<p>Shut.</p><a href="https://courier.example/1?a=1&amp;b=2">View <b>in your browser</b></a>';
    expect(await found(HTML, link)).toEqual([
      ['url', 'https://courier.example/1?a=1&b=2', 'inferred'],
    ]);
  });
});

test('mail is known by its headers, whatever it is called', async () => {
  const { messages } = await opened('a.txt', mail('Subject: Bridge', 'Shut.'));
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['content-other']);
  const letter = await opened(
    'a.txt',
    'From: Ann\nTo: Bob\nSubject: Bridge\n\nThe bridge is shut.',
  );
  expect(letter.content?.form).toBe('text');
});

test('it is the same in any place and language', async () => {
  const content = mail('Date: Wed, 12 Mar 2031 23:50:00 -0800', 'Shut.');
  const zone = process.env['TZ'];
  const seen = [];
  for (const place of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    process.env['TZ'] = place;
    seen.push(await opened('a.eml', content));
  }
  process.env['TZ'] = zone ?? 'UTC';
  expect(seen[0]).toEqual(seen[1]);
});

describe('mail that nobody sends', () => {
  const nested = (depth: number) =>
    Array.from(
      { length: depth },
      (_, level) => `--b${level}\nContent-Type: multipart/mixed; boundary=b${level + 1}\n\n`,
    ).join('');
  const root = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0';

  test.each([
    ['without text', mail('', ' '), 'no-text', 'mail without text'],
    [
      'of 1000 parts in one another',
      mail(root, nested(1000)),
      'too-deep',
      'more than 50 parts inside one another',
    ],
    [
      'of 10,000 parts in one another',
      mail(root, nested(10_000)),
      'too-large',
      'mail of more than 2000 parts',
    ],
    [
      'with endless headers',
      mail(`X-A: ${'y '.repeat(1_500_000)}`, 'Shut.'),
      'broken-file',
      'mail with Maximum header size of 2097152 bytes exceeded',
    ],
    [
      'of a book',
      mail('', 'The bridge is shut.\n'.repeat(30_000)),
      'too-large',
      'text of 600001 letters',
    ],
    [
      'of nothing but tags',
      mail(HTML, '<'.repeat(4_000_000)),
      'too-large',
      'text of 4000000 letters',
    ],
  ])('%s is refused', async (_, content, rule, what) => {
    expect(await refusal('a.eml', content)).toEqual([[rule, what]]);
  });

  test('may have large files attached', async () => {
    const attached = 'QUJD'.repeat(19).concat('\n').repeat(360_000);
    const part = 'Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n';
    expect(await textOf(multipart('mixed', '\nShut.', part + attached))).toMatchObject({
      source: 'Shut.',
      rules: [],
    });
  });
});
