import type { LookupAddress, lookup } from 'node:dns';
import { connect, createServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { type NetworkSettings, openNetwork } from '../../src/system/connection.ts';
import type { Network, Question } from '../../src/system/index.ts';
import { answer, type Page, type Server, serve } from '../server.ts';

/** The network against a real server on this machine. */

const LOCAL = '127.0.0.1';
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function started(pages: Readonly<Record<string, Page>>, host?: string): Promise<Server> {
  const server = await serve(pages, host);
  open.push(server);
  return server;
}

function network(settings: Partial<NetworkSettings> = {}): Network {
  const made = openNetwork({
    userAgent: 'Synoptic/0.0.0',
    mayConnect: (address) => address === LOCAL,
    ...settings,
  });
  open.push(made);
  return made;
}

const question = (url: string, more: Partial<Question> = {}): Question => ({
  url,
  headers: {},
  maxBytes: 1000,
  ...more,
});

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('an answer', () => {
  test('has status, headers and body', async () => {
    const { origin } = await started({ '/': answer(200, { ETag: '"a"' }, 'Brennick') });
    const { status, headers, bytes } = await network().get(question(origin));
    expect([status, headers['etag'], text(bytes)]).toEqual([200, '"a"', 'Brennick']);
  });

  test('is asked for under our name, with the headers of the question', async () => {
    const { origin, headers } = await started({ '/': 'x' });
    await network().get(question(origin, { headers: { 'if-none-match': '"a"' } }));
    expect(headers).toMatchObject([{ 'user-agent': 'Synoptic/0.0.0', 'if-none-match': '"a"' }]);
  });

  test('of another status than 200 comes without its body, however long', async () => {
    const endless: Page = (_, response) => {
      response.writeHead(302, { location: '/b' }).write('x');
    };
    const { origin } = await started({ '/': endless });
    const { status, headers, bytes } = await network().get(question(origin));
    expect([status, headers['location'], bytes.length]).toEqual([302, '/b', 0]);
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('packed as %s is unpacked', async (packing, pack) => {
    const body = pack(Buffer.from('Brennick'));
    const { origin } = await started({ '/': answer(200, { 'content-encoding': packing }, body) });
    expect(text((await network().get(question(origin))).bytes)).toBe('Brennick');
  });
});

describe('an answer that is refused', () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const nothings = Buffer.concat(Array.from({ length: 100 }, () => gzipSync('')));
  test.each<[string, Page, object]>([
    ['too long', answer(200, {}, 'x'.repeat(1001)), { kind: 'too-large' }],
    [
      'too long, in pieces',
      (_, response) => {
        for (let n = 0; n < 11; n++) response.write('x'.repeat(100));
        response.end();
      },
      { kind: 'too-large', message: 'body of more than 1 kB' },
    ],
    [
      'short until it is unpacked',
      answer(200, { 'content-encoding': 'gzip' }, bomb.subarray(0, 900)),
      { kind: 'too-large' },
    ],
    [
      'long until it is unpacked',
      answer(200, { 'content-encoding': 'gzip' }, nothings),
      { kind: 'too-large' },
    ],
    [
      'not packed as it says',
      answer(200, { 'content-encoding': 'gzip' }, 'plain'),
      { kind: 'damaged' },
    ],
    [
      'not packed as it says, in the other way',
      answer(200, { 'content-encoding': 'br' }, 'plain text that is no Brotli'),
      { kind: 'damaged' },
    ],
    [
      'packed in a way nobody asked for',
      answer(200, { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync('x'))),
      { kind: 'damaged', message: 'body that is packed as "gzip, gzip"' },
    ],
    [
      'broken off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('x');
        setTimeout(() => response.destroy(), 20);
      },
      { kind: 'connection' },
    ],
  ])('%s', async (_, page, fault) => {
    const { origin } = await started({ '/': page });
    await expect(network().get(question(origin))).rejects.toMatchObject(fault);
  });

  test('is no HTTP', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).end('SSH-2.0-none\r\n', () => socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, LOCAL, resolve));
    open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
    const url = `http://${LOCAL}:${(server.address() as { port: number }).port}`;
    await expect(network().get(question(url))).rejects.toMatchObject({ kind: 'damaged' });
  });

  test('is not encrypted as it should be', async () => {
    const { port } = await started({ '/': 'x' });
    const url = `https://${LOCAL}:${port}`;
    await expect(network().get(question(url))).rejects.toMatchObject({ kind: 'certificate' });
  });
});

