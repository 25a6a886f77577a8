import { DomUtils, parseDocument } from 'htmlparser2';
import type { Result } from 'sarif';
import { beforeAll, describe, expect, test } from 'vitest';
import { INVISIBLE } from '../../src/characters.ts';
import { GATE_NAMES } from '../../src/gates/index.ts';
import { EXIT } from '../../src/messages.ts';
import {
  type Verdict,
  verdictJson,
  verdictJsonSchema,
  verdictJunit,
  verdictSarif,
  verdictText,
} from '../../src/verdict/index.ts';
import { caseOf, checked, openCase } from '../gates/support.ts';
import { found, only } from '../support.ts';

/** Controls, a turn of the direction, what is markup in XML, and what is a link in SARIF. */
const HOSTILE = 'The \u001b[31mmayor\u202e & <b>aides</b> \u0007]]>';
const LINK = '[look](https://evil.example)';

const report = (count: number, more: string) =>
  `${HOSTILE} said ${LINK} that the flood in Torvale killed ${count} people on Monday.\n\n${more}\n`;

/** A name that has to be escaped in a URI, in XML, and on a terminal. */
const NAME = 'b & <c> 50%\u001b[2J.txt';

let gone: Verdict;
let differing: Verdict;
let unproved: Verdict;
let hostile: Verdict;

beforeAll(async () => {
  const all = { failOn: GATE_NAMES };
  gone = await checked(await openCase('gone'), all);
  differing = await checked(await openCase('new-divergence'), all);
  unproved = await checked(await openCase('unverified'), all);
  const opened = await caseOf({
    'before/a.txt': report(12, 'A bridge fell.'),
    [`before/${NAME}`]: report(12, 'Two roads are shut.'),
    'now/a.txt': report(12, 'A bridge fell.'),
    [`now/${NAME}`]: report(14, 'Two roads are shut.'),
  });
  hostile = await checked(opened, { failOn: ['new-divergence'] });
});

const resultsOf = (verdict: Verdict): readonly Result[] =>
  only(verdictSarif(verdict, '1.2.3').runs).results ?? [];

const ofRule = (verdict: Verdict, rule: string) =>
  resultsOf(verdict).filter(({ ruleId }) => ruleId === rule);

const regionOf = ({ locations }: Result) => found(locations?.[0]?.physicalLocation);

test('the hostile reports differ, or nothing is shown below', () => {
  expect(hostile.exit).toBe('gate-new-divergence');
});

describe('for people', () => {
  test('a line a gate, and what it found below', () => {
    const { against, gates } = verdictText(differing);
    expect(against).toBe('Held against edition 1 of 2031-06-11T08:00:00.000Z');
    expect(gates.slice(0, 3).join('\n')).toBe(
      `\
unverified                 ok
new-divergence             failed     1 × a difference that is open, and that the last edition did not have
  The ferry carried 120 passengers.
      figure, passenger: 120 passengers / 150 passengers
      a.md:10:1  The ferry carried 120 passengers.
      b.txt:6:1  The ferry carried 150 passengers.
lost-support               ok`,
    );
  });

  test('says why a gate could not look', () => {
    const [, second] = verdictText(unproved).gates;
    expect(second).toBe('new-divergence             unknown    there is no briefing to look at');
  });

  test('nothing steers the terminal', () => {
    const { gates } = verdictText(hostile);
    expect(gates.join('\n')).toContain('b & <c> 50%[2J.txt:1:');
    expect(gates.join('\n')).not.toMatch(new RegExp(INVISIBLE.source, 'u'));
  });
});

describe('as data', () => {
  test('says what it ends with, and of each gate what it would end with', () => {
    const { exit, since, gates } = verdictJson(gone);
    expect(exit).toEqual({ name: 'gate-lost-support', code: EXIT['gate-lost-support'] });
    expect(since).toEqual({ number: 1, made: '2031-06-11T08:00:00.000Z' });
    expect(gates.map(({ name, code }) => [name, code])).toEqual(
      GATE_NAMES.map((name, at) => [name, 20 + at]),
    );
  });

  test('holds the messages, failures too', () => {
    const fatal = verdictJson(unproved).messages.filter(({ level }) => level === 'error');
    expect(only(fatal)).toMatchObject({
      rule: 'number-unproved',
      file: 'briefing.yaml',
      line: 2,
      column: 5,
      actual: expect.stringContaining('number 70'),
      expected: [expect.stringContaining('a number of a passage')],
    });
  });

  test('has a JSON Schema that names every field', () => {
    expect(verdictJsonSchema()).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: Object.keys(verdictJson(gone)),
    });
  });
});

