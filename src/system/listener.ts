import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BuildFailure, message } from '../messages.ts';

/** What is asked of a server. */
export interface Asked {
  readonly method: string;
  /** Without what follows a question mark; not decoded. */
  readonly path: string;
  /** The `Host` header. */
  readonly host: string | undefined;
}

/** What is answered: something whole, or a stream that tells of changes from then on. */
export type Reply =
  | {
      readonly kind: 'whole';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  | { readonly kind: 'events'; readonly headers: Readonly<Record<string, string>> };

export interface ListenOptions {
  readonly host: string;
  /** 0: one that is free. */
  readonly port: number;
  readonly answer: (asked: Asked) => Reply;
  /** What is told to whom begins to listen. */
  readonly greeting: () => string;
}

/** A server that runs. */
export interface Listener {
  readonly port: number;
  /** Tell everybody who listens to changes. @param data In one line. */
  readonly tell: (data: string) => void;
  /** End every connection, and let the port go. */
  readonly close: () => Promise<void>;
}

/** So many at once: a page that opens connections in a loop shall not use up the machine. */
const MOST_CONNECTIONS = 100;

/** What the browser waits for before it asks again for a stream that broke, in milliseconds. */
const RETRY_MS = 1000;

/** Start a server. @throws BuildFailure when the port cannot be had. */
export async function listen({ host, port, answer, greeting }: ListenOptions): Promise<Listener> {
  const listening = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const [path = ''] = url.split('?');
    const reply = answer({ method, path, host: headers.host });
    if (reply.kind === 'events' && method !== 'HEAD') {
      response.writeHead(200, { ...reply.headers, 'content-type': 'text/event-stream' });
      response.write(`retry: ${RETRY_MS}\ndata: ${greeting()}\n\n`);
      listening.add(response);
      response.once('close', () => listening.delete(response));
      return;
    }
    const { status, body } = reply.kind === 'whole' ? reply : { status: 200, body: undefined };
    response.writeHead(status, {
      ...reply.headers,
      ...(body && { 'content-length': String(body.length) }),
    });
    response.end(method === 'HEAD' ? undefined : body);
  });
  server.maxConnections = MOST_CONNECTIONS;
  await opened(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    tell: (data) => {
      for (const response of listening) response.write(`data: ${data}\n\n`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function opened(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(failed(error, host, port)));
    server.listen(port, host, () => resolve());
  });
}

function failed(error: NodeJS.ErrnoException, host: string, port: number): BuildFailure {
  const taken = error.code === 'EADDRINUSE';
  return new BuildFailure([
    message({
      rule: taken ? 'port-taken' : 'address-unusable',
      file: `${host}:${port}`,
      found: taken ? `port ${port}, at which another program serves` : `error ${error.code}`,
      expected: taken
        ? 'a port that is free'
        : 'an address of this machine and a port to listen at',
      advice: taken
        ? 'end the other program, name another port with --port, or take any with --port 0'
        : 'name another with --host and --port',
      cause: error,
    }),
  ]);
}
