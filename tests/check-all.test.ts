import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { buildAll } from '../src/build-all.ts';
import { checkAll } from '../src/check-all.ts';
import { nodeSystem, type System } from '../src/system/index.ts';
import { verdictJson, verdictsJson, verdictsJunit, verdictsSarif } from '../src/verdict/index.ts';
import { FERRY } from './select/texts.ts';
import { BRIDGE, memoryFiles, only, type Texts } from './support.ts';

/** Many briefings held against gates, on a disk in memory. */

const inFolder = (folder: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text]));

const TWO: Texts = {
  ...inFolder('events/bridge', BRIDGE),
  ...inFolder('events/ferry', { ...FERRY, 'notes.odt': '' }),
  'events/table.csv': '',
};

const BROKEN = inFolder('events/dam', { ...FERRY, 'briefing.yaml': 'titel: X' });

function systemWith(texts: Texts) {
  const files = memoryFiles(texts);
  const lock = async () => ({ release: async () => undefined });
  const system: System = { ...nodeSystem(), files, now: () => 0, lock, sideBySide: () => 1 };
  return { files, system };
}

const PLACES = { folder: 'events', out: 'out', version: '0.0.0' } as const;

const checked = (texts: Texts, ...failOn: readonly string[]) =>
  checkAll({ ...PLACES, failOn, maxAge: null }, systemWith(texts).system);

describe('a check of many briefings', () => {
  test('holds each against its own last edition, and writes nothing', async () => {
    const { files, system } = systemWith(TWO);
    await buildAll({ ...PLACES, formats: { known: ['json'], modules: [] } }, system);
    await files.write('events/ferry/briefing.yaml', new TextEncoder().encode('title: Other\n'));
    await files.remove('events/bridge/c.txt');
    const before = files.contents();
    const done: string[] = [];
    const onBriefing = (name: string, at: number, all: number) => done.push(`${name} ${at}/${all}`);
    const asked = { ...PLACES, failOn: ['stale'], maxAge: null, onBriefing };
    const { exit, briefings } = await checkAll(asked, system);
    expect(briefings.map(({ name, since, exit }) => [name, since?.number, exit])).toEqual([
      ['bridge', 1, 'gate-stale'],
      ['ferry', 1, 'published'],
    ]);
    expect(exit).toBe('gate-stale');
    expect(done).toEqual(['bridge 1/2', 'ferry 2/2']);
    expect(files.contents()).toEqual(before);
  });

  test('ends with what comes first in the table of exit codes', async () => {
    const verdicts = await checked({ ...TWO, ...BROKEN }, 'stale');
    expect(verdicts.briefings.map(({ exit }) => exit)).toEqual([
      'gate-stale',
      'input',
      'gate-stale',
    ]);
    expect(verdicts.exit).toBe('input');
    expect((await checked(TWO, 'stale')).exit).toBe('gate-stale');
    expect((await checked(TWO)).exit).toBe('published');
  });

  test('fails where a briefing cannot be tried, and where there is none', async () => {
    expect((await checked({ ...TWO, 'events/current/a.txt': '' })).exit).toBe('input');
    expect((await checked(inFolder('events', BRIDGE))).exit).toBe('input');
  });

  test('is data: each as a briefing alone, under its name', async () => {
    const verdicts = await checked(TWO, 'stale');
    const { exit, briefings, messages } = verdictsJson(verdicts);
    expect(exit).toEqual({ name: 'gate-stale', code: 25 });
    expect(briefings).toEqual(
      verdicts.briefings.map((verdict) => ({ name: verdict.name, ...verdictJson(verdict) })),
    );
    expect(messages).toMatchObject([{ rule: 'no-reader', file: 'events/table.csv' }]);
  });

  test('is one test suite a briefing, counted together', async () => {
    const tree = parseDocument(verdictsJunit(await checked({ ...TWO, ...BROKEN }, 'stale')), {
      xmlMode: true,
    });
    const named = (name: string) => DomUtils.getElementsByTagName(name, tree.children);
    const suites = named('testsuite').map(({ attribs }) => attribs);
    expect(suites).toMatchObject([
      { name: 'events/bridge', failures: '1', errors: '0' },
      { name: 'events/dam', failures: expect.any(String), errors: expect.any(String) },
      { name: 'events/ferry', failures: '1', errors: '0' },
    ]);
    const sum = (count: string) => suites.reduce((all, suite) => all + Number(suite[count]), 0);
    const all = only(named('testsuites')).attribs;
    for (const count of ['tests', 'failures', 'errors'])
      expect(Number(all[count])).toBe(sum(count));
    expect(sum('tests')).toBe(named('testcase').length);
  });

  test('is one run of SARIF, with the folder of each in its paths', async () => {
    const verdicts = await checked({ ...TWO, ...BROKEN }, 'stale');
    const { tool, results = [] } = only(verdictsSarif(verdicts, '1.2.3').runs);
    const rules = tool.driver.rules?.map(({ id }) => id) ?? [];
    expect(new Set(rules).size).toBe(rules.length);
    for (const { ruleId, ruleIndex = -1 } of results) expect(rules[ruleIndex]).toBe(ruleId);
    const uris = results.map(
      ({ ruleId, locations }) =>
        `${ruleId} ${locations?.[0]?.physicalLocation?.artifactLocation?.uri}`,
    );
    expect(uris).toEqual(
      expect.arrayContaining([
        'stale events/bridge',
        'stale events/ferry',
        'no-reader events/ferry/notes.odt',
        'config-value events/dam/briefing.yaml',
        'no-reader events/table.csv',
      ]),
    );
  });

  test('tells the same finding of two briefings apart', async () => {
    const twins = { ...inFolder('events/a', FERRY), ...inFolder('events/b', FERRY) };
    const verdicts = await checked(twins, 'stale');
    const { results = [] } = only(verdictsSarif(verdicts, '1.2.3').runs);
    const marks = results.map(({ partialFingerprints }) => partialFingerprints?.['synoptic/v1']);
    expect(marks.length).toBeGreaterThan(1);
    expect(new Set(marks).size).toBe(marks.length);
  });
});
