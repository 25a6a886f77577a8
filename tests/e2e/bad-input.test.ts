import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BuildFailure, build, exitOf, nodeSystem, VERSION } from '../../src/index.ts';

/**
 * Folders that cannot be made a briefing of. Each has `expected.json`: the exit, and every failure
 * as file, place and rule. Nothing may be published over what was there.
 */
const FIXTURES = fileURLToPath(new URL('../fixtures/bad-input/', import.meta.url));

interface Expected {
  readonly exit: string;
  readonly messages: readonly string[];
}

const cases = await readdir(FIXTURES);

let out: string;

beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'synoptic-test-'));
  await writeFile(path.join(out, 'briefing.json'), 'the last edition');
});

afterEach(() => rm(out, { recursive: true, force: true }));

async function failureOf(folder: string): Promise<BuildFailure> {
  const options = { folder, out, formats: ['json'], version: VERSION } as const;
  const result = await build(options, nodeSystem()).catch((error: unknown) => error);
  if (result instanceof BuildFailure) return result;
  throw new Error('the build did not fail', { cause: result });
}

describe('bad input', () => {
  test('there are cases', () => {
    expect(cases.length).toBeGreaterThan(10);
  });

  test.each(cases)('%s', async (name) => {
    const expected = JSON.parse(
      await readFile(path.join(FIXTURES, name, 'expected.json'), 'utf8'),
    ) as Expected;
    const failure = await failureOf(path.join(FIXTURES, name, 'reports'));
    const failures = failure.messages.filter(({ fatal }) => fatal === true);
    const shown = failures.map(({ file, line, column, ruleId }) => {
      const place = line === undefined ? '' : `:${line}:${column}`;
      return `${path.basename(file ?? '')}${place}: ${ruleId}`;
    });
    expect(shown.sort()).toEqual([...expected.messages].sort());
    expect(exitOf(failure.messages)).toBe(expected.exit);
    for (const { reason } of failures) expect(reason).toMatch(/^Unexpected .+, expected .+: .+/su);
    expect(await readdir(out)).toEqual(['briefing.json']);
    expect(await readFile(path.join(out, 'briefing.json'), 'utf8')).toBe('the last edition');
  });

  test('a folder that is not there', async () => {
    const failure = await failureOf(path.join(FIXTURES, 'nowhere'));
    expect(failure.messages.map(({ ruleId }) => ruleId)).toContain('folder-missing');
  });

  test('a file in the place of the folder', async () => {
    const failure = await failureOf(path.join(FIXTURES, 'one-report', 'reports', 'a.txt'));
    expect(failure.messages.map(({ ruleId }) => ruleId)).toContain('folder-missing');
  });
});
