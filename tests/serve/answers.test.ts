import { describe, expect, test } from 'vitest';
import { answerTo } from '../../src/serve/answers.ts';
import { isLoopback, isOurs } from '../../src/serve/hosts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const SERVED = {
  templates: new Map([
    ['serve/shell.html', 'shell'],
    ['html/page.hbs', 'template'],
  ]),
  files: new Map([
    ['index.html', bytes('page')],
    ['briefing.pdf', bytes('pdf')],
  ]),
  isOurs: (header: string | undefined) => isOurs(header, '127.0.0.1'),
};

function ask(path: string, method = 'GET', host = '127.0.0.1:4747') {
  const reply = answerTo({ method, path, host }, SERVED);
  return {
    kind: reply.kind,
    headers: reply.headers,
    ...(reply.kind === 'whole' && {
      status: reply.status,
      text: new TextDecoder().decode(reply.body),
    }),
  };
}

describe('an answer', () => {
  test('is the shell, or a file of the edition as it is', () => {
    expect(ask('/')).toMatchObject({ status: 200, text: 'shell' });
    expect(ask('/edition/index.html')).toMatchObject({ status: 200, text: 'page' });
    expect(ask('/edition/briefing.pdf').headers['content-type']).toBe('application/pdf');
    expect(ask('/events').kind).toBe('events');
  });

  test.each([
    '/edition/',
    '/edition',
    '/edition/../html/page.hbs',
    '/edition/..%2fpackage.json',
    '/edition/%2e%2e/package.json',
    '/html/page.hbs',
    '/serve/shell.html',
    '//evil.example/',
    '/constructor',
    '/__proto__',
    '',
  ])('to %j is that there is nothing', (path) => {
    expect(ask(path).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'get'])(
    'to %s is a refusal',
    (method) => {
      expect(ask('/', method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    },
  );

  test('is kept by nobody, and shown by no other page', () => {
    for (const path of [
      '/',
      '/edition/index.html',
      '/edition/briefing.pdf',
      '/nothing',
      '/events',
    ]) {
      expect(ask(path).headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
    expect(ask('/').headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(ask('/').headers['content-security-policy']).not.toContain('unsafe');
  });
});

describe('a host', () => {
  test.each([
    ['127.0.0.1:4747', '127.0.0.1', true],
    ['localhost:4747', '127.0.0.1', true],
    ['LOCALHOST', '127.0.0.1', true],
    ['[::1]:4747', '::1', true],
    ['desk.example:4747', 'desk.example', true],
    ['192.0.2.7:4747', '0.0.0.0', true],
    ['[2001:db8::7]:4747', '::', true],
    ['evil.example:4747', '127.0.0.1', false],
    ['evil.example', '0.0.0.0', false],
    ['192.0.2.7', '127.0.0.1', false],
    ['127.0.0.1.evil.example', '127.0.0.1', false],
    ['localhost:4747@evil.example', '127.0.0.1', false],
    ['localhost evil.example', '127.0.0.1', false],
    ['', '127.0.0.1', false],
    [undefined, '127.0.0.1', false],
  ])('%j at %s: %s', (header, bound, ours) => {
    expect(isOurs(header, bound)).toBe(ours);
    const reply = answerTo(
      { method: 'GET', path: '/edition/index.html', host: header },
      { ...SERVED, isOurs: (named) => isOurs(named, bound) },
    );
    expect(reply.kind === 'whole' && reply.status).toBe(ours ? 200 : 403);
  });

  test('is known to be this machine’s alone, or not', () => {
    expect(['127.0.0.1', '::1', 'localhost', '127.8.8.8'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '192.0.2.7', 'desk.example'].some(isLoopback)).toBe(false);
  });
});
