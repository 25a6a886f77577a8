import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build, nodeSystem, VERSION } from '../../src/index.ts';
import type { Briefing, Fact } from '../../src/types.ts';

/**
 * Folders of reports, each with what an editor expects of its briefing in `expected.json`, in the
 * order of the briefing.
 */
const FIXTURES = fileURLToPath(new URL('../fixtures/briefings/', import.meta.url));

interface Expected {
  /** "01 02 | statement": who states a fact for certain, and in which words it is printed. */
  readonly facts: readonly string[];
  /** "number open: value | value". */
  readonly divergences: readonly string[];
  /** "2031-03-11: statement". */
  readonly timeline: readonly string[];
  /** "03 promotion: words". */
  readonly leftOut: readonly string[];
}

const cases = await readdir(FIXTURES);

let out: string;

beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'synoptic-test-'));
});

afterEach(() => rm(out, { recursive: true, force: true }));

describe('briefings of made-up events', () => {
  test('there are cases', () => {
    expect(cases.length).toBeGreaterThan(2);
  });

  test.each(cases)('%s', async (name) => {
    const expected = JSON.parse(
      await readFile(path.join(FIXTURES, name, 'expected.json'), 'utf8'),
    ) as Expected;
    const folder = path.join(FIXTURES, name, 'reports');
    const options = { folder, out, formats: ['json'], version: VERSION } as const;
    const { briefing } = await build(options, nodeSystem());
    expect(summaryOf(briefing)).toEqual(expected);
  });
});

function summaryOf({ facts, analysis, reports }: Briefing): Expected {
  return {
    facts: facts.map((fact) => `${statedIn(fact)} | ${fact.statement.text}`),
    divergences: analysis.divergences.map(
      ({ kind, status, sides }) =>
        `${kind} ${status}: ${sides.map(({ value }) => value).join(' | ')}`,
    ),
    timeline: analysis.timeline.map(({ date, statement }) => `${date}: ${statement.text}`),
    leftOut: reports.flatMap(({ leftOut }) =>
      leftOut.map(({ report, reason, text }) => `${report} ${reason}: ${text}`),
    ),
  };
}

const statedIn = ({ claims, uncertain }: Fact): string =>
  [...new Set(claims.filter(({ id }) => !uncertain.includes(id)).map(({ report }) => report))].join(
    ' ',
  );
