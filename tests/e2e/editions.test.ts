import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWhole } from '../../src/edition-manifest.ts';
import { nodeFiles } from '../../src/system/files.ts';
import { BRIDGE, found } from '../support.ts';
import { command, commandProcess, temporaryFolder } from './support.ts';

/** Editions of one briefing, as users make them. */

let root: string;
let reports: string;
let out: string;

const build = (...more: readonly string[]) =>
  command(['build', reports, '--out', out, '--format', 'html,json', ...more]);

const read = (name: string) => readFile(path.join(out, name), 'utf8');

const idsOf = async (edition: string) => {
  const { facts } = JSON.parse(await read(`editions/${edition}/briefing.json`)) as {
    facts: { id: string; statement: string }[];
  };
  return new Map(facts.map(({ id, statement }) => [statement, id]));
};

beforeAll(async () => {
  root = await temporaryFolder();
  [reports, out] = [path.join(root, 'reports'), path.join(root, 'out')];
  await nodeFiles.makeFolder(reports);
  for (const [name, text] of Object.entries(BRIDGE))
    await writeFile(path.join(reports, name), text);
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('a week', () => {
  test('two builds at once are one edition: the second waits, and sees that nothing changed', async () => {
    const args = ['build', reports, '--out', out, '--format', 'html,json'];
    const runs = await Promise.all([commandProcess(args), commandProcess(args)]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(runs.filter(({ stdout }) => stdout.includes('unchanged'))).toHaveLength(1);
    expect(await readdir(path.join(out, 'editions'))).toContain('0001');
    expect(await readdir(path.join(out, 'editions'))).not.toContain('0002');
  });

  test('a report that arrives makes an edition, in which facts keep their ids', async () => {
    const late = 'The old bridge was closed on Tuesday.\n\nA ferry carries 300 people a day.\n';
    await writeFile(path.join(reports, '0-late.txt'), late);
    expect((await build()).stdout).toContain('edition 2');
    const [first, second] = [await idsOf('0001'), await idsOf('0002')];
    const both = [...first.keys()].filter((statement) => second.has(statement));
    expect(both.length).toBeGreaterThan(2);
    for (const statement of both) expect(second.get(statement)).toBe(first.get(statement));
    expect(await read('index.html')).toContain('What is new');
    const { stdout } = await command(['diff', '--in', out]);
    expect(stdout).toContain('0-late.txt');
    expect(stdout).toContain('A ferry carries 300 people a day.');
  });

  test('a figure that is corrected is one fact, said otherwise', async () => {
    const corrected =
      'The old bridge was closed on Tuesday.\n\nA ferry carries 400 people a day.\n';
    await writeFile(path.join(reports, '0-late.txt'), corrected);
    await build();
    const { stdout } = await command(['diff', '--in', out]);
    expect(stdout).toMatch(/400 people a day\.\n +before: A ferry carries 300 people a day\./u);
    expect(stdout).not.toContain('No longer stated');
  });

  test('a report that is withdrawn takes its facts along', async () => {
    await rm(path.join(reports, '0-late.txt'));
    expect((await build()).stdout).toContain('edition 4');
    const { stdout } = await command(['diff', '2', '4', '--in', out]);
    expect(stdout).toMatch(/No longer stated\n +- A ferry carries 300 people a day\./u);
  });

  test('feeds tell of every edition, the newest first', async () => {
    const titles = found(parseAtomFeed(await read('feed.xml')).entries).map(
      ({ title }) => title?.value,
    );
    expect(titles).toHaveLength(4);
    expect(titles[0]).toContain('edition 4: 1 report removed');
    expect(found(parseJsonFeed(await read('feed.json')).items)).toHaveLength(4);
    const { id } = parseAtomFeed(await read('feed.xml'));
    const earlier = parseAtomFeed(await read('editions/0001/feed.xml'));
    expect(id).toBe(earlier.id);
  });

  test('what is withdrawn does not come back by a build that says the same', async () => {
    expect((await command(['publish', out, '--back'])).stdout).toContain('shows edition 3');
    const again = await build();
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('edition-withdrawn') });
    expect(JSON.parse(await read('briefing.json'))).toMatchObject({ edition: 3 });
    expect(await isWhole(out, nodeFiles)).toBe(true);
    expect((await command(['publish', out, '--edition', '4'])).code).toBe(0);
    expect((await build()).stdout).toContain('unchanged');
  });

  test('the status of the folder lists them', async () => {
    const { code, stdout } = await command(['status', out]);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(4);
    expect(stdout).toMatch(/^ +4 {2}shown/mu);
    await rm(path.join(out, 'briefing.json'));
    expect((await command(['status', out])).code).toBe(5);
    await build();
    expect((await command(['status', out])).code).toBe(0);
  });
});