describe('patience', () => {
  const patience = { connect: 10_000, idle: 200, whole: 10_000 };
  const silent = { kind: 'timeout', message: expect.stringContaining('falls silent') };

  test('ends with a server that says nothing', async () => {
    const { origin } = await started({ '/': () => undefined });
    const asking = network({ patience }).get(question(origin));
    await expect(asking).rejects.toMatchObject(silent);
  });

  test('ends with one that falls silent', async () => {
    const { origin } = await started({
      '/': (_, response) => {
        response.write('x');
      },
    });
    const asking = network({ patience }).get(question(origin));
    await expect(asking).rejects.toMatchObject(silent);
  });

  test('ends with one that sends a byte at a time', async () => {
    const { origin } = await started({
      '/': (_, response) => {
        const timer = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(timer));
      },
    });
    const hasty = network({ patience: { ...patience, whole: 600 } });
    await expect(hasty.get(question(origin))).rejects.toMatchObject({
      kind: 'timeout',
      message: 'answer that takes more than 0.6 s',
    });
  });
});

describe('a connection is refused', () => {
  test('to this machine, unless it is allowed', async () => {
    const { origin, asked } = await started({ '/': 'x' });
    const strict = openNetwork({ userAgent: 'Synoptic/0.0.0' });
    open.push(strict);
    await expect(strict.get(question(origin))).rejects.toMatchObject({
      kind: 'private',
      message: `IP address ${LOCAL}`,
    });
    expect(asked).toEqual([]);
  });

  test.each([
    ['http://127.0.0.2:PORT/'],
    ['http://0x7f.2:PORT/'],
    ['http://2130706434:PORT/'],
    ['http://[::1]:PORT/'],
    ['http://[::ffff:127.0.0.2]:PORT/'],
    ['http://0.0.0.0:PORT/'],
  ])('to %s, however it is written', async (url) => {
    const { port } = await started({ '/': 'x' }, '0.0.0.0');
    const asking = network().get(question(url.replace('PORT', String(port))));
    await expect(asking).rejects.toMatchObject({ kind: 'private' });
  });

  test('to a name of this machine', async () => {
    const { port } = await started({ '/': 'x' });
    const asking = network({ mayConnect: () => false }).get(question(`http://localhost:${port}`));
    await expect(asking).rejects.toMatchObject({
      kind: 'private',
      message: expect.stringMatching(/^IP address (?:127\.0\.0\.1|::1) of localhost$/u),
    });
  });

  /** Resolves every name to the addresses that the next call is to get. */
  const resolver = (...answers: readonly (readonly string[])[]) => {
    const left = [...answers];
    const resolve = (
      _: string,
      __: object,
      done: (error: null, found: readonly LookupAddress[]) => void,
    ) =>
      done(
        null,
        (left.shift() ?? []).map((address) => ({ address, family: 4 })),
      );
    return resolve as unknown as typeof lookup;
  };

  test('to a name that leads here, at the moment of connecting', async () => {
    const { port, asked } = await started({ '/': answer(200, { connection: 'close' }, 'x') });
    const rebinding = network({ resolve: resolver([LOCAL], ['127.0.0.2']) });
    const url = `http://rebinding.example:${port}/`;
    expect((await rebinding.get(question(url))).status).toBe(200);
    await expect(rebinding.get(question(url))).rejects.toMatchObject({
      kind: 'private',
      message: 'IP address 127.0.0.2 of rebinding.example',
    });
    expect(asked).toEqual(['/']);
  });

  test('to a name that leads here among others', async () => {
    const { port, asked } = await started({ '/': 'x' });
    const asking = network({ resolve: resolver([LOCAL, '10.0.0.1']) }).get(
      question(`http://both.example:${port}/`),
    );
    await expect(asking).rejects.toMatchObject({ kind: 'private' });
    expect(asked).toEqual([]);
  });
});

test('a host that refuses is a broken connection', async () => {
  const { origin, port } = await started({});
  await open.splice(0).at(0)?.close();
  await expect(
    new Promise((resolve, reject) => connect(port, LOCAL, () => resolve(0)).on('error', reject)),
  ).rejects.toThrow();
  await expect(network().get(question(origin))).rejects.toMatchObject({
    kind: 'connection',
    message: 'broken connection (ECONNREFUSED)',
  });
});

test('a host that nobody knows', async () => {
  const unknown = Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  const resolve = ((_: string, __: object, done: (error: Error) => void) =>
    done(unknown)) as unknown as typeof lookup;
  const asking = network({ resolve }).get(question('http://nowhere.example/'));
  await expect(asking).rejects.toMatchObject({ kind: 'unknown-host' });
});
