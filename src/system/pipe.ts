import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

/**
 * Speak the DevTools protocol over two pipes, messages ended by a zero byte.
 *
 * A pipe, unlike a port, is open to nobody else on the machine, and closes with the process at
 * its other end, so that a killed build leaves no browser behind.
 */
export function pipeTransport(input: Writable, output: Readable): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: (message) => {
      input.write(`${message}\0`);
    },
    close: () => {
      input.end();
    },
  };
  // A message may come in hundreds of chunks: they are kept apart until the zero byte arrives.
  let pending: string[] = [];
  output.setEncoding('utf8');
  output.on('data', (chunk: string) => {
    const [head = '', ...tail] = chunk.split('\0');
    pending.push(head);
    for (const next of tail) {
      transport.onmessage?.(pending.join(''));
      pending = [next];
    }
  });
  output.on('close', () => transport.onclose?.());
  // The other end may vanish at any time; `close` tells, an unhandled error would end the program.
  input.on('error', () => undefined);
  output.on('error', () => undefined);
  return transport;
}
