import { parse } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareEditions } from '../src/compare.ts';
import { RECORD } from '../src/edition-record.ts';
import { editionFolder } from '../src/editions.ts';
import { nodeSystem } from '../src/system/index.ts';
import { editionsOf } from './diff/support.ts';
import { found, type MemoryFiles, memoryFiles } from './support.ts';

const { before, after } = await editionsOf('corrected-figure');
const third = { ...after, number: 3 };
const { templates } = nodeSystem();

const recordAt = (number: number) => `${editionFolder('output', number)}/${RECORD}`;

const DISK = {
  [recordAt(1)]: JSON.stringify(before),
  [recordAt(2)]: JSON.stringify(after),
  [recordAt(3)]: JSON.stringify(third),
  'elsewhere/edition.json': JSON.stringify({ ...before, number: 9 }),
  'reports/a.md': 'No edition.',
};

const compare = (
  editions: readonly string[],
  files: MemoryFiles = memoryFiles(DISK),
  to?: string,
) => compareEditions({ editions, out: 'output', to, version: '1.2.3' }, { files, templates });

describe('which editions are compared', () => {
  test.each<[readonly string[], readonly [number, number]]>([
    [[], [2, 3]],
    [['1'], [1, 3]],
    [
      ['1', '2'],
      [1, 2],
    ],
    [
      ['2', '1'],
      [2, 1],
    ],
    [
      ['0001', '2'],
      [1, 2],
    ],
    [
      ['elsewhere', '2'],
      [9, 2],
    ],
  ])('%j', async (names, numbers) => {
    const { compared, messages } = await compare(names);
    expect(messages).toEqual([]);
    expect([found(compared).before.number, found(compared).after.number]).toEqual(numbers);
  });

  test('none that was withdrawn, unless it is named', async () => {
    const files = memoryFiles({ ...DISK, 'output/editions/.withdrawn.json': '[2]' });
    expect(found((await compare([], files)).compared).before.number).toBe(1);
    expect(found((await compare(['2'], files)).compared).before.number).toBe(2);
  });
});

describe('what cannot be compared is told', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    [
      'a number that there is not',
      ['7'],
      DISK,
      'edition-unknown: Unexpected edition 7, expected one of 1, 2, 3',
    ],
    ['an empty folder', [], {}, 'edition-unknown: Unexpected folder without editions'],
    [
      'one edition',
      [],
      { [recordAt(1)]: DISK[recordAt(1)] ?? '' },
      'edition-unknown: Unexpected folder with one edition',
    ],
    [
      'a number where there are none',
      ['1', '2'],
      {},
      'edition-unknown: Unexpected edition 1, expected an edition that',
    ],
    [
      'a folder without a record',
      ['reports', '1'],
      DISK,
      'edition-unusable: Unexpected path to nothing (ENOENT)',
    ],
    [
      'no JSON',
      ['1', '2'],
      { ...DISK, [recordAt(2)]: '{' },
      'edition-unusable: Unexpected text that is no JSON',
    ],
    [
      'other JSON',
      ['1', '2'],
      { ...DISK, [recordAt(1)]: JSON.stringify({ ...before, facts: [{ id: 3 }] }) },
      'edition-unusable: Unexpected content at facts.0.id',
    ],
    [
      'a list',
      ['1', '2'],
      { ...DISK, [recordAt(1)]: '[]' },
      'edition-unusable: Unexpected other content',
    ],
  ])('%s', async (_, names, disk, told) => {
    const { compared, messages } = await compare(names, memoryFiles(disk));
    expect(compared).toBeNull();
    expect(messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`)[0]).toContain(told);
  });

  test('every record that cannot be used', async () => {
    const files = memoryFiles({ ...DISK, [recordAt(1)]: '{', [recordAt(2)]: '{' });
    expect((await compare(['1', '2'], files)).messages).toHaveLength(2);
  });
});

describe('what is written', () => {
  test('data, Markdown and a page; nothing else on the disk changes', async () => {
    const files = memoryFiles(DISK);
    const { compared, files: made } = await compare(['1', '2'], files, 'out/changes');
    expect(made.map(({ name }) => name)).toEqual(['changes.json', 'changes.md', 'changes.html']);
    const contents = files.contents();
    expect(JSON.parse(contents['out/changes/changes.json'] ?? '')).toEqual(found(compared).changes);
    expect(
      Object.keys(contents)
        .filter((name) => parse(name).dir !== 'out/changes')
        .sort(),
    ).toEqual(Object.keys(DISK).sort());
  });

  test('nothing where it cannot be', async () => {
    const files = memoryFiles(DISK);
    files.failAt({ on: ['write'], nth: 2 });
    const { files: made, messages } = await compare(['1', '2'], files, 'changes');
    expect(made).toEqual([]);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['output-unwritable']);
  });
});
