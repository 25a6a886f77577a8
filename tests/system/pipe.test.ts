import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { pipeTransport } from '../../src/system/pipe.ts';

function transport() {
  const input = new PassThrough();
  const output = new PassThrough();
  const heard: string[] = [];
  const connected = pipeTransport(input, output);
  connected.onmessage = (message) => heard.push(message);
  return { input, output, heard, connected };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test.each([
  ['whole', ['{"id":1}\0'], ['{"id":1}']],
  ['in pieces', ['{"i', 'd":', '1}\0'], ['{"id":1}']],
  ['two in one piece', ['{"id":1}\0{"id":2}\0'], ['{"id":1}', '{"id":2}']],
  ['one and a half', ['{"id":1}\0{"id"', ':2}\0'], ['{"id":1}', '{"id":2}']],
  ['with its end alone', ['{"id":1}', '\0'], ['{"id":1}']],
  ['without an end', ['{"id":1}'], []],
])('a message that comes %s', async (_, chunks, messages) => {
  const { output, heard } = transport();
  for (const chunk of chunks) output.write(chunk);
  await settled();
  expect(heard).toEqual(messages);
});

test('a character whose bytes come apart is kept whole', async () => {
  const { output, heard } = transport();
  const bytes = Buffer.from('“é”\0');
  for (const byte of bytes) output.write(Buffer.from([byte]));
  await settled();
  expect(heard).toEqual(['“é”']);
});

test('what is sent ends in a zero byte', async () => {
  const { input, connected } = transport();
  connected.send('{"id":1}');
  connected.close();
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe('{"id":1}\0');
});

test('the end of the other side is told', async () => {
  const { output, connected } = transport();
  let closed = false;
  connected.onclose = () => {
    closed = true;
  };
  output.destroy(new Error('gone'));
  await settled();
  expect(closed).toBe(true);
});
