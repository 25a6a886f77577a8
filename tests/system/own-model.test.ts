import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ModelFault, type PassageModel } from '../../src/system/index.ts';
import { openOwnModel } from '../../src/system/own-model.ts';
import { temporaryFolder } from '../e2e/support.ts';
import { type Server, serve } from '../server.ts';

const PASSAGES = ['The dam held.', 'The dam did not break.', 'It rained.'];
const QUESTION = { passages: PASSAGES, a: [0, 0], b: [1, 2] };

/** What a model is asked. */
interface Asked {
  readonly passages: readonly string[];
  readonly pairs: readonly (readonly [number, number])[];
}

const faultOf = async (model: PassageModel): Promise<ModelFault> => {
  const error: unknown = await model.read(QUESTION).then(
    () => new Error('an answer'),
    (reason: unknown) => reason,
  );
  if (error instanceof ModelFault) return error;
  throw error;
};

const chances = (logOdds: Float64Array): readonly number[] =>
  Array.from(logOdds, (value) => Number((1 / (1 + Math.exp(-value))).toFixed(6)));

describe('a server', () => {
  let answer = '';
  let status = 200;
  let server: Server;
  const asked: Asked[] = [];

  beforeEach(async () => {
    asked.length = 0;
    status = 200;
    server = await serve({
      '/pairs': async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        asked.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked);
        response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
      },
    });
  });

  afterEach(() => server.close());

  const model = () => openOwnModel({ url: `${server.origin}/pairs` }, 2000);

  test('is asked with passages and pairs, and answers with probabilities', async () => {
    answer = JSON.stringify({ same: [0.9, 0.125], differs: [0.25, 0.5] });
    const { same, differs } = await model().read(QUESTION);
    expect(asked).toEqual([
      {
        passages: PASSAGES,
        pairs: [
          [0, 1],
          [0, 2],
        ],
      },
    ]);
    expect(chances(same)).toEqual([0.9, 0.125]);
    expect(chances(differs)).toEqual([0.25, 0.5]);
  });

  test('need not say whether passages differ', async () => {
    answer = JSON.stringify({ same: [0, 1] });
    const { same, differs } = await model().read(QUESTION);
    expect(chances(same)).toEqual([0.000001, 0.999999]);
    expect(chances(differs)).toEqual([0.000001, 0.000001]);
  });

  test('is asked for many pairs in parts, each with the passages that it needs alone', async () => {
    const count = 2500;
    server.close();
    server = await serve({
      '/pairs': async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const question = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked;
        asked.push(question);
        const same = question.pairs.map(([a, b]) =>
          question.passages[a] === 'x' && question.passages[b] === 'y' ? 0.75 : 0.5,
        );
        response.end(JSON.stringify({ same }));
      },
    });
    const passages = ['unused', 'x', 'y'];
    const a = Array.from({ length: count }, () => 1);
    const b = Array.from({ length: count }, () => 2);
    const shares: number[] = [];
    const { same } = await model().read({ passages, a, b }, (share) => shares.push(share));
    expect(asked.map(({ pairs }) => pairs.length)).toEqual([2000, 500]);
    expect(asked.map((question) => question.passages)).toEqual([
      ['x', 'y'],
      ['x', 'y'],
    ]);
    expect(new Set(chances(same))).toEqual(new Set([0.75]));
    expect(shares).toEqual([0.8, 1]);
  });

  test.each([
    ['that is no JSON', 'nothing'],
    ['with too few probabilities', '{"same":[0.5]}'],
    ['with more than certainty', '{"same":[0.5,1.5]}'],
    ['with other fields', '{"scores":[0.5,0.5]}'],
  ])('that gives an answer %s is a fault', async (_, text) => {
    answer = text;
    expect((await faultOf(model())).kind).toBe('no-answer');
  });

  test('that answers with another status is a fault', async () => {
    status = 500;
    answer = '{"same":[0.5,0.5]}';
    expect((await faultOf(model())).message).toBe('status 500');
  });

  test('that is not there is a fault', async () => {
    const { port } = server;
    await server.close();
    const gone = openOwnModel({ url: `http://127.0.0.1:${port}/` }, 2000);
    expect((await faultOf(gone)).message).toContain('silence of');
    server = await serve({});
  });
});

describe('a program', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const open = (source: string, patience = 5000) => {
    const file = path.join(folder, 'scorer.mjs');
    writeFileSync(file, source);
    return openOwnModel({ command: [process.execPath, file] }, patience);
  };

  const SCORER = `
    import { createInterface } from 'node:readline';
    let asked = 0;
    for await (const line of createInterface({ input: process.stdin })) {
      const { pairs } = JSON.parse(line);
      asked += 1;
      console.log(JSON.stringify({ same: pairs.map(() => asked / 4) }));
    }`;

  test('is started once, and asked and answers line by line', async () => {
    const model = open(SCORER);
    expect(chances((await model.read(QUESTION)).same)).toEqual([0.25, 0.25]);
    expect(chances((await model.read(QUESTION)).same)).toEqual([0.5, 0.5]);
    await model.close();
  });

  test('that ends without an answer is a fault', async () => {
    expect((await faultOf(open('process.exit(1)'))).kind).toBe('no-answer');
  });

  test('that cannot be started is a fault', async () => {
    const model = openOwnModel({ command: [path.join(folder, 'none')] }, 5000);
    expect((await faultOf(model)).kind).toBe('no-answer');
  });

  test('that falls silent is stopped', async () => {
    const model = open('setInterval(() => undefined, 1000)', 300);
    expect((await faultOf(model)).kind).toBe('no-answer');
  });
});
