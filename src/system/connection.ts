import { type LookupAddress, lookup as resolveName } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import { type Answer, type FaultKind, type Network, NetworkFault } from './network.ts';
import { isPublic } from './public-address.ts';

/** In milliseconds. */
export interface Patience {
  /** Until there is a connection. */
  readonly connect: number;
  /** Until the answer begins, and between two pieces of it. */
  readonly idle: number;
  /** For the whole of question and answer: a server may send a byte at a time. */
  readonly whole: number;
}

const PATIENCE: Patience = { connect: 10_000, idle: 20_000, whole: 60_000 };

export interface NetworkSettings {
  readonly userAgent: string;
  /** Whether an IP address may be connected to. Default: those of the public Internet. */
  readonly mayConnect?: (address: string) => boolean;
  /** Gives the IP addresses of a name. Default: as the machine is set up. */
  readonly resolve?: typeof resolveName;
  readonly patience?: Patience;
}

/** Connect to the network. The caller closes it. */
export function openNetwork(settings: NetworkSettings): Network {
  const { userAgent, mayConnect = isPublic, resolve = resolveName } = settings;
  const patience = settings.patience ?? PATIENCE;
  const agent = new Agent({
    connect: { lookup: guarded(resolve, mayConnect), timeout: patience.connect },
    headersTimeout: patience.idle,
    bodyTimeout: patience.idle,
  });
  return {
    async get(question) {
      const signal = AbortSignal.timeout(patience.whole);
      try {
        refuseLiteral(question.url, mayConnect);
        const answer = await request(question.url, {
          dispatcher: agent,
          signal,
          headers: { ...question.headers, ...PACKING, 'user-agent': userAgent },
        });
        return await answerOf(answer, question.maxBytes, signal);
      } catch (error) {
        throw signal.aborted ? tooSlow(patience.whole, error) : faultOf(error);
      }
    },
    pause: async (milliseconds) => {
      await wait(milliseconds);
    },
    close: () => agent.destroy(),
  };
}

// ---------------------------------------------------------------------------------------------
// Where to

/**
 * Resolve names for the very connection that is made, and refuse those that lead where none may
 * be made. A name that is checked first and resolved again later may lead elsewhere by then.
 */
function guarded(
  resolve: typeof resolveName,
  mayConnect: (address: string) => boolean,
): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, found: readonly LookupAddress[] = []) => {
      const [first] = found;
      if (error || !first) return callback(error ?? new Error(`no address of ${host}`), '');
      // One that leads outside and inside at once is a trap, or a mistake.
      const inside = found.find(({ address }) => !mayConnect(address));
      if (inside) return callback(leadsInside(host, inside.address), '');
      if (options.all) return callback(null, [...found]);
      return callback(null, first.address, first.family);
    });
  };
}

/** Names are checked as they are resolved; IP addresses are not resolved. */
function refuseLiteral(url: string, mayConnect: (address: string) => boolean): void {
  const host = new URL(url).hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) && !mayConnect(host)) throw leadsInside(host, host);
}

const leadsInside = (host: string, address: string) =>
  new NetworkFault(
    'private',
    host === address ? `IP address ${address}` : `IP address ${address} of ${host}`,
  );

// ---------------------------------------------------------------------------------------------
// The answer

/** How bodies may be packed. Each can be unpacked piece by piece, so that a small one cannot grow large unseen. */
const UNPACKERS = {
  gzip: createGunzip,
  br: createBrotliDecompress,
} as const;

const PACKING = { 'accept-encoding': Object.keys(UNPACKERS).join(', ') };

async function answerOf(
  { statusCode: status, headers: raw, body }: Dispatcher.ResponseData,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Answer> {
  const headers = Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name.toLowerCase(), String(value ?? '')]),
  );
  if (status !== 200) {
    body.on('error', () => undefined).destroy();
    return { status, headers, bytes: new Uint8Array() };
  }
  const bytes = await unpacked(body, headers['content-encoding'] ?? '', { maxBytes, signal });
  return { status, headers, bytes };
}

async function unpacked(
  body: Dispatcher.ResponseData['body'],
  packing: string,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const keep = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  const limit = limited(maxBytes);
  const name = packing.trim().toLowerCase().replace(/^x-/u, '');
  if (name === '' || name === 'identity') {
    await pipeline(body, limit, keep, { signal });
  } else if (name === 'gzip' || name === 'br') {
    // Counted before, too: there are endless streams that unpack to nothing.
    await pipeline(body, limit, UNPACKERS[name](), limited(maxBytes), keep, { signal });
  } else {
    body.on('error', () => undefined).destroy();
    throw new NetworkFault('damaged', `body that is packed as ${JSON.stringify(packing)}`);
  }
  return Buffer.concat(chunks);
}

/** Pass pieces on until they are too many. */
function limited(maxBytes: number) {
  return async function* count(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let length = 0;
    for await (const chunk of source) {
      length += chunk.length;
      if (length > maxBytes)
        throw new NetworkFault('too-large', `body of more than ${maxBytes / 1000} kB`);
      yield chunk;
    }
  };
}

// ---------------------------------------------------------------------------------------------
// What goes wrong

const tooSlow = (milliseconds: number, cause: unknown) =>
  new NetworkFault('timeout', `answer that takes more than ${milliseconds / 1000} s`, { cause });

/** What the codes of Node.js, undici, zlib and OpenSSL mean; the first that fits. */
const FAULTS: readonly (readonly [RegExp, FaultKind, string])[] = [
  [/^(?:ENOTFOUND|EAI_NODATA|EAI_NONAME)$/u, 'unknown-host', 'host that nobody knows'],
  [/^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/u, 'timeout', 'server that falls silent'],
  [/^(?:HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)/u, 'damaged', 'answer that is no HTTP'],
  [/^(?:Z_|ERR_?_?(?:BROTLI|PADDING|.*FORMAT))/u, 'damaged', 'body that cannot be unpacked'],
  [/CERT|SELF_SIGNED|^UNABLE_TO|^ERR_(?:TLS|SSL)|^EPROTO$/u, 'certificate', 'insecure connection'],
  [/^(?:E[A-Z_]+|UND_ERR_\w+)$/u, 'connection', 'broken connection'],
];

/** An error of the network as a fault; any other is a bug, and handed on. */
function faultOf(error: unknown): unknown {
  if (error instanceof NetworkFault || !(error instanceof Error)) return error;
  // Errors of undici's parser have no code.
  const code = String(('code' in error && error.code) || error.name);
  const found = FAULTS.find(([pattern]) => pattern.test(code));
  if (!found) return error;
  const [, kind, words] = found;
  return new NetworkFault(kind, `${words} (${code})`, { cause: error });
}
