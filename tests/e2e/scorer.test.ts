import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../server.ts';
import { ARTICLES, command, temporaryFolder } from './support.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a build says, and the data that it publishes; empty where it publishes none. */
async function built(name: string, reports: string, ...args: readonly string[]) {
  const out = path.join(folder, name);
  const run = await command(['build', reports, '-o', out, '-f', 'json', ...args], {
    environment: { SYNOPTIC_CACHE: path.join(folder, 'cache') },
  });
  return { ...run, json: await readFile(path.join(out, 'briefing.json'), 'utf8').catch(() => '') };
}

const methodOf = (json: string) => (JSON.parse(json) as { method: { by: string } }).method.by;

describe('a briefing by the model', () => {
  test('is proved, says so, and comes out the same when nothing is read anew', async () => {
    const first = await built('first', ARTICLES, '--scorer', 'model');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(methodOf(first.json)).toBe('model');
    expect((await built('again', ARTICLES, '--scorer', 'model')).json).toBe(first.json);
  });

  test('is another than that by words alone', async () => {
    const words = await built('words', ARTICLES, '--scorer', 'lexical');
    const model = await built('model', ARTICLES, '--scorer', 'model');
    expect(methodOf(words.json)).toBe('words');
    expect(model.json).not.toBe(words.json);
  });
});

describe('a briefing by a model of the user’s own', () => {
  const TEXTS = {
    'a.txt': 'The dam held, the mayor said. It rained for days.',
    'b.txt': 'No water came through the wall. It rained for three days.',
  };

  const reports = async (name: string, url: string) => {
    const place = path.join(folder, name);
    await mkdir(place);
    for (const [file, text] of Object.entries(TEXTS)) await writeFile(path.join(place, file), text);
    await writeFile(path.join(place, 'briefing.yaml'), `scorer: { url: "${url}" }\n`);
    return place;
  };

  test('is made with its probabilities, and proved all the same', async () => {
    const server = await serve({
      '/pairs': async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const { passages, pairs } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
          readonly passages: readonly string[];
          readonly pairs: readonly (readonly [number, number])[];
        };
        const same = pairs.map((pair) =>
          pair.every((place) => passages[place]?.includes('rained')) ? 0.95 : 0.05,
        );
        response.end(JSON.stringify({ same }));
      },
    });
    try {
      const place = await reports('own', `${server.origin}/pairs`);
      const { code, stderr, json } = await built('own-out', place, '--scorer', 'own');
      expect({ code, stderr }).toMatchObject({ code: 0 });
      expect(server.asked).toEqual(['/pairs']);
      expect(methodOf(json)).toBe('own');
      const { facts } = JSON.parse(json) as { facts: { claims: { exact: string }[] }[] };
      const together = facts.filter(({ claims }) => claims.length > 1);
      expect(together.flatMap(({ claims }) => claims.map(({ exact }) => exact))).toEqual([
        'It rained for days.',
        'It rained for three days.',
      ]);
    } finally {
      await server.close();
    }
  });

  test('is not asked unless that was allowed, and the build says so', async () => {
    const server = await serve({});
    try {
      const { code, stderr } = await built('unasked', await reports('quiet', server.origin));
      expect(code).toBe(0);
      expect(stderr).toContain('scorer-unasked');
      expect(server.asked).toEqual([]);
    } finally {
      await server.close();
    }
  });

  test('that gives no answer leaves what was published', async () => {
    const server = await serve({});
    const place = await reports('silent', `${server.origin}/gone`);
    await built('silent-out', place, '--scorer', 'lexical');
    const file = path.join(folder, 'silent-out', 'briefing.json');
    await copyFile(file, path.join(folder, 'before.json'));
    const { code, stderr } = await built('silent-out', place, '--scorer', 'own');
    await server.close();
    expect(code).toBe(1);
    expect(stderr).toContain('scorer-failed');
    expect(await readFile(file, 'utf8')).toBe(
      await readFile(path.join(folder, 'before.json'), 'utf8'),
    );
  });
});