describe('as JUnit XML', () => {
  const casesIn = (verdict: Verdict) => {
    const tree = parseDocument(verdictJunit(verdict), { xmlMode: true });
    const suite = only(DomUtils.getElementsByTagName('testsuite', tree, true));
    return { suite, cases: DomUtils.getElementsByTagName('testcase', tree, true) };
  };

  test('one test case a gate, with what was found as its text', () => {
    const { suite, cases } = casesIn(gone);
    expect(suite.attribs).toEqual({
      name: 'now',
      tests: '7',
      failures: '3',
      errors: '0',
      skipped: '0',
    });
    expect(cases.map(({ attribs }) => attribs['name'])).toEqual(GATE_NAMES);
    const failure = only(DomUtils.getElementsByTagName('failure', found(cases[2]), true));
    expect(failure.attribs['message']).toBe('3 × a fact that lost a report, or is gone');
    expect(DomUtils.textContent(failure)).toContain(
      'The captain of the ferry had slept on the bridge.\n    no longer stated; was in c.txt',
    );
  });

  test('what cannot be told is an error, with what kept the briefing from being made', () => {
    const { suite, cases } = casesIn(unproved);
    expect(suite.attribs).toMatchObject({ failures: '1', errors: '6' });
    const error = only(DomUtils.getElementsByTagName('error', found(cases[1]), true));
    expect(DomUtils.textContent(error)).toContain('briefing.yaml: Unexpected number 70');
  });

  test('what nobody asked for is skipped, and told all the same', async () => {
    const { suite, cases } = casesIn(await checked(await openCase('gone')));
    expect(suite.attribs).toMatchObject({ failures: '0', skipped: '3' });
    const told = only(DomUtils.getElementsByTagName('system-out', found(cases[2]), true));
    expect(DomUtils.textContent(told)).toContain('no longer stated; was in c.txt');
  });

  test('the words of reports are no markup', () => {
    const { cases } = casesIn(hostile);
    const failure = only(DomUtils.getElementsByTagName('failure', found(cases[1]), true));
    expect(failure.childNodes.every(({ type }) => type === 'text')).toBe(true);
    expect(DomUtils.textContent(failure)).toContain('b & <c> 50%[2J.txt:1:');
  });
});

describe('as SARIF', () => {
  test('every result has a rule that is listed, a place and a fingerprint', () => {
    for (const verdict of [gone, differing, unproved, hostile]) {
      const { tool, results, columnKind } = only(verdictSarif(verdict, '1.2.3').runs);
      const rules = found(tool.driver.rules);
      expect(columnKind).toBe('utf16CodeUnits');
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
      expect(results?.length).toBeGreaterThan(0);
      for (const { ruleId, ruleIndex = -1, locations, partialFingerprints } of results ?? []) {
        expect(rules[ruleIndex]?.id).toBe(ruleId);
        expect(locations).toHaveLength(1);
        expect(partialFingerprints?.['synoptic/v1']).toMatch(/^[0-9a-f]{16}$/u);
      }
    }
  });

  test('a difference is shown at its first passage, and refers to the others', () => {
    const result = only(ofRule(differing, 'new-divergence'));
    expect(result.level).toBe('error');
    expect(result.message.text).toBe(
      'The ferry carried 120 passengers.\nfigure, passenger: 120 passengers / 150 passengers',
    );
    expect(regionOf(result)).toEqual({
      artifactLocation: { uri: 'now/a.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 10, startColumn: 1, endLine: 10, endColumn: 34 },
    });
    expect(only(found(result.relatedLocations)).physicalLocation?.artifactLocation?.uri).toBe(
      'now/b.txt',
    );
  });

  test('a failure of the build stands under its own rule, once', () => {
    expect(ofRule(unproved, 'unverified')).toEqual([]);
    expect(regionOf(only(ofRule(unproved, 'number-unproved')))).toEqual({
      artifactLocation: { uri: 'now/briefing.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 5 },
    });
  });

  test('names of files are URIs, and words of reports no links', () => {
    const result = only(ofRule(hostile, 'new-divergence'));
    const places = [...(result.locations ?? []), ...(result.relatedLocations ?? [])];
    const uris = places.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri);
    expect(uris).toContain(`now/${encodeURIComponent(NAME)}`);
    expect(result.message.text).toContain('[look] (https://evil.example)');
    expect(JSON.stringify(resultsOf(hostile))).not.toContain('](');
  });

  test('fingerprints stay when a report is changed elsewhere', async () => {
    const marks = (verdict: Verdict) =>
      ofRule(verdict, 'new-divergence').map((result) => result.partialFingerprints);
    const flood = (count: number) => `The flood in Torvale killed ${count} people on Monday.\n`;
    const against = async (first: string) => {
      const before = {
        'before/a.txt': flood(12),
        'before/b.txt': `${flood(12)}\nA bridge fell.\n`,
      };
      const now = {
        'now/a.txt': first + flood(12),
        'now/b.txt': `${first}${flood(14)}\nA bridge fell.\n`,
      };
      return marks(await checked(await caseOf({ ...before, ...now })));
    };
    const plain = await against('');
    expect(plain).toHaveLength(1);
    expect(plain[0]?.['primaryLocationLineHash']).toMatch(/^[0-9a-f]{16}:1$/u);
    expect(await against('Rain fell on Sunday.\n\n')).toEqual(plain);
  });
});
