import { describe, expect, test } from 'vitest';
import { briefingSchema } from '../../src/render/json-schema.ts';
import { toJson } from '../../src/render/plain.ts';
import { BRIDGE, briefingOf, found } from '../support.ts';

describe('grades as data', () => {
  test('pass the schema, each fact with the rule that graded it', async () => {
    const config = 'grading: admiralty\nreports:\n  a.md:\n    reliability: B\n';
    const { briefing, analysis } = await briefingOf(BRIDGE, { config });
    const json = briefingSchema.parse(toJson(briefing));
    expect(json.grading).toBe('admiralty');
    expect(json.reports.map(({ reliability }) => reliability)).toEqual(['B', null, null]);
    const { credibility } = found(analysis.grading);
    expect(json.facts.map((fact) => fact.credibility)).toEqual(
      json.facts.map(({ id }) => credibility[id]),
    );
  });

  test('are no field where nobody asks for them', async () => {
    const config = 'reports:\n  a.md:\n    reliability: B\n';
    const plain = JSON.stringify(toJson((await briefingOf(BRIDGE)).briefing));
    expect(JSON.stringify(toJson((await briefingOf(BRIDGE, { config })).briefing))).toBe(plain);
    expect(plain).not.toMatch(/"(?:grading|credibility|reliability)"/u);
  });
});
