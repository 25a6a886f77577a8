import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does with a request for one path. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A page: its text as plain text, or what is to be done. */
export type Page = string | Handler;

export interface Server {
  /** `http://127.0.0.1:1234`. */
  readonly origin: string;
  readonly port: number;
  /** Path of every request, in order. */
  readonly asked: readonly string[];
  /** Headers of every request, in order. */
  readonly headers: readonly IncomingMessage['headers'][];
  close(): Promise<void>;
}

/**
 * Start a server on this machine. The caller closes it.
 *
 * @param pages Path → page; 404 where there is none. They may change while it runs.
 * @param host Address that it listens to.
 */
export async function serve(
  pages: Readonly<Record<string, Page>>,
  host = '127.0.0.1',
): Promise<Server> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    headers.push(request.headers);
    const page = pages[path];
    if (page === undefined) response.writeHead(404).end('nothing here');
    else if (typeof page === 'function') page(request, response);
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(page);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    port,
    asked,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answer with a status, headers and a body. */
export const answer =
  (status: number, headers: Readonly<Record<string, string>> = {}, body: string | Buffer = '') =>
  (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, headers).end(body);
  };
