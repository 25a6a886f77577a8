import { expect, test } from 'vitest';
import { takeIn } from '../src/intake.ts';
import { memoryFiles } from './support.ts';

const HOUSE =
  '<style xmlns="http://purl.org/net/xbiblio/csl" class="note"><citation><layout/></citation></style>';

const taken = (files: Readonly<Record<string, string>>) => {
  const named = Object.entries({
    'a.txt': 'The bridge was closed on Tuesday.',
    'b.txt': 'The bridge was shut on Tuesday.',
    'briefing.yaml': 'citations: { style: house.csl }\n',
    ...files,
  }).map(([name, text]) => [`reports/${name}`, text]);
  return takeIn('reports', { out: 'output', files: memoryFiles(Object.fromEntries(named)) });
};

const told = async (files: Readonly<Record<string, string>>) =>
  (await taken(files)).messages
    .filter(({ file }) => file === 'house.csl')
    .map(({ ruleId, reason }) => `${ruleId}: ${reason}`);

test('the editor’s own style of citation is read, and taken for no report', async () => {
  const { citationStyle, reports } = await taken({ 'house.csl': HOUSE });
  expect(citationStyle).toBe(HOUSE);
  expect(reports.map(({ file }) => file)).toEqual(['a.txt', 'b.txt']);
  expect(await told({ 'house.csl': HOUSE })).toEqual([]);
});

test('one that is not there, or is none, is a fault', async () => {
  expect(await told({})).toEqual([expect.stringMatching(/^citation-style: .*name of no file/u)]);
  expect(await told({ 'house.csl': '<html></html>' })).toEqual([
    expect.stringMatching(/^citation-style: .*no style of its own/u),
  ]);
  expect(await told({ 'house.csl': HOUSE.replace(/<citation>.*<\/citation>/u, '') })).toEqual([
    expect.stringMatching(/^citation-style: /u),
  ]);
});

test('a style that nobody asks for is a file that is passed over', async () => {
  const files = { 'house.csl': HOUSE, 'briefing.yaml': 'edition: 1\n' };
  expect((await taken(files)).citationStyle).toBeNull();
  expect(await told(files)).toEqual([expect.stringMatching(/^no-reader: /u)]);
});
