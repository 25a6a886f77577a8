import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODEL } from '../../src/system/assets.ts';
import { ModelFault, type PassageModel } from '../../src/system/index.ts';
import { openOnnxModel } from '../../src/system/onnx.ts';
import { temporaryFolder } from '../e2e/support.ts';

const PASSAGES = [
  'The old bridge of Brennick was closed to all traffic on Tuesday, the town said.',
  'Brennick shut its bridge on Tuesday.',
  'A ferry will carry passengers for free until the crossing opens again.',
  '',
  `It ${'rained and '.repeat(300)}rained.`,
];

/** Every pair once. */
const ALL = PASSAGES.flatMap((_, a) => PASSAGES.slice(a + 1).map((__, at) => [a, a + 1 + at]));

const question = (pairs: readonly (readonly number[])[], passages = PASSAGES) => ({
  passages,
  a: pairs.map(([a = 0]) => a),
  b: pairs.map(([, b = 0]) => b),
});

let model: PassageModel;
let folder: string;

beforeAll(async () => {
  model = await openOnnxModel(MODEL);
  folder = await temporaryFolder();
});

afterAll(async () => {
  await model.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the files of the model', () => {
  const files = readdirSync(MODEL).map((name) => ({
    name,
    bytes: readFileSync(path.join(MODEL, name)),
  }));

  test('are small enough to ship', () => {
    const sizes = files.map(({ bytes }) => bytes.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25e6);
  });

  test.each(files)('$name does not tell on which machine it was made', ({ bytes }) => {
    expect(bytes.toString('latin1')).not.toMatch(
      /site-packages|stack_trace|\/(?:home|root|usr|Users)\//u,
    );
  });
});

describe('the model', () => {
  test('takes the same thing in other words for the same rather than another', async () => {
    const { same } = await model.read(
      question([
        [0, 1],
        [0, 2],
        [1, 2],
      ]),
    );
    expect(same[0]).toBeGreaterThan(Math.max(same[1] ?? 0, same[2] ?? 0));
  });

  test('says the same whichever passage comes first', async () => {
    const there = await model.read(question(ALL));
    const back = await model.read(question(ALL.map(([a = 0, b = 0]) => [b, a])));
    expect(back).toEqual(there);
  });

  test('says the same of a pair alone and among others, in whichever order', async () => {
    const together = await model.read(question(ALL.toReversed()));
    const alone = await Promise.all(ALL.map((pair) => model.read(question([pair]))));
    expect(alone.map(({ same }) => same[0])).toEqual([...together.same].toReversed());
    expect(alone.map(({ differs }) => differs[0])).toEqual([...together.differs].toReversed());
  });

  test('says the same when it is opened again', async () => {
    const again = await openOnnxModel(MODEL);
    expect(await again.read(question(ALL))).toEqual(await model.read(question(ALL)));
    expect(again.name).toBe(model.name);
    await again.close();
  });

  test('says the same in threads as in one', async () => {
    const passages = Array.from({ length: 130 }, (_, at) => `Gauge ${at} stood at ${7 * at} feet.`);
    const pairs = passages.map((_, at) => [at, (5 * at + 1) % passages.length]);
    const shares: number[] = [];
    const [alone, threads] = await Promise.all([
      openOnnxModel(MODEL, { threads: 1 }),
      openOnnxModel(MODEL, { threads: 2 }),
    ]);
    try {
      const beside = await threads.read(question(pairs, passages), (share) => shares.push(share));
      expect(beside).toEqual(await alone.read(question(pairs, passages)));
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
    } finally {
      await Promise.all([alone.close(), threads.close()]);
    }
  });

  test('has a finite answer for empty and endless passages', async () => {
    const { same, differs } = await model.read(question(ALL));
    expect([...same, ...differs].every(Number.isFinite)).toBe(true);
  });

  test('has nothing to say of no pairs', async () => {
    expect(await model.read(question([]))).toEqual({
      same: new Float64Array(),
      differs: new Float64Array(),
    });
  });

  test('is no larger than promised', () => {
    const bytes = readdirSync(MODEL).map((name) => readFileSync(path.join(MODEL, name)).length);
    expect(bytes.reduce((sum, length) => sum + length, 0)).toBeLessThan(25_000_000);
  });
});

describe('a model whose files are not as published', () => {
  const copied = (name: string, change: (file: string) => void): string => {
    const target = path.join(folder, name);
    mkdirSync(target);
    for (const file of readdirSync(MODEL))
      copyFileSync(path.join(MODEL, file), path.join(target, file));
    change(target);
    return target;
  };

  test.each([
    {
      name: 'a file is missing',
      change: (target: string) => rmSync(path.join(target, 'encoder.onnx')),
      kind: 'missing',
      message: 'absence of encoder.onnx',
    },
    {
      name: 'a file is another',
      change: (target: string) => writeFileSync(path.join(target, 'comparison.onnx'), 'other'),
      kind: 'damaged',
      message: 'bytes of comparison.onnx',
    },
    {
      name: 'the list of files cannot be read',
      change: (target: string) => writeFileSync(path.join(target, 'model.json'), '{'),
      kind: 'damaged',
      message: 'content of model.json',
    },
    {
      name: 'nothing is there',
      change: (target: string) => rmSync(target, { recursive: true }),
      kind: 'missing',
      message: 'absence of model.json',
    },
  ])('cannot be opened: $name', async ({ name, change, kind, message }) => {
    const fault: unknown = await openOnnxModel(copied(name, change)).catch((error) => error);
    expect(fault).toBeInstanceOf(ModelFault);
    expect(fault).toMatchObject({ kind, message });
  });
});
