import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { explanationText } from '../../src/commands/explain.ts';
import { explain } from '../../src/explain.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { found } from '../support.ts';

/** Each folder holds reports, the words that are asked about, and what is printed then. */
const FIXTURES = fileURLToPath(new URL('../fixtures/explain', import.meta.url));

const explained = async (name: string) => {
  const folder = path.join(FIXTURES, name, 'reports');
  const wanted = readFileSync(path.join(FIXTURES, name, 'wanted.txt'), 'utf8').trim();
  return found((await explain({ folder, wanted }, nodeSystem())).explanation);
};

describe('what synoptic explain prints', () => {
  test.each(readdirSync(FIXTURES))('%s', async (name) => {
    const expected = readFileSync(path.join(FIXTURES, name, 'expected.txt'), 'utf8');
    expect(`${explanationText(await explained(name))}\n`).toBe(expected);
  });

  test('says where a model tells no more than a probability', async () => {
    const explanation = await explained('flood');
    const members = explanation.members.map((member) => ({
      ...member,
      comparison: member.comparison && { ...member.comparison, grounds: null },
    }));
    const text = explanationText({ ...explanation, members, neighbors: [] });
    expect(text).toContain('by the model’s reading');
    expect(text).toContain('the same words: ');
    expect(text).not.toContain('×');
  });

  test('gives the value of every feature where more is asked for', async () => {
    const text = explanationText(await explained('flood'), { verbose: true });
    expect(text).toMatch(/^ +values: /mu);
    expect(text).toMatch(/^ +×\S+ +characters 0\.\d\d$/mu);
  });
});
