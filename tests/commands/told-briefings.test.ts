import { describe, expect, test } from 'vitest';
import {
  builtEvent,
  countsOf,
  outcomeText,
  totalEvent,
  totalText,
} from '../../src/commands/told-briefings.ts';
import type { BriefingOutcome } from '../../src/index.ts';
import { logLine, logLineSchema } from '../../src/log-lines.ts';

/** What came of many briefings, told to people and as events. */

const NEW: BriefingOutcome = {
  name: 'aceh',
  built: {
    edition: 3,
    isNew: true,
    facts: 51,
    reports: 1,
    files: [{ name: 'index.html', bytes: 7 }],
  },
  shown: 3,
  exit: 'published',
};

const SAME: BriefingOutcome = {
  name: 'bridge',
  built: { edition: 2, isNew: false, facts: 1, reports: 3, files: [] },
  shown: 2,
  exit: 'published',
};

const FAILED: BriefingOutcome = { name: 'dam\u202e', built: null, shown: 4, exit: 'input' };

const PLACES = { folder: 'events', out: 'site' };

const written = (event: Parameters<typeof logLine>[0]) =>
  logLineSchema.parse(JSON.parse(logLine(event, new Date(0))));

describe('what came of one of many', () => {
  test.each([
    [NEW, 'aceh    edition 3  51 facts from 1 report'],
    [SAME, 'bridge  edition 2 stays  1 fact from 3 reports'],
    [FAILED, 'dam     failed, edition 4 stays'],
    [{ ...FAILED, shown: null }, 'dam     failed'],
  ])('is a line: %j', (outcome, line) => {
    expect(outcomeText(outcome, 6)).toBe(line);
  });

  test('is an event as that of one alone', () => {
    expect(written(builtEvent(NEW, PLACES))).toMatchObject({
      event: 'published',
      folder: 'events/aceh',
      out: 'site/aceh',
      edition: 3,
      facts: 51,
      reports: 1,
      files: [{ name: 'index.html', bytes: 7 }],
    });
    expect(written(builtEvent(SAME, PLACES))).toMatchObject({ event: 'unchanged', edition: 2 });
    expect(written(builtEvent(FAILED, PLACES))).toMatchObject({
      event: 'unbuilt',
      level: 'warn',
      folder: 'events/dam\u202e',
      exit: 'input',
    });
  });
});

describe('what came of all', () => {
  test.each([
    [[NEW, SAME, FAILED], '3 briefings, 1 new edition, 1 failed, 1 unchanged'],
    [[NEW, NEW], '2 briefings, 2 new editions'],
    [[SAME], '1 briefing, 1 unchanged'],
    [[], '0 briefings'],
  ])('is a line (%#)', (briefings, line) => {
    expect(totalText(countsOf(briefings))).toBe(line);
  });

  test('is an event', () => {
    const counts = countsOf([NEW, SAME, FAILED, FAILED]);
    expect(written(totalEvent(counts, { ...PLACES, ms: 5 }))).toMatchObject({
      event: 'briefings',
      folder: 'events',
      out: 'site',
      published: 1,
      unchanged: 1,
      unbuilt: 2,
      ms: 5,
    });
  });
});
