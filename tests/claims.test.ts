import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listClaims } from '../src/claims.ts';
import { nodeSystem } from '../src/system/index.ts';
import { BRIDGE, FOLDER, memoryFiles, only, type Texts } from './support.ts';

const list = (texts: Texts, report?: string) => {
  const named = Object.entries(texts).map(([name, text]) => [`${FOLDER}/${name}`, text]);
  const files = memoryFiles(Object.fromEntries(named));
  return listClaims({ folder: FOLDER, report }, { ...nodeSystem(), files });
};

describe('listClaims', () => {
  test('gives the sentences of every report, in order', async () => {
    const { reports } = await list(BRIDGE);
    expect(reports.map(({ report }) => report.file)).toEqual(['a.md', 'b.txt', 'c.txt']);
    for (const { sentences } of reports) {
      const starts = sentences.map(({ whole }) => whole.start);
      expect(starts.length).toBeGreaterThan(1);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  test.each(['b', 'b.txt'])('of one report alone, by its id or its file: %s', async (name) => {
    const { reports, messages } = await list(BRIDGE, name);
    expect(only(reports).report.file).toBe('b.txt');
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  });

  test('takes a report apart alone as it does among others', async () => {
    const all = await list(BRIDGE);
    const [, second] = all.reports;
    expect(only((await list(BRIDGE, 'b')).reports)).toEqual(second);
  });

  test('gives everything that a sentence says, however small, where asked for', async () => {
    const files = memoryFiles({
      [`${FOLDER}/a.txt`]: 'Ruth Amsel closed the old bridge in Harlow on Monday.',
      [`${FOLDER}/b.txt`]: 'Nobody came.',
    });
    const system = { ...nodeSystem(), files };
    const plain = await listClaims({ folder: FOLDER }, system);
    const finely = await listClaims({ folder: FOLDER, fine: true }, system);
    expect(plain.reports[0]?.fine).toEqual([]);
    expect(finely.reports[0]?.fine[0]).toEqual([
      'Ruth Amsel closed the old bridge',
      'Ruth Amsel closed the old bridge in Harlow',
      'Ruth Amsel closed the old bridge on Monday',
    ]);
  });

  test('reads a report in British marks as the same one in American marks', async () => {
    const read = async (name: string) => {
      const text = readFileSync(new URL(`fixtures/marks/${name}.txt`, import.meta.url), 'utf8');
      const texts = { 'report.txt': text, 'other.txt': 'Nobody came.' };
      return only((await list(texts, 'report')).reports).sentences;
    };
    const british = await read('british');
    expect(british).toEqual(await read('american'));
    const spoken = british.filter(({ utterance }) => utterance !== null);
    expect(spoken.map(({ whole }) => [whole.exact, whole.attribution[0]?.name])).toEqual([
      ['“The engineers’ report isn’t pretty, and I won’t argue with it.”', 'Ann Field'],
      [
        '“They told us, ‘Stay at home until May,’ and that was all,” said Bob Lane, who has run the ferry since the ’90s.',
        'Bob Lane',
      ],
      ['“Nobody’s paid for the boys’ wages.”', 'Bob Lane'],
      ['Ms Field added: “It is a matter of weeks.', 'Ann Field'],
      ['“We will build a new one.', 'Ann Field'],
      ['It’s the town’s bridge, and the town’s money.”', 'Ann Field'],
      ['“I heard a crack,” he said.', 'Tom Orm'],
    ]);
  });

  test('says which reports there are, where the one is not', async () => {
    const { reports, messages } = await list(BRIDGE, 'd');
    expect(reports).toEqual([]);
    const [unknown] = messages.filter(({ fatal }) => fatal);
    expect(unknown).toMatchObject({ ruleId: 'report-unknown', expected: ['one of a, b, c'] });
  });

  test('what cannot be read hides nothing of the rest', async () => {
    const { reports, messages } = await list({ ...BRIDGE, 'b.txt': '' });
    expect(reports.map(({ report }) => report.file)).toEqual(['a.md', 'c.txt']);
    expect(messages.map(({ ruleId }) => ruleId)).toContain('empty-report');
  });

  test('a folder that is not there is a message', async () => {
    const { messages } = await listClaims({ folder: 'none' }, nodeSystem());
    expect(only(messages).ruleId).toBe('folder-missing');
  });
});
