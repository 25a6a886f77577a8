import { expect, test } from 'vitest';
import { listSources } from '../src/sources.ts';
import { nodeSystem } from '../src/system/index.ts';
import { BRIDGE, FOLDER, memoryFiles, type Texts } from './support.ts';

const list = (texts: Texts) => {
  const named = Object.entries(texts).map(([name, text]) => [`${FOLDER}/${name}`, text]);
  return listSources(FOLDER, { ...nodeSystem(), files: memoryFiles(Object.fromEntries(named)) });
};

test('says of each report what was read', async () => {
  const { reports, messages } = await list(BRIDGE);
  expect(reports.map(({ number, file, warnings }) => [number, file, warnings])).toEqual([
    [1, 'a.md', 0],
    [2, 'b.txt', 0],
    [3, 'c.txt', 0],
  ]);
  expect(reports[0]?.metadata.outlet).toEqual({
    value: 'Brennick Courier',
    basis: 'stated',
    because: 'front matter',
  });
  expect(reports[1]?.metadata.published.value).toBe('2031-03-12');
  expect(reports[1]?.leftOut).toEqual({ dateline: 1, credit: 1 });
  expect(reports[2]?.leftOut).toEqual({ promotion: 1 });
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['published-unknown']);
});

test('counts the words of what is kept, without the headline', async () => {
  const { reports } = await list({
    'a.txt':
      'Bridge shut\n\nThe town’s well-known bridge, for 9,000 cars, is shut.\n\nSubscribe to our newsletter.\n',
    'b.txt': 'Nobody came.',
  });
  expect(reports.map(({ words }) => words)).toEqual([9, 2]);
});

test('goes by what the editor decided', async () => {
  const { reports } = await list({
    ...BRIDGE,
    'briefing.yaml': 'ignore: [c.txt]\nreports:\n  b.txt: { outlet: Wend Herald }\n',
  });
  expect(reports.map(({ metadata }) => metadata.outlet.value)).toEqual([
    'Brennick Courier',
    'Wend Herald',
  ]);
});

test('what cannot be read hides nothing of the rest', async () => {
  const { reports, messages } = await list({ ...BRIDGE, 'b.txt': '', 'd.doc': 'x' });
  expect(reports.map(({ file }) => file)).toEqual(['a.md', 'c.txt']);
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([
    'no-reader',
    'empty-report',
    'published-unknown',
  ]);
});

test('warnings are counted where they belong', async () => {
  const { reports } = await list({
    'a.md': '---\ndate: soon\n---\n\nThe bridge is shut.\n',
    'b.md': 'Nobody came.\n',
  });
  expect(reports.map(({ warnings }) => warnings)).toEqual([1, 0]);
});

test('a folder that is not there is a message', async () => {
  const { reports, messages } = await listSources('nowhere', {
    ...nodeSystem(),
    files: memoryFiles(),
  });
  expect(reports).toEqual([]);
  expect(messages).toMatchObject([{ ruleId: 'folder-missing', fatal: true }]);
});
