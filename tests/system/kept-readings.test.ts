import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PairQuestion, PassageModel } from '../../src/system/index.ts';
import { keepingReadings } from '../../src/system/kept-readings.ts';
import { temporaryFolder } from '../e2e/support.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A model whose answers hang on the passages alone, and what it was asked. */
function counting(name: string) {
  const asked: PairQuestion[] = [];
  const model: PassageModel = {
    name,
    async read(question) {
      asked.push(question);
      const { passages, a, b } = question;
      const lengths = Array.from(a, (place, at) => {
        return (passages[place] ?? '').length * (passages[b[at] ?? 0] ?? '').length;
      });
      return {
        same: Float64Array.from(lengths),
        differs: Float64Array.from(lengths, (length) => -length),
      };
    },
    close: async () => undefined,
  };
  return { model, asked };
}

const PASSAGES = ['one', 'three', 'fourth'];
const QUESTION = { passages: PASSAGES, a: [0, 0, 1], b: [1, 2, 2] };
const ANSWER = { same: Float64Array.of(15, 18, 30), differs: Float64Array.of(-15, -18, -30) };

describe('readings that are kept', () => {
  test('are those of the model, at first and again', async () => {
    const { model, asked } = counting('first');
    const keeping = keepingReadings(model, folder);
    expect(await keeping.read(QUESTION)).toEqual(ANSWER);
    expect(await keeping.read(QUESTION)).toEqual(ANSWER);
    expect(asked).toHaveLength(1);
  });

  test('are found again in any order of pairs and passages', async () => {
    const { model, asked } = counting('turned');
    const keeping = keepingReadings(model, folder);
    await keeping.read(QUESTION);
    const turned = { passages: PASSAGES.toReversed(), a: [0, 2], b: [1, 1] };
    expect(await keeping.read(turned)).toEqual({
      same: Float64Array.of(30, 15),
      differs: Float64Array.of(-30, -15),
    });
    expect(asked).toHaveLength(1);
  });

  test('leave to the model what is new, and that alone', async () => {
    const { model, asked } = counting('more');
    const keeping = keepingReadings(model, folder);
    await keeping.read({ passages: PASSAGES, a: [0], b: [1] });
    expect(await keeping.read(QUESTION)).toEqual(ANSWER);
    expect(asked[1]).toEqual({ passages: PASSAGES, a: [0, 1], b: [2, 2] });
  });

  test('are not those of another model', async () => {
    const [one, other] = [counting('one'), counting('other')];
    await keepingReadings(one.model, folder).read(QUESTION);
    await keepingReadings(other.model, folder).read(QUESTION);
    expect(other.asked).toHaveLength(1);
  });

  test('are made again where they were damaged', async () => {
    const place = path.join(folder, 'damaged');
    const { model, asked } = counting('damaged');
    await keepingReadings(model, place).read(QUESTION);
    for (const file of readdirSync(place, { recursive: true, withFileTypes: true })) {
      if (file.isFile()) writeFileSync(path.join(file.parentPath, file.name), 'nonsense');
    }
    expect(await keepingReadings(model, place).read(QUESTION)).toEqual(ANSWER);
    expect(asked).toHaveLength(2);
  });

  test('are done without where others could have written them', async () => {
    const place = path.join(folder, 'shared');
    const { model, asked } = counting('shared');
    await keepingReadings(model, place).read(QUESTION);
    chmodSync(place, 0o777);
    expect(await keepingReadings(model, place).read(QUESTION)).toEqual(ANSWER);
    expect(asked).toHaveLength(2);
  });

  test('are done without where they cannot be kept', async () => {
    const place = path.join(folder, 'file');
    rmSync(place, { force: true });
    writeFileSync(place, 'in the way');
    const { model } = counting('unkept');
    expect(await keepingReadings(model, place).read(QUESTION)).toEqual(ANSWER);
  });
});
